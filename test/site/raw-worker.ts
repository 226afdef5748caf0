/** A thread that draws as mermaid does, nothing cleaned: a source comes in, an SVG goes out. */
import {parentPort, workerData} from 'node:worker_threads'
import {openRenderer} from '../../src/garden/diagrams/mermaid.ts'

for (const level of ['log', 'info', 'warn', 'error', 'debug'] as const) console[level] = () => {}

const renderer = await openRenderer(String(workerData))

parentPort?.on('message', async (source: string) => parentPort?.postMessage(await renderer.render(source, 'light')))
