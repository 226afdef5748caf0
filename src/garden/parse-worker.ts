/** The thread that parses: takes a file, gives back its prepared note as JSON, which the cache keeps as it is. */

import {parentPort, workerData} from 'node:worker_threads'
import {parseNote} from './parse.ts'

parentPort?.on('message', (file) => {
  parentPort?.postMessage(JSON.stringify(parseNote(file, workerData)))
})
