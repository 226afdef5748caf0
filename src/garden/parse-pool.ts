/**
 * Run the parser where it can be stopped: in worker threads, under a deadline
 * a note, so that no note can hang or slow the build (hazards 33 and 34).
 */

import {createHash} from 'node:crypto'
import {once} from 'node:events'
import {availableParallelism} from 'node:os'
import {fileURLToPath} from 'node:url'
import {Worker} from 'node:worker_threads'
import {type Cache, versionOf} from './cache.ts'
import type {PreparedNote, SourceFile} from './model.ts'
import type {ParseOptions} from './parse.ts'

export interface PoolOptions {
  readonly cache: Cache
  /** Prepared notes of earlier rounds by key, kept between them by whoever stays running. */
  readonly memory?: Map<string, PreparedNote>
  /** Longest time for one note, in milliseconds. */
  readonly deadlineMs: number
  /** `here`: in this thread, with no deadline; for tests, whose vaults are many and small. */
  readonly where?: 'here' | 'workers'
  readonly onProgress?: (stage: string, done: number, of: number) => void
}

/** Notes a worker must have before a second one is worth its start: each compiles the parser anew, which takes as long as several hundred notes. */
const notesPerWorker = 2000

/** Prepare notes, from the cache where it has them; in the order given. */
export async function parseNotes(files: readonly SourceFile[], options: ParseOptions, pool: PoolOptions): Promise<PreparedNote[]> {
  const version = codeVersion(options)
  const done = new Map<string, PreparedNote>()
  const missing: Keyed[] = []
  for (const file of files) {
    const key = createHash('sha256').update(`${version}\0${file.path}\0${file.hash}`).digest('hex')
    const known = pool.memory?.get(key) ?? restore(pool.cache.read(key))
    if (known === undefined) missing.push({file, key})
    else remember(known, key, {done, pool})
  }
  if (pool.where === 'here') await parseHere(missing, options, {done, pool})
  else await parseMissing(missing, {options, pool, done, total: files.length})
  return files.flatMap((file) => done.get(file.path) ?? [])
}

/** Loaded when it is asked for: workers have the parser, and this thread does well without it. */
function preparing(): Promise<typeof import('./prepare.ts')> {
  return import('./prepare.ts')
}

async function parseHere(missing: readonly Keyed[], options: ParseOptions, into: Pick<Run, 'done' | 'pool'>): Promise<void> {
  const {prepareFile} = await preparing()
  for (const {file, key} of missing) remember(prepareFile(file, options), key, into)
}

function restore(json: string | undefined): PreparedNote | undefined {
  return json === undefined ? undefined : JSON.parse(json)
}

function remember(note: PreparedNote, key: string, {done, pool}: Pick<Run, 'done' | 'pool'>): void {
  done.set(note.path, note)
  pool.memory?.set(key, note)
}

interface Keyed {
  readonly file: SourceFile
  readonly key: string
}

interface Run {
  readonly options: ParseOptions
  readonly pool: PoolOptions
  readonly done: Map<string, PreparedNote>
  readonly total: number
}

let code: string | undefined

/** What prepared notes depend on besides the file: this code, the packages it uses, the options. */
function codeVersion(options: ParseOptions): string {
  code ??= versionOf([
    ...['bases', 'canvas', 'syntax', 'addresses.ts', 'callouts.ts', 'callout-looks.ts', 'code.ts', 'code-languages.ts', 'code-tokens.ts', 'days.ts', 'diagnostics.ts', 'direction.ts', 'edit-distance.ts', 'embeds.ts', 'fact-blocks.ts', 'fact-links.ts', 'facts.ts', 'formula.ts', 'formula-context.ts', 'formula-macros.ts', 'formula-reasons.ts', 'formula-source.ts', 'formula-words.ts', 'frontmatter.ts', 'heading-ids.ts', 'html.ts', 'html-frames.ts', 'html-lists.ts', 'html-named.ts', 'html-old.ts', 'html-tags.ts', 'html-unsafe.ts', 'html-web.ts', 'html-words.ts', 'late-properties.ts', 'left-open.ts', 'names.ts', 'parse.ts', 'picture.ts', 'plain-text.ts', 'plain-yaml.ts', 'prepare.ts', 'properties.ts', 'reserved-classes.ts', 'safe.ts', 'sentences.ts', 'svg.ts', 'template.ts', 'template-picture.ts', 'template-tag.ts', 'template-foreign.ts', 'tree.ts', 'visibility.ts', 'walker.ts', 'web-embeds.ts', 'yaml.ts'].map((name) => fileURLToPath(new URL(name, import.meta.url))),
    fileURLToPath(new URL('../../package-lock.json', import.meta.url))
  ])
  return `${code}\0${JSON.stringify(options)}`
}

async function parseMissing(queue: readonly Keyed[], run: Run): Promise<void> {
  if (queue.length === 0) return
  const count = Math.max(1, Math.min(availableParallelism(), Math.floor(queue.length / notesPerWorker)))
  const rest = [...queue].reverse()
  const next = (): Keyed | undefined => rest.pop()
  await Promise.all(Array.from({length: count}, () => serve(next, run)))
}

/** Keep one worker busy; when it must be stopped, note why and start another. */
async function serve(next: () => Keyed | undefined, run: Run): Promise<void> {
  let worker = await start(run.options)
  for (let job = next(); job; job = next()) {
    const answer = await ask(worker, job.file, run.pool.deadlineMs)
    if ('json' in answer) {
      run.pool.cache.write(job.key, answer.json)
      remember(JSON.parse(answer.json), job.key, run)
    } else {
      await worker.terminate()
      worker = await start(run.options)
      const {stoppedFile} = await preparing()
      run.done.set(job.file.path, stoppedFile(job.file, run.options, answer.reason))
    }
    run.pool.onProgress?.('notes', run.done.size, run.total)
  }
  if (run.pool.memory && !idle) idle = {worker, options: JSON.stringify(run.options)}
  else await worker.terminate()
}

/** A worker that waits for the next round, where there will be one: loading takes longer than an author's edit. */
let idle: {readonly worker: Worker; readonly options: string} | undefined

function takeIdle(options: ParseOptions): Worker | undefined {
  if (idle?.options !== JSON.stringify(options)) return undefined
  const {worker} = idle
  idle = undefined
  return worker
}

/** A worker that is ready: what it takes to load is not counted against a note. */
async function start(options: ParseOptions): Promise<Worker> {
  const waiting = takeIdle(options)
  if (waiting) return waiting
  // Deep nesting needs stack; a note that needs more memory than this is refused.
  const worker = new Worker(new URL('./parse-worker.ts', import.meta.url), {workerData: options, resourceLimits: {stackSizeMb: 16, maxOldGenerationSizeMb: 1024}})
  await once(worker, 'message')
  worker.unref()
  return worker
}

type Answer = {readonly json: string} | {readonly reason: string}

function ask(worker: Worker, file: SourceFile, deadlineMs: number): Promise<Answer> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => settle({reason: `it took longer than ${deadlineMs / 1000} seconds`}), deadlineMs)
    const onMessage = (json: string): void => settle({json})
    const onError = (error: Error): void => settle({reason: 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'it needs too much memory' : error.message})
    const settle = (answer: Answer): void => {
      clearTimeout(timer)
      worker.off('message', onMessage)
      worker.off('error', onError)
      resolve(answer)
    }
    worker.on('message', onMessage)
    worker.on('error', onError)
    worker.postMessage(file)
  })
}
