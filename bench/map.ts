/**
 * What the map costs: its layout at build, and its page in a browser that draws in software, beside a bare sigma with
 * the same data.
 *
 *     node bench/map.ts [folder for screenshots]      (after npm run build)
 */
import {existsSync} from 'node:fs'
import {availableParallelism, loadavg} from 'node:os'
import {join} from 'node:path'
import {gzipSync} from 'node:zlib'
import Graph from 'graphology'
import forceAtlas from 'graphology-layout-forceatlas2'
import {ensureBrowser} from '../scripts/browser.mjs'
import {serveFolder} from '../scripts/server/server.ts'
import {findCommunities} from '../src/garden/map/communities.ts'
import {layOut} from '../src/garden/map/layout.ts'
import {eachJoin, type Join, weave} from '../src/garden/map/web.ts'
import {makeGraph} from './graph.ts'
import {type Files, filesOf} from './map-data.ts'
import {mostVisits, visitRows} from './map-visits.ts'
import {yardstick} from './measure.ts'
import {writeSection} from './results.ts'

const pictures = process.argv[2]
/** Rounds of forces in our layout, for the comparison. */
const rounds = 140

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

function bytesRow(count: number, {numbers, names, edges}: Files): string {
  const own = ((numbers.length - edges * 12) / count).toFixed(1)
  return `| ${count} | ${edges} | ${numbers.length} | ${own} | ${(gzipSync(numbers).length / 1000).toFixed(1)} | ${(gzipSync(names).length / 1000).toFixed(1)} |`
}

const dist = process.env['GARDEN_OUT'] ?? join(import.meta.dirname, '..', 'dist')
if (!existsSync(dist)) throw new Error('There is no site: run `npm run build` first.')
const found = await ensureBrowser((text) => console.error(text))
if ('missing' in found) throw new Error(found.missing)
const before = loadavg()[0] ?? 0
const layouts = [1000, 5000, 10_000].map(layoutRow)
const made = [1000, 2000, 10_000].map((count) => ({count, files: filesOf(count)}))
const site = await serveFolder({folder: dist, base: '/', port: 0})
// GL in software, on any machine.
const args = [...found.args.filter((flag) => flag !== '--disable-gpu'), '--use-gl=angle', '--use-angle=swiftshader', '--enable-unsafe-swiftshader']
const rows = await visitRows(made, {launch: {executablePath: found.executablePath, args, env: {...process.env, ...found.env}}, url: site.url, pictures})
await site.close()

writeSection('What the map costs', [
  `Written by \`node bench/map.ts\`; the yardstick took ${yardstick()} ms. Graphs are made up: uneven communities, four links in five inside.`,
  'Layout, in user milliseconds; beside it ForceAtlas2 (graphology, Barnes and Hut) for as many rounds:',
  '',
  '| notes | joins | communities | layout | ForceAtlas2 |',
  '| ---: | ---: | ---: | ---: | ---: |',
  ...layouts,
  '',
  'The page in Chromium, drawing in software; beside it sigma alone, with the same notes and links. *First picture* counts from the arrival of',
  `the data. *Frame* is the median, while dragging, from a move of the mouse to the frame after it; *work* is the processor time of the whole`,
  'browser for each of these frames, which another process on the machine does not lengthen. *Own script* is the share of our own (and its',
  'libraries’) functions in one task, WebGL’s calls left out: the longest, in processor time. *Still* is how busy the page’s thread is when nobody touches it.',
  `Medians of up to ${mostVisits} visits, taken in turn within a bound of time. Load of the machine before and after: ${before.toFixed(1)} and ${(loadavg()[0] ?? 0).toFixed(1)} on ${availableParallelism()} cores; over 1 a core, the clock says little.`,
  '',
  '| notes | what | first picture, ms | frame, ms | work a frame, ms | own script loading, ms | own script dragging, ms | still, % | visits |',
  '| ---: | --- | ---: | ---: | ---: | ---: | ---: | ---: | --- |',
  ...rows,
  '',
  'Bytes of the file of numbers, what is left for each note when 12 are counted for each edge, and kilobytes of both files under gzip:',
  '',
  '| notes | edges | bytes | a note | numbers | names |',
  '| ---: | ---: | ---: | ---: | ---: | ---: |',
  ...made.map(({count, files}) => bytesRow(count, files))
])
process.exit()
