/**
 * What the map costs: its layout at build, and its page in a browser that draws in software, beside a bare sigma with
 * the same data.
 *
 *     node bench/map.ts [folder for screenshots]      (after npm run build)
 */
import {existsSync, readFileSync, writeFileSync} from 'node:fs'
import {createRequire, stripTypeScriptTypes} from 'node:module'
import {join} from 'node:path'
import {gzipSync} from 'node:zlib'
import Graph from 'graphology'
import forceAtlas from 'graphology-layout-forceatlas2'
import {type Browser, type CDPSession, chromium, type Page} from 'playwright'
import {ensureBrowser} from '../scripts/browser.mjs'
import {serveFolder} from '../scripts/server/server.ts'
import {noCache} from '../src/garden/cache.ts'
import {findCommunities} from '../src/garden/map/communities.ts'
import {mapFile} from '../src/garden/map/file.ts'
import {facetsOf} from '../src/garden/map/facets.ts'
import {layOut} from '../src/garden/map/layout.ts'
import {makeMap, type MapPage} from '../src/garden/map/map.ts'
import {eachJoin, type Join, weave} from '../src/garden/map/web.ts'
import type {GraphEdge, VaultPath} from '../src/garden/model.ts'
import {asSlug, vaultPath} from '../src/garden/names.ts'
import {makeGraph} from './graph.ts'
import {yardstick} from './measure.ts'

const root = join(import.meta.dirname, '..')
const results = join(import.meta.dirname, 'RESULTS.md')
const title = '## What the map costs'
const pictures = process.argv[2]
/** Rounds of forces in our layout, for the comparison. */
const rounds = 140

// ── Layout ──────────────────────────────────────────────────────────────────

function userOf(work: () => void): number {
  const before = process.cpuUsage()
  work()
  return Math.round(process.cpuUsage(before).user / 1000)
}

function layoutRow(count: number): string {
  const {names, links} = makeGraph(count)
  const order = names.map((name, index) => ({name, index})).sort((a, b) => (a.name < b.name ? -1 : 1))
  const place = new Map(order.map(({index}, at) => [index, at]))
  const web = weave(order.map(({name}) => name), links.map(([from, to]): Join => [place.get(from) ?? 0, place.get(to) ?? 0, 1]))
  let community: Int32Array = new Int32Array()
  const communities = userOf(() => {
    community = findCommunities(web)
  })
  const ours = userOf(() => void layOut(web, community))
  const graph = new Graph({type: 'undirected'})
  for (const index of web.keys.keys()) graph.addNode(index, {x: Math.sin(index * 7.1) * 100, y: Math.cos(index * 3.3) * 100})
  eachJoin(web, (a, b, weight) => graph.addEdge(a, b, {weight}))
  const theirs = userOf(() => forceAtlas.assign(graph, {iterations: rounds, settings: {barnesHutOptimize: true, barnesHutTheta: 1.2, gravity: 1, scalingRatio: 10}}))
  return `| ${count} | ${graph.size} | ${communities} | ${ours} | ${theirs} |`
}

// ── Data ────────────────────────────────────────────────────────────────────

interface Files {
  readonly numbers: Uint8Array<ArrayBuffer>
  readonly names: string
  readonly edges: number
}

function path(name: string): VaultPath {
  const made = vaultPath(`${name}.md`)
  if (!made) throw new Error(`“${name}” is not a name.`)
  return made
}

function filesOf(count: number): Files {
  const {names, links, group} = makeGraph(count)
  const pages: MapPage[] = names.map((name, index) => ({slug: asSlug(name.toLowerCase().replaceAll(' ', '-')), path: path(name), title: `A note about subject ${index}`, tags: [{name: `topic/subject-${group[index]}`, slug: asSlug('x')}]}))
  const edges = links.map(([from, to]): GraphEdge => ({from: path(names[from] ?? ''), to: path(names[to] ?? ''), kind: 'link', text: '', line: 1}))
  const map = makeMap(pages, edges, noCache)
  const byPath = new Map(pages.map((page) => [page.slug, page]))
  const shown = map.notes.flatMap(({slug}) => byPath.get(slug) ?? [])
  const facets = facetsOf(shown.map((page) => ({...page, properties: [], dates: {updated: '2026-01-01'}, noteKind: 'concept'})))
  return {
    numbers: mapFile(map, facets, {names: [], links: []}),
    names: JSON.stringify({
      titles: map.notes.map((note) => note.title),
      slugs: map.notes.map(({slug}) => slug),
      missing: [],
      kinds: facets.kind.names,
      statuses: [],
      folders: facets.folder.names,
      tags: facets.tags.names,
      communities: map.communities.map(({name}) => ({name, label: name.slice(name.lastIndexOf('/') + 1)}))
    }),
    edges: map.edges.length
  }
}

// ── In the browser ──────────────────────────────────────────────────────────

interface Measured {
  readonly first: number
  readonly frame: number
  readonly ownLoading: number
  readonly ownPanning: number
  readonly idle: number
}

/** Longest run of our own script, in milliseconds: samples inside functions of files, GL and other native calls left out. */
async function longest(session: CDPSession, work: () => Promise<void>): Promise<number> {
  await session.send('Profiler.enable')
  await session.send('Profiler.setSamplingInterval', {interval: 500})
  await session.send('Profiler.start')
  await work()
  const {profile} = await session.send('Profiler.stop')
  const frames = new Map(profile.nodes.map(({id, callFrame}) => [id, callFrame]))
  let [most, sum] = [0, 0]
  for (const [index, id] of (profile.samples ?? []).entries()) {
    const frame = frames.get(id)
    // Between tasks the profiler sees the browser's own work, or nothing.
    if (frame?.functionName === '(idle)' || frame?.functionName === '(program)') sum = 0
    else if (frame?.url !== '' || frame.functionName === '(garbage collector)') sum += (profile.timeDeltas?.[index + 1] ?? 0) / 1000
    most = Math.max(most, sum)
  }
  return most
}

/** How long the map takes to follow the mouse: the median over moves of a drag, each waited for until the next frame. */
async function pan(page: Page): Promise<number> {
  const box = await page.locator('.map-view, #bare').first().boundingBox()
  if (!box) throw new Error('There is no stage.')
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2]
  await page.mouse.move(x, y)
  await page.mouse.down()
  const times: number[] = []
  for (let step = 1; step <= 40; step += 1) {
    const before = performance.now()
    await page.mouse.move(x + 100 * Math.sin(step / 9), y + 60 * Math.sin(step / 7))
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)))
    times.push(performance.now() - before)
  }
  await page.mouse.up()
  return times.sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0
}

async function metric(session: CDPSession, name: string): Promise<number> {
  const {metrics} = await session.send('Performance.getMetrics')
  return metrics.find((each) => each.name === name)?.value ?? 0
}

async function measure(browser: Browser, files: Files, {address, bare, picture}: {address: string; bare: ReadonlyMap<string, string>; picture: string | undefined}): Promise<Measured> {
  const context = await browser.newContext({viewport: {width: 1280, height: 900}, colorScheme: picture?.includes('dark') ? 'dark' : 'light'})
  const page = await context.newPage()
  await page.route('**/graph/map.bin', (route) => route.fulfill({body: Buffer.from(files.numbers), contentType: 'application/octet-stream'}))
  await page.route('**/graph/names.json', (route) => route.fulfill({body: files.names, contentType: 'application/json'}))
  await page.route('**/bare/*', (route) => {
    const name = new URL(route.request().url()).pathname.slice('/bare/'.length)
    return route.fulfill({body: bare.get(name) ?? '', contentType: name === '' ? 'text/html' : 'text/javascript'})
  })
  // Making a context is GL's work, yet the profiler counts it for whoever asks: here it has a caller without a file.
  await page.addInitScript(() => {
    const made = HTMLCanvasElement.prototype.getContext
    HTMLCanvasElement.prototype.getContext = function (this: HTMLCanvasElement, ...given: unknown[]) {
      return Reflect.apply(made, this, given)
    } as typeof made
  })
  const session = await context.newCDPSession(page)
  await session.send('Performance.enable')
  const ownLoading = await longest(session, async () => {
    await page.goto(address)
    await page.waitForFunction(() => performance.getEntriesByName('map-picture').length > 0, undefined, {timeout: 120_000})
    await page.waitForTimeout(1500)
  })
  const first = await page.evaluate(() => (performance.getEntriesByName('map-picture')[0]?.startTime ?? 0) - (performance.getEntriesByName('map-data')[0]?.startTime ?? 0))
  if (picture) await page.screenshot({path: picture})
  let frame = 0
  const ownPanning = await longest(session, async () => {
    frame = await pan(page)
    await page.waitForTimeout(500)
  })
  await page.waitForTimeout(1500)
  const before = await metric(session, 'TaskDuration')
  await page.waitForTimeout(3000)
  const idle = ((await metric(session, 'TaskDuration')) - before) / 3
  await context.close()
  return {first, frame, ownLoading, ownPanning, idle}
}

/** A page of nothing but sigma, its own defaults, and the same notes and links: scripts by their names. */
function barePage(): ReadonlyMap<string, string> {
  const beside = (name: string, file: string): string => readFileSync(join(root, 'node_modules', name, 'dist', file), 'utf8')
  const main = `
    import {readMap} from './data.js'
    const [buffer, names] = await Promise.all([fetch('/graph/map.bin').then((r) => r.arrayBuffer()), fetch('/graph/names.json').then((r) => r.json())])
    performance.mark('map-data')
    const data = readMap(buffer)
    const graph = new graphology.Graph({type: 'directed'})
    for (let i = 0; i < data.notes; i += 1) graph.addNode(i, {x: data.x[i], y: -data.y[i], size: 3, label: names.titles[i], color: '#3a6698'})
    for (let i = 0; i < data.edges; i += 1) graph.addEdge(data.a[i], data.b[i], {size: 1, color: '#ddd7c9'})
    new Sigma(graph, document.getElementById('bare'))
    requestAnimationFrame(() => requestAnimationFrame(() => performance.mark('map-picture')))
  `
  const page = '<!doctype html><div id="bare" style="width:1200px;height:626px"></div><script src="graphology.js"></script><script src="sigma.js"></script><script type="module" src="main.js"></script>'
  return new Map([
    ['', page],
    ['graphology.js', beside('graphology', 'graphology.umd.min.js')],
    ['sigma.js', beside('sigma', 'sigma.min.js')],
    ['data.js', stripTypeScriptTypes(readFileSync(join(root, 'src', 'client', 'map', 'data.ts'), 'utf8'))],
    ['main.js', main]
  ])
}

const layouts = [1000, 5000, 10_000].map(layoutRow)
const found = await ensureBrowser((text) => console.error(text))
if ('missing' in found) throw new Error(found.missing)
const dist = join(root, 'dist')
if (!existsSync(dist)) throw new Error('There is no site: run `npm run build` first.')
const site = await serveFolder({folder: dist, base: '/', port: 0})
// GL in software, on any machine.
const args = [...found.args.filter((flag) => flag !== '--disable-gpu'), '--use-gl=angle', '--use-angle=swiftshader', '--enable-unsafe-swiftshader']
const browser = await chromium.launch({executablePath: found.executablePath, args})
const bare = barePage()
// The first page that draws waits for the browser's own start of GL.
const warm = await browser.newPage()
await warm.goto(`${site.url}graph/`)
await warm.waitForTimeout(3000)
await warm.close()
const rows: string[] = []
const bytes: string[] = []
for (const count of [1000, 2000, 10_000]) {
  const files = filesOf(count)
  const own = ((files.numbers.length - files.edges * 12) / count).toFixed(1)
  bytes.push(`| ${count} | ${files.edges} | ${files.numbers.length} | ${own} | ${(gzipSync(files.numbers).length / 1000).toFixed(1)} | ${(gzipSync(files.names).length / 1000).toFixed(1)} |`)
  for (const [what, address] of [['map', `${site.url}graph/`], ['bare sigma', `${site.url}bare/`]] as const) {
    const picture = pictures && what === 'map' ? join(pictures, `map-${count}.png`) : undefined
    const {first, frame, ownLoading, ownPanning, idle} = await measure(browser, files, {address, bare, picture})
    rows.push(`| ${count} | ${what} | ${first.toFixed(0)} | ${frame.toFixed(0)} | ${ownLoading.toFixed(0)} | ${ownPanning.toFixed(0)} | ${(idle * 100).toFixed(1)} |`)
    console.log(rows.at(-1))
  }
}
await browser.close()
await site.close()

const version: string = createRequire(import.meta.url)('sigma/package.json').version
const section = [
  title,
  '',
  `Written by \`node bench/map.ts\`; the yardstick took ${yardstick()} ms. Graphs are made up: uneven communities, four links in five inside.`,
  `Layout, in user milliseconds; beside it ForceAtlas2 (graphology, Barnes and Hut) for as many rounds:`,
  '',
  '| notes | joins | communities | layout | ForceAtlas2 |',
  '| ---: | ---: | ---: | ---: | ---: |',
  ...layouts,
  '',
  `The page in Chromium, drawing in software; beside it sigma ${version} alone, with the same notes and links. *First picture* counts from the`,
  'arrival of the data; *frame* is the median, while dragging, from a move of the mouse to the frame after it; *own script* is the longest run of our own (and its libraries’) functions',
  'without GL calls; *still* is how busy the page’s thread is when nobody touches it.',
  '',
  '| notes | what | first picture, ms | frame, ms | own script loading, ms | own script dragging, ms | still, % |',
  '| ---: | --- | ---: | ---: | ---: | ---: | ---: |',
  ...rows,
  '',
  'Bytes of the file of numbers, what is left for each note when 12 are counted for each edge, and kilobytes of both files under gzip:',
  '',
  '| notes | edges | bytes | a note | numbers | names |',
  '| ---: | ---: | ---: | ---: | ---: | ---: |',
  ...bytes,
  ''
].join('\n')
const before = existsSync(results) ? readFileSync(results, 'utf8') : ''
const start = before.indexOf(title)
const end = start < 0 ? -1 : before.indexOf('\n## ', start + 1)
const rest = start < 0 ? before : before.slice(0, start) + (end < 0 ? '' : before.slice(end + 1))
writeFileSync(results, `${rest.trimEnd()}\n\n${section}`)
console.log(section)
process.exit()
