/** The thread that parses: takes a file, gives back its prepared note as JSON, which the cache keeps as it is. */

import {parentPort, workerData} from 'node:worker_threads'
import {prepareFile} from './prepare.ts'

/** What a worker says when it can take notes. */
const ready = 'ready'

// Loading takes longer than most notes, and is none of their time.
parentPort?.postMessage(ready)

parentPort?.on('message', (file) => {
  parentPort?.postMessage(JSON.stringify(prepareFile(file, workerData)))
})
