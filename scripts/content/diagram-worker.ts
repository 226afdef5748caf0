/** A thread that reads diagrams with Mermaid's own parser and draws none: Mermaid changes what is global, so it has a room of its own. */

import {parentPort, workerData} from 'node:worker_threads'
import {failureOf} from '../../src/garden/diagrams/failure.ts'
import {openRenderer} from '../../src/garden/diagrams/mermaid.ts'
import {extract} from '../../src/garden/diagrams/model/extract.ts'
import {markLinks} from '../../src/garden/diagrams/wiki.ts'

for (const level of ['log', 'info', 'warn', 'error', 'debug', 'trace'] as const) console[level] = () => {}

const renderer = await openRenderer(String(workerData))

parentPort?.on('message', async (source: string) => {
  try {
    const {type, db} = await renderer.parse(markLinks(source, false).source)
    parentPort?.postMessage({ok: true, model: extract(type, db)})
  } catch (error) {
    parentPort?.postMessage(failureOf(error, source))
  }
})
