import {parentPort, workerData} from 'node:worker_threads'
import {openRenderer} from './mermaid.ts'
import {renderDiagram} from './render.ts'

/**
 * A thread that draws, one diagram at a time: a source comes in, what its
 * parser understood goes out, then a drawing or a failure. The first message
 * says that it is ready.
 */

// Mermaid and its libraries log what they think of a diagram; authors are told by messages of ours.
for (const level of ['log', 'info', 'warn', 'error', 'debug', 'trace'] as const) console[level] = () => {}

const renderer = await openRenderer(String(workerData))

parentPort?.on('message', async (source: string) => {
  parentPort?.postMessage(await renderDiagram(source, renderer, (parsed) => parentPort?.postMessage({parsed})))
})
parentPort?.postMessage('ready')
