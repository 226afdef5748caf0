/** Diagrams as Mermaid's own parser understands them, read in a thread. */

import {join} from 'node:path'
import {Worker} from 'node:worker_threads'
import type {DiagramModel, DrawingFailure} from '../../src/garden/model.ts'

/** A diagram that was understood, or why it was not. */
export type Reading = {readonly ok: true; readonly model: DiagramModel} | DrawingFailure

/** The site's own font; the parser asks for one, as it is the renderer's. */
const fontFile = join(import.meta.dirname, '..', '..', 'public', 'fonts', 'inter-400-600.woff2')

/**
 * Read diagrams.
 *
 * @returns A reading for each source, in their order.
 * @throws When Mermaid cannot be loaded.
 */
export async function readDiagrams(sources: readonly string[]): Promise<Reading[]> {
  if (sources.length === 0) return []
  const thread = new Worker(join(import.meta.dirname, 'diagram-worker.ts'), {workerData: fontFile})
  try {
    const readings: Reading[] = []
    for (const source of sources) readings.push(await ask(thread, source))
    return readings
  } finally {
    await thread.terminate()
  }
}

function ask(thread: Worker, source: string): Promise<Reading> {
  return new Promise((resolve, reject) => {
    const settle = (reading: Reading): void => {
      thread.off('error', reject)
      resolve(reading)
    }
    thread.once('error', reject).once('message', settle)
    thread.postMessage(source)
  })
}
