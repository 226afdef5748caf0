import {openCache} from '../cache.ts'
import type {Drawing, DrawingFailure} from '../model.ts'
import {drawAll} from './pool.ts'
import {cacheKey, pipelineVersion} from './version.ts'

export interface DrawOptions {
  /** Folder of the cache; deletable at any time. */
  readonly cacheFolder: string
  /** The sans of the site, which text is measured with: woff2 or TrueType. */
  readonly fontFile: string
  /** Longest time for one diagram, in milliseconds. */
  readonly timeoutMs: number
  /** Threads at most; more than there are cores gain nothing. */
  readonly workers: number
  /** Whether a thread stays for the next diagrams, as whoever stays running will have some. */
  readonly keep?: boolean
  /** Stops all drawing. */
  readonly signal?: AbortSignal
}

/**
 * Draw Mermaid diagrams as SVG.
 *
 * Each is drawn once and kept in the cache, failures too, but for those that
 * could go otherwise another time (a time-out). When all are there, mermaid is
 * not loaded. The same source is the same drawing, byte for byte, on any
 * machine.
 *
 * @param sources
 *   Sources by any key; the same keys come back, in the same order.
 * @returns
 *   A drawing for each source, or why there is none. Never throws for what an author wrote.
 * @throws
 *   When mermaid cannot be loaded, the font cannot be read, or `signal` says stop.
 */
export async function drawDiagrams<Key extends string>(sources: ReadonlyMap<Key, string>, options: DrawOptions): Promise<Map<Key, Drawing | DrawingFailure>> {
  if (sources.size === 0) return new Map()
  const version = pipelineVersion(options.fontFile)
  const cache = openCache(options.cacheFolder)
  const bySource = new Map<string, Drawing | DrawingFailure>()
  const missing: [key: string, source: string][] = []

  for (const source of new Set(sources.values())) {
    const key = cacheKey(version, source)
    const known = restore(cache.read(key))
    if (known) bySource.set(key, known)
    else missing.push([key, source])
  }
  if (missing.length > 0) {
    await drawAll(missing, {
      ...options,
      done(key, drawn, lasting) {
        bySource.set(key, drawn)
        if (lasting) cache.write(key, JSON.stringify(drawn))
      }
    })
  }
  return new Map([...sources].map(([name, source]) => [name, bySource.get(cacheKey(version, source)) ?? lost]))
}

const lost: DrawingFailure = {ok: false, message: 'The diagram was not drawn.'}

/** What the cache holds, if it is a drawing or a failure. */
function restore(text: string | undefined): Drawing | DrawingFailure | undefined {
  if (text === undefined) return undefined
  try {
    const value: unknown = JSON.parse(text)
    return isDrawing(value) || isFailure(value) ? value : undefined
  } catch {
    return undefined
  }
}

function isDrawing(value: unknown): value is Drawing {
  return typeof value === 'object' && value !== null && 'ok' in value && value.ok === true && 'svg' in value && 'links' in value
}

function isFailure(value: unknown): value is DrawingFailure {
  return typeof value === 'object' && value !== null && 'ok' in value && value.ok === false && 'message' in value
}
