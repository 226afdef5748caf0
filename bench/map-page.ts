/** The map's page, and a bare sigma, in a browser that draws in software: what a reader waits for. */

import {readdirSync, readFileSync} from 'node:fs'
import {stripTypeScriptTypes} from 'node:module'
import {join} from 'node:path'
import type {Browser, CDPSession, Page} from 'playwright'
import sigma from 'sigma/package.json' with {type: 'json'}
import type {Files} from './map-data.ts'
import {longestShare} from './map-trace.ts'

const root = join(import.meta.dirname, '..')

export interface Measured {
  /** Milliseconds from the arrival of the data to the first picture. */
  readonly first: number
  /** Median of frames while dragging, in milliseconds on the clock. */
  readonly frame: number
  /** Processor time of the whole browser for each of these frames, in milliseconds. */
  readonly work: number
  readonly ownLoading: number
  readonly ownPanning: number
  /** Share of the page's thread that is busy while nobody touches it. */
  readonly idle: number
}

export interface Visit {
  readonly address: string
  readonly bare: ReadonlyMap<string, string>
  /** Where a picture is kept. */
  readonly picture: string | undefined
}

/** Look at a page once. */
export async function measure(browser: Browser, files: Files, {address, bare, picture}: Visit): Promise<Measured> {
  // A worker would fetch the real map's files past the routes below.
  const context = await browser.newContext({viewport: {width: 1280, height: 900}, serviceWorkers: 'block'})
  const page = await context.newPage()
  await page.route('**/graph/map.bin', (route) => route.fulfill({body: Buffer.from(files.numbers), contentType: 'application/octet-stream'}))
  await page.route('**/graph/names.json', (route) => route.fulfill({body: files.names, contentType: 'application/json'}))
  await page.route('**/bare/*', (route) => {
    const name = new URL(route.request().url()).pathname.slice('/bare/'.length)
    return route.fulfill({body: bare.get(name) ?? '', contentType: name === '' ? 'text/html' : 'text/javascript'})
  })
  // WebGL's calls are not our own script's, yet the profiler counts them for whoever makes them: here they have a caller without a file.
  await page.addInitScript(hideCalls)
  const session = await context.newCDPSession(page)
  await session.send('Performance.enable')
  const ownLoading = await longestShare(browser, page, async () => {
    await page.goto(address)
    await page.waitForFunction(() => performance.getEntriesByName('map-picture').length > 0, undefined, {timeout: 120_000})
    await page.waitForTimeout(1500)
  })
  const first = await page.evaluate(() => (performance.getEntriesByName('map-picture')[0]?.startTime ?? 0) - (performance.getEntriesByName('map-data')[0]?.startTime ?? 0))
  if (picture) await page.screenshot({path: picture})
  const {frame, work} = await pan(page)
  await page.waitForTimeout(500)
  const ownPanning = await longestShare(browser, page, async () => {
    await pan(page)
    await page.waitForTimeout(500)
  })
  await page.waitForTimeout(1000)
  const idle = await busy(session, 2000)
  await context.close()
  return {first, frame, work, ownLoading, ownPanning, idle}
}

/** Runs in the page. */
function hideCalls(): void {
  for (const kind of [HTMLCanvasElement, WebGLRenderingContext, WebGL2RenderingContext]) {
    for (const [name, {value, writable}] of Object.entries(Object.getOwnPropertyDescriptors(kind.prototype))) {
      if (typeof value !== 'function' || !writable || name === 'constructor') continue
      Reflect.set(kind.prototype, name, function (this: unknown, ...given: unknown[]) {
        return Reflect.apply(value, this, given)
      })
    }
  }
}

/** Moves of a drag: at most, at least, and for how many milliseconds there may be more. */
const drag = {most: 40, least: 5, lasts: 5000} as const

/** How long the map takes to follow the mouse: the median over moves of a drag, each waited for until the next frame. */
async function pan(page: Page): Promise<{frame: number; work: number}> {
  const box = await page.locator('.map-view, #bare').first().boundingBox()
  if (!box) throw new Error('There is no stage.')
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2]
  await page.mouse.move(x, y)
  await page.mouse.down()
  const times: number[] = []
  const before = browserTime()
  const start = performance.now()
  for (let step = 1; step <= drag.most && (step <= drag.least || performance.now() - start < drag.lasts); step += 1) {
    const began = performance.now()
    await page.mouse.move(x + 100 * Math.sin(step / 9), y + 60 * Math.sin(step / 7))
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)))
    times.push(performance.now() - began)
  }
  const work = (browserTime() - before) / times.length
  await page.mouse.up()
  return {frame: median(times), work}
}

/** Milliseconds of processor that the processes of this bench's browser have used; Linux only, elsewhere 0. */
function browserTime(): number {
  let names: string[] = []
  try {
    names = readdirSync('/proc').filter((name) => /^\d+$/.test(name))
  } catch {
    return 0
  }
  const all = new Map(names.flatMap((name) => {
    try {
      const text = readFileSync(`/proc/${name}/stat`, 'utf8')
      const fields = text.slice(text.lastIndexOf(')') + 2).split(' ')
      return [[Number(name), {parent: Number(fields[1]), time: 10 * (Number(fields[11]) + Number(fields[12]))}] as const]
    } catch {
      // It ended while the list was read.
      return []
    }
  }))
  const isOurs = (pid: number): boolean => pid === process.pid || (all.has(pid) && isOurs(all.get(pid)?.parent ?? 0))
  return [...all].reduce((sum, [pid, {time}]) => (pid !== process.pid && isOurs(pid) ? sum + time : sum), 0)
}

/** The middle one of some numbers. */
export function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
}

async function busy(session: CDPSession, milliseconds: number): Promise<number> {
  const taken = async (): Promise<number> => (await session.send('Performance.getMetrics')).metrics.find(({name}) => name === 'TaskDuration')?.value ?? 0
  const before = await taken()
  await new Promise((resolve) => setTimeout(resolve, milliseconds))
  return ((await taken()) - before) / (milliseconds / 1000)
}

export const sigmaVersion: string = sigma.version

/** A page of nothing but sigma, its own defaults, and the same notes and links: scripts by their names. */
export function barePage(): ReadonlyMap<string, string> {
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
