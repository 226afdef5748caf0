/** No byte from outside of the vault is ever published, however a note names it (hazards 26 and 27). */

import assert from 'node:assert/strict'
import {mkdirSync, readFileSync, symlinkSync} from 'node:fs'
import {join} from 'node:path'
import {test} from 'node:test'
import {readVault} from '../../src/garden/vault.ts'
import {paths} from '../hostile/paths.ts'
import {growVault, pixel, temporaryFolder, writeFiles} from './support.ts'

const canary = 'canary-of-the-outside'
const outside = temporaryFolder()
const vault = join(outside, 'a/b/vault')
const secret = join(outside, 'secret.png')
writeFiles(outside, [['secret.png', Buffer.concat([pixel, Buffer.from(canary)])], ['a/secret.png', canary], ['a/b/secret.png', canary]])
writeFiles(vault, [['x.png', pixel], ['inner/y.png', pixel], ['.env', canary], ['.git/config', canary], ['inner/.hidden.png', canary]])
symlinkSync(secret, join(vault, 'link.png'))
symlinkSync(outside, join(vault, 'folder'))
mkdirSync(join(vault, 'inner/deep'), {recursive: true})
symlinkSync(secret, join(vault, 'inner/link.png'))
symlinkSync(outside, join(vault, 'inner/folder'))

assert.ok(paths.length >= 60)

for (const written of paths) {
  test(`nothing outside is published by ${JSON.stringify(written)}`, async () => {
    const path = written.replaceAll('CANARY', secret)
    const encoded = path.replace(/[ <>()\\\0]/g, (sign) => encodeURIComponent(sign))
    const text = `![[${path}]]\n\n[[${path}]]\n\n![[${path}.png]]\n\n![a](<${path.replace(/[\0<>]/g, '')}>)\n\n[a](${encoded})\n\n![a](${encoded})\n\n<img src="${path}">\n\n<a href="${path}">a</a>\n\n<video src="${path}" poster="${path}"></video>\n`
    writeFiles(vault, [['inner/note.md', `---\nup: ${JSON.stringify(`[[${path}]]`)}\nimage: ${JSON.stringify(path)}\n---\n${text}`], ['root.md', text]])
    const garden = await growVault(readVault(vault, {noteMegabytes: 10}).vault)
    assert.equal(garden.pages.length, 2)
    for (const asset of garden.assets) {
      assert.ok(['x.png', 'inner/y.png'].includes(asset.path), asset.path)
      assert.ok(!readFileSync(asset.file).includes(canary))
    }
    assert.ok(!JSON.stringify(garden.pages).includes(canary))
  })
}

test('what is inside is published all the same', async () => {
  writeFiles(vault, [['inner/note.md', '![[x.png]] ![[../x.png]] ![](../x.png) ![](y.png) ![[inner/y.png]] ![[/x.png]]'], ['root.md', '![](inner/y.png)']])
  const garden = await growVault(readVault(vault, {noteMegabytes: 10}).vault)
  assert.deepEqual(garden.assets.map(({path}) => path), ['inner/y.png', 'x.png'])
  assert.deepEqual(garden.unresolved, [])
})
