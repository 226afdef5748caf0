import assert from 'node:assert/strict'
import {mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync} from 'node:fs'
import {request} from 'node:http'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {after, test} from 'node:test'
import {headersFor, parseHeaders} from '../../scripts/server/headers.ts'
import {resolveRequest} from '../../scripts/server/resolve.ts'
import {serveFolder} from '../../scripts/server/server.ts'

const home = mkdtempSync(join(tmpdir(), 'trellis-server-'))
const folder = join(home, 'dist')
after(() => rmSync(home, {recursive: true}))

mkdirSync(join(folder, 'tools', 'apache kafka'), {recursive: true})
mkdirSync(join(folder, 'empty'))
writeFileSync(join(folder, 'index.html'), 'home')
writeFileSync(join(folder, '404.html'), 'not here')
writeFileSync(join(folder, 'tools', 'index.html'), 'tools')
writeFileSync(join(folder, 'tools', 'apache kafka', 'index.html'), 'kafka')
writeFileSync(join(folder, 'drawing.svg'), '<svg/>')
writeFileSync(join(folder, '_headers'), '/*\n  X-Content-Type-Options: nosniff\n/*.svg\n  Content-Security-Policy: sandbox\n')
writeFileSync(join(home, 'secret.txt'), 'secret')
symlinkSync(join(home, 'secret.txt'), join(folder, 'leak.txt'))

for (const [address, base, expected] of [
  ['/', '/', 'file index.html'],
  ['/tools/', '/', 'file tools/index.html'],
  ['/tools', '/', 'redirect /tools/'],
  ['/tools?q=1', '/', 'redirect /tools/?q=1'],
  ['/tools/apache%20kafka', '/', 'redirect /tools/apache%20kafka/'],
  ['//tools', '/', 'redirect /tools/'],
  ['//example.org/..', '/', 'bad'],
  ['/drawing.svg?x', '/', 'file drawing.svg'],
  ['/drawing.svg/', '/', 'missing'],
  ['/empty/', '/', 'missing'],
  ['/nothing', '/', 'missing'],
  ['/leak.txt', '/', 'missing'],
  ['/../secret.txt', '/', 'bad'],
  ['/%2e%2e/secret.txt', '/', 'bad'],
  ['/..%2fsecret.txt', '/', 'bad'],
  ['/..%5csecret.txt', '/', 'bad'],
  ['/%00', '/', 'bad'],
  ['/%', '/', 'bad'],
  ['/', '/repo/', 'redirect /repo/'],
  ['/repo', '/repo/', 'redirect /repo/'],
  ['/repo/', '/repo/', 'file index.html'],
  ['/repo/tools', '/repo/', 'redirect /repo/tools/'],
  ['/repository/', '/repo/', 'missing'],
  ['/tools/', '/repo/', 'missing']
] as const) {
  test(`${address} under ${base} is ${expected}`, () => {
    const answer = resolveRequest(address, {folder, base})
    const told =
      answer.kind === 'file' ? `file ${answer.file.slice(folder.length + 1)}`
      : answer.kind === 'redirect' ? `redirect ${answer.location}`
      : answer.kind
    assert.equal(told, expected)
  })
}

test('headers of every rule that matches are joined', () => {
  const rules = parseHeaders('# remark\n/*\n  A: 1\n  B: x: y\n/a/*.svg\n  A: 2\n')
  assert.deepEqual([...headersFor('/a/b.svg', rules)], [['A', '1, 2'], ['B', 'x: y']])
  assert.deepEqual([...headersFor('/a/b.png', rules)], [['A', '1'], ['B', 'x: y']])
})

test('a folder is served with its types, its headers and its own page for what is missing', async () => {
  const site = await serveFolder({folder, base: '/repo/', port: 0})
  try {
    const drawing = await fetch(`${site.url}drawing.svg`)
    assert.deepEqual(
      ['content-type', 'content-security-policy', 'x-content-type-options'].map((name) => drawing.headers.get(name)),
      ['image/svg+xml', 'sandbox', 'nosniff']
    )
    const missing = await fetch(`${site.url}nothing`)
    assert.deepEqual([missing.status, await missing.text()], [404, 'not here'])
    assert.equal((await fetch(`${site.url}_headers`)).status, 404)
    assert.equal((await fetch(site.url, {method: 'POST'})).status, 405)
  } finally {
    await site.close()
  }
})

test('a path that climbs out of the folder is refused, as it comes over the wire', async () => {
  const site = await serveFolder({folder, base: '/', port: 0})
  try {
    const status = await new Promise((resolve, reject) => {
      const {port} = new URL(site.url)
      request({host: 'localhost', port, path: '/../secret.txt'}, (answer) => resolve(answer.statusCode)).on('error', reject).end()
    })
    assert.equal(status, 400)
  } finally {
    await site.close()
  }
})

test('a port that is taken is told, and the next free one is found when none is named', async () => {
  const first = await serveFolder({folder, base: '/'})
  const second = await serveFolder({folder, base: '/'})
  try {
    assert.notEqual(first.url, second.url)
    const port = Number(new URL(first.url).port)
    await assert.rejects(serveFolder({folder, base: '/', port}), /is taken; name another/)
  } finally {
    await first.close()
    await second.close()
  }
})

test('text goes under gzip to those who take it, and pictures as they are', async () => {
  writeFileSync(join(folder, 'a.png'), 'pixels')
  const site = await serveFolder({folder, base: '/', port: 0})
  const told = async (path: string, accept: string) => {
    const response = await fetch(site.url + path, {headers: {'accept-encoding': accept}})
    return [response.headers.get('content-encoding'), response.headers.get('vary'), await response.text()]
  }
  assert.deepEqual(await told('tools/', 'br, gzip'), ['gzip', 'accept-encoding', 'tools'])
  assert.deepEqual(await told('tools/', 'identity'), [null, 'accept-encoding', 'tools'])
  assert.deepEqual(await told('a.png', 'gzip'), [null, null, 'pixels'])
  await site.close()
})
