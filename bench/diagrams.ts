/**
 * Measure drawing in Node against mermaid in Chromium, over the parity corpus in one run, and write it to bench/RESULTS.md.
 *
 *     node bench/diagrams.ts
 *
 * Nothing here passes or fails.
 */
import {mkdtempSync, rmSync} from 'node:fs'
import {availableParallelism, tmpdir} from 'node:os'
import {join} from 'node:path'
import {gzipSync} from 'node:zlib'
import type {Drawing, DrawingFailure} from '../src/garden/model.ts'
import {drawDiagrams} from '../src/garden/diagrams/draw.ts'
import {drawAll} from '../src/garden/diagrams/pool.ts'
import {corpus, fontFile} from '../test/corpus.ts'
import {bare, openMermaidPage, openMermaidThread, openStill, type Renderer} from '../test/site/mermaid-page.ts'
import {yardstick} from './measure.ts'
import {writeSection} from './results.ts'

const total = 500

interface Rendered {
  /** Milliseconds until the first diagram is there. */
  readonly start: number
  /** Milliseconds for each diagram of the corpus, in a renderer that has drawn all of them once. */
  readonly warm: readonly number[]
}

async function timed<T>(task: () => Promise<T>): Promise<[value: T, milliseconds: number]> {
  const began = performance.now()
  const value = await task()
  return [value, performance.now() - began]
}

function middle(values: readonly number[]): number {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0
}

/** Mermaid's part alone, one theme: what both can be asked. */
async function render(open: () => Promise<Renderer>): Promise<Rendered> {
  const [renderer, start] = await timed(async () => {
    const opened = await open()
    await opened.render('flowchart LR\n  a --> b')
    return opened
  })
  for (const source of corpus.values()) await renderer.render(bare(source))
  const warm: number[] = []
  for (const source of corpus.values()) warm.push((await timed(() => renderer.render(bare(source))))[1])
  await renderer.close()
  return {start, warm}
}

/** The whole way that a build goes: threads, both themes, links, cleaning, the cache. */
async function build(): Promise<{cold: number; warm: number; sizes: number[]}> {
  const cacheFolder = mkdtempSync(join(tmpdir(), 'trellis-bench-'))
  const options = {cacheFolder, fontFile, timeoutMs: 60_000, workers: availableParallelism()}
  try {
    const [drawn, cold] = await timed(() => drawDiagrams(corpus, options))
    const [, warm] = await timed(() => drawDiagrams(corpus, options))
    return {cold: cold / corpus.size, warm: warm / corpus.size, sizes: [...drawn.values()].flatMap(sizeOf)}
  } finally {
    rmSync(cacheFolder, {recursive: true, force: true})
  }
}

/** Bytes of the SVG, both themes, under gzip. */
function sizeOf(drawn: Drawing | DrawingFailure): number[] {
  return drawn.ok ? [gzipSync(drawn.svg.html.replace(/\0/g, ''), {level: 9}).length] : []
}

/** Resident megabytes of this process after each hundred diagrams that one thread draws. */
async function memory(): Promise<number[]> {
  const sources = [...corpus.values()]
  const queue = Array.from({length: total}, (_, index) => [String(index), sources[index % sources.length] ?? ''] as const)
  const samples: number[] = []
  let count = 0
  await drawAll(queue, {
    fontFile,
    timeoutMs: 60_000,
    workers: 1,
    done() {
      count += 1
      if (count % 100 === 0) samples.push(Math.round(process.memoryUsage().rss / 2 ** 20))
    }
  })
  return samples
}

async function inBrowser(): Promise<Rendered> {
  const [browser, launch] = await timed(openStill)
  try {
    const rendered = await render(() => openMermaidPage(browser))
    return {...rendered, start: rendered.start + launch}
  } finally {
    await browser.close()
  }
}

function row(what: string, node: number, chromium?: number): string {
  const cells = chromium === undefined ? ['', ''] : [Math.round(chromium), (node / chromium).toFixed(2)]
  return `| ${[what, node < 10 ? node.toFixed(1) : Math.round(node), ...cells].join(' | ')} |`
}

function section(rows: readonly string[], samples: readonly number[], speed: number): string {
  return `Written by \`node bench/diagrams.ts\`: ${corpus.size} diagrams (\`test/diagrams/\`), Node and then Chromium with the same mermaid in one run; the yardstick
took ${speed} ms. *Render* is mermaid alone, in one theme; *build* is the whole way: both themes, links, cleaning, all threads.

| what | Node | Chromium | ratio |
| --- | ---: | ---: | ---: |
${rows.join('\n')}

Resident megabytes after each hundred of ${total} diagrams in one thread, replaced after 300: ${samples.join(', ')}.
`
}

const speed = yardstick()
const samples = await memory()
const built = await build()
const node = await render(async () => openMermaidThread())
const chromium = await inBrowser()
const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0)
const rows = [
  row('start-up and a first diagram, ms', node.start, chromium.start),
  row('render, median ms', middle(node.warm), middle(chromium.warm)),
  row('render, mean ms', sum(node.warm) / corpus.size, sum(chromium.warm) / corpus.size),
  row('build, nothing in the cache, mean ms', built.cold),
  row('build, all in the cache, mean ms', built.warm),
  row('bytes with both themes, median under gzip', middle(built.sizes))
]
console.log(rows.join('\n'), '\n', samples)
writeSection('What a diagram costs', section(rows, samples, speed))
