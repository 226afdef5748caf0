import path from 'node:path'
import {Worker} from 'node:worker_threads'
import type {DiagramModel, Drawing, DrawingFailure} from '../model.ts'

export type Drawn = Drawing | DrawingFailure

interface PoolOptions {
  readonly fontFile: string
  /** Longest time for one diagram, in milliseconds. */
  readonly timeoutMs: number
  /** Threads at most. */
  readonly workers: number
  /** Whether a thread stays when all is drawn, for whoever will draw again: to load mermaid takes longer than most diagrams. */
  readonly keep?: boolean
  readonly signal?: AbortSignal
  /** Called with each diagram as soon as it is drawn; `lasting` is false for what could be otherwise next time. */
  readonly done: (hash: string, drawn: Drawn, lasting: boolean) => void
}

/** Diagrams that a thread draws before another takes its place: mermaid holds on to memory. */
const recycled = 300

/** Longest time in milliseconds for mermaid to load. */
const startLimit = 120_000

/** Memory of a thread, in megabytes; beyond it the thread ends and its diagram fails. */
const resourceLimits = {maxOldGenerationSizeMb: 2048}

/** A thread, and how much it has drawn. */
interface Drawer {
  readonly thread: Worker
  readonly fontFile: string
  readonly ready: Promise<void>
  drawn: number
  ended: boolean
}

/** A thread that waits for the next diagrams; it keeps no process alive. */
let idle: Drawer | undefined

/**
 * Draw diagrams in threads, each under a deadline.
 *
 * @throws
 *   When mermaid cannot be loaded (no font, no memory) or when `signal` says stop.
 */
export async function drawAll(sources: readonly (readonly [hash: string, source: string])[], options: PoolOptions): Promise<void> {
  const queue = [...sources]
  const lanes = Math.min(Math.max(1, options.workers), queue.length)
  const drawers = new Set<Drawer>()
  const stop = (): void => {
    queue.length = 0
    for (const {thread} of drawers) void thread.terminate()
  }
  options.signal?.addEventListener('abort', stop, {once: true})
  try {
    await Promise.all(Array.from({length: lanes}, () => lane(queue, drawers, options)))
    options.signal?.throwIfAborted()
  } finally {
    options.signal?.removeEventListener('abort', stop)
    stop()
  }
}

/** One thread after another, until the queue is empty. */
async function lane(queue: (readonly [hash: string, source: string])[], drawers: Set<Drawer>, options: PoolOptions): Promise<void> {
  while (queue.length > 0) {
    options.signal?.throwIfAborted()
    const drawer = takeIdle(options.fontFile) ?? start(options.fontFile)
    drawers.add(drawer)
    await drawer.ready
    const isWell = await serve(drawer, queue, options)
    drawers.delete(drawer)
    if (isWell && options.keep && !idle) idle = drawer
    else await drawer.thread.terminate()
  }
}

function takeIdle(fontFile: string): Drawer | undefined {
  const drawer = idle
  idle = undefined
  if (drawer && !drawer.ended && drawer.fontFile === fontFile) return drawer
  void drawer?.thread.terminate()
  return undefined
}

function start(fontFile: string): Drawer {
  const thread = new Worker(path.join(import.meta.dirname, 'worker.ts'), {workerData: fontFile, resourceLimits, execArgv: []})
  // What waits for an answer keeps the process alive. A thread that breaks while nobody listens must not end it.
  thread.unref()
  thread.on('error', () => {})
  const drawer: Drawer = {thread, fontFile, ready: loaded(thread), drawn: 0, ended: false}
  thread.once('exit', () => {
    drawer.ended = true
  })
  return drawer
}

/** Wait until a thread can draw. */
async function loaded(thread: Worker): Promise<void> {
  const ready = await answer(thread, startLimit)
  if (ready.kind !== 'message') throw new Error(`Mermaid could not be loaded: ${ready.kind === 'late' ? 'it took too long' : ready.reason}`)
}

/** Let a thread draw until it has done its share, or breaks; whether it can draw more. */
async function serve(drawer: Drawer, queue: (readonly [hash: string, source: string])[], options: PoolOptions): Promise<boolean> {
  for (; drawer.drawn < recycled; drawer.drawn++) {
    const next = queue.shift()
    if (!next) return true
    const [hash, source] = next
    const waiting = answer(drawer.thread, options.timeoutMs)
    drawer.thread.postMessage(source)
    const reply = await waiting
    if (options.signal?.aborted) return false
    if (reply.kind === 'message' && isDrawn(reply.value)) options.done(hash, reply.value, true)
    else {
      options.done(hash, {ok: false, message: reason(reply, options.timeoutMs), ...(reply.model && {model: reply.model})}, false)
      return false
    }
  }
  return false
}

function reason(reply: Answer, timeoutMs: number): string {
  if (reply.kind === 'late') return `The diagram takes more than ${timeoutMs / 1000} s to draw. Make it smaller.`
  return 'The diagram needs more memory than there is. Make it smaller.'
}

type Reply = {readonly kind: 'message'; readonly value: unknown} | {readonly kind: 'late'} | {readonly kind: 'broken'; readonly reason: string}

/** With what the thread had understood of a diagram by then. */
type Answer = Reply & {readonly model?: DiagramModel}

/** What a thread gives back, or why it gives nothing. */
function answer(thread: Worker, limit: number): Promise<Answer> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => settle({kind: 'late'}), limit)
    let model: DiagramModel | undefined
    const onMessage = (value: unknown): void => {
      if (isParsed(value)) model = value.parsed
      else settle({kind: 'message', value})
    }
    const onError = (error: unknown): void => settle({kind: 'broken', reason: error instanceof Error ? error.message : String(error)})
    const onExit = (): void => settle({kind: 'broken', reason: 'the thread ended'})
    function settle(value: Reply): void {
      clearTimeout(timer)
      thread.off('message', onMessage).off('error', onError).off('exit', onExit)
      resolve({...value, ...(model && {model})})
    }
    thread.on('message', onMessage).once('error', onError).once('exit', onExit)
  })
}

function isDrawn(value: unknown): value is Drawn {
  return typeof value === 'object' && value !== null && 'ok' in value
}

function isParsed(value: unknown): value is {readonly parsed: DiagramModel} {
  return typeof value === 'object' && value !== null && 'parsed' in value
}
