/** The diagrams of `test/diagrams/`: drawn once for all tests that run in one process. */
import {mkdtempSync, readdirSync, readFileSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {type DrawOptions, drawDiagrams} from '../src/garden/diagrams/draw.ts'
import type {Drawing, DrawingFailure} from '../src/garden/model.ts'

const folder = join(import.meta.dirname, 'diagrams')

/** Sources by their names. */
export const corpus: ReadonlyMap<string, string> = new Map(
  readdirSync(folder).sort().map((name) => [name.replace('.mmd', ''), readFileSync(join(folder, name), 'utf8')])
)

/** The font that diagrams are measured with. */
export const fontFile = join(import.meta.dirname, '..', 'public', 'fonts', 'inter-400-600.woff2')

/** How tests draw: patiently, and all in one thread. */
export const drawing: Omit<DrawOptions, 'cacheFolder'> = {fontFile, timeoutMs: 60_000, workers: 1, keep: true}

let drawn: Promise<Map<string, Drawing | DrawingFailure>> | undefined

/** The corpus, drawn by this process on no cache. */
export function drawnCorpus(): Promise<Map<string, Drawing | DrawingFailure>> {
  drawn ??= drawAnew()
  return drawn
}

async function drawAnew(): Promise<Map<string, Drawing | DrawingFailure>> {
  const cacheFolder = mkdtempSync(join(tmpdir(), 'diagrams-'))
  try {
    return await drawDiagrams(corpus, {...drawing, cacheFolder})
  } finally {
    rmSync(cacheFolder, {recursive: true, force: true})
  }
}
