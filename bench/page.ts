/**
 * What a page really loads: bytes under gzip by kind, on a first visit and on the next page.
 *
 *     npm run bench:pages          (after npm run build)
 */
import {existsSync, readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {gzipSync} from 'node:zlib'
import {chromium, type BrowserContext} from 'playwright'
import {ensureBrowser} from '../scripts/browser.mjs'
import {serveFolder} from '../scripts/server/server.ts'

const root = join(import.meta.dirname, '..')
const results = join(import.meta.dirname, 'RESULTS.md')
const title = '## What a page loads'

/** One visit: an address and what it is called. The second of a pair is opened with the first one's cache. */
const visits = [
  ['home, first visit', ''],
  ['a note with two diagrams, next page', 'patterns/circuit-breaker/'],
  ['a note without diagrams, next page', 'patterns/sharding/'],
  ['the glossary: all names of the garden, next page', 'reference/glossary/'],
  ['a folder, next page', 'tools/'],
  ['a lab, next page', 'labs/retry-lab/']
] as const

const kinds = ['document', 'stylesheet', 'script', 'font', 'image'] as const

async function visit(context: BrowserContext, url: string): Promise<Map<string, number>> {
  const bytes = new Map<string, number>()
  const page = await context.newPage()
  const reading: Promise<void>[] = []
  page.on('response', (response) => {
    if (response.fromServiceWorker()) return
    const kind = response.request().resourceType()
    reading.push(
      response.body().then(
        (body) => {
          // Faces are compressed by themselves; the rest goes over the wire under gzip on any host.
          const size = kind === 'font' ? body.length : gzipSync(body).length
          bytes.set(kind, (bytes.get(kind) ?? 0) + size)
        },
        () => {}
      )
    )
  })
  await page.goto(url, {waitUntil: 'networkidle'})
  await Promise.all(reading)
  await page.close()
  return bytes
}

const found = await ensureBrowser((text) => console.error(text), {whole: true})
if ('missing' in found) throw new Error(found.missing)
const site = await serveFolder({folder: join(root, 'dist'), base: '/', port: 0})
const browser = await chromium.launch({executablePath: found.executablePath, args: found.args})
const seen = new Set<string>()
const rows: string[] = []
for (const [name, path] of visits) {
  // A fresh context a visit, so that every file is asked for; what an earlier page brought is then left out by hand.
  const context = await browser.newContext()
  await context.route('**/*', (route) => {
    const {pathname} = new URL(route.request().url())
    const keeps = /^\/(?:_astro|fonts)\//.test(pathname)
    if (keeps && seen.has(pathname)) return route.abort()
    if (keeps) seen.add(pathname)
    return route.continue()
  })
  const bytes = await visit(context, site.url + path)
  rows.push(`| ${name} | ${kinds.map((kind) => ((bytes.get(kind) ?? 0) / 1000).toFixed(1)).join(' | ')} |`)
  await context.close()
}
await browser.close()
await site.close()

const section = [title, '', 'Written by `npm run bench:pages`: kilobytes under gzip (faces as they are), of the bundled garden; files that are cached for good', 'and came with an earlier row are not counted again.', '', `| page | ${kinds.join(' | ')} |`, `| --- |${kinds.map(() => ' ---: |').join('')}`, ...rows, ''].join('\n')
const before = existsSync(results) ? readFileSync(results, 'utf8') : ''
const start = before.indexOf(title)
const end = start < 0 ? -1 : before.indexOf('\n## ', start + 1)
const rest = start < 0 ? before : before.slice(0, start) + (end < 0 ? '' : before.slice(end + 1))
writeFileSync(results, `${rest.trimEnd()}\n\n${section}`)
console.log(section)
process.exit()
