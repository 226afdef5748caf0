/** How long the scripts of a page run in one go, from a trace of the browser. */

import type {Browser, Page} from 'playwright'

interface TraceEvent {
  readonly name: string
  readonly ph: string
  readonly pid: number
  readonly tid: number
  /** Microseconds. */
  readonly ts: number
  readonly dur?: number
  /** Processor time of the thread. */
  readonly tdur?: number
  readonly id?: string
  readonly args?: {readonly name?: string; readonly data?: ProfileData}
}

interface ProfileData {
  readonly startTime?: number
  readonly cpuProfile?: {readonly nodes?: readonly ProfileNode[]; readonly samples?: readonly number[]}
  readonly timeDeltas?: readonly number[]
}

interface ProfileNode {
  readonly id: number
  readonly parent?: number
  readonly callFrame: {readonly functionName: string; readonly url?: string}
}

interface Sample {
  readonly at: number
  readonly took: number
  readonly node: ProfileNode | undefined
}

const categories = ['toplevel', 'devtools.timeline', 'disabled-by-default-v8.cpu_profiler', 'v8.execute', '__metadata']

/**
 * The longest share that our own script (and its libraries') has in one task of the page's thread, in milliseconds of
 * processor time: functions of files and what they wait for of the garbage collector; calls of WebGL and other native work
 * are left out. Another process that takes the processor away meanwhile does not count.
 */
export async function longestShare(browser: Browser, page: Page, work: () => Promise<void>): Promise<number> {
  await browser.startTracing(page, {categories})
  await work()
  const {traceEvents} = JSON.parse((await browser.stopTracing()).toString()) as {traceEvents: readonly TraceEvent[]}
  const shares = [...Map.groupBy(traceEvents, ({pid}) => pid)].flatMap(([, events]) => sharesOf(events))
  return shares.reduce((a, b) => Math.max(a, b), 0)
}

/** Of one process, the share of each of its main thread's tasks. */
function sharesOf(events: readonly TraceEvent[]): number[] {
  const main = events.find(({name, args}) => name === 'thread_name' && args?.name === 'CrRendererMain')?.tid
  if (main === undefined) return []
  const samples = samplesOf(events)
  const tasks = events.filter(({name, ph, tid, dur = 0}) => name.endsWith('RunTask') && ph === 'X' && tid === main && dur > 1000).sort((a, b) => a.ts - b.ts)
  let at = 0
  return tasks.map(({ts, dur = 0, tdur = dur}) => {
    while ((samples[at]?.at ?? Infinity) < ts) at += 1
    let own = 0
    for (let index = at; (samples[index]?.at ?? Infinity) <= ts + dur; index += 1) own += isOwn(samples[index]?.node) ? Math.min(samples[index]?.took ?? 0, dur) : 0
    return (own * Math.min(1, tdur / Math.max(1, dur))) / 1000
  })
}

function isOwn(node: ProfileNode | undefined): boolean {
  if (!node) return false
  return node.callFrame.functionName === '(garbage collector)' || (node.callFrame.url ?? '').startsWith('http')
}

/** What the profiler saw, in the order of time; a sample stands for the time since the one before. */
function samplesOf(events: readonly TraceEvent[]): Sample[] {
  return [...Map.groupBy(events.filter(({name}) => name === 'Profile' || name === 'ProfileChunk'), ({id}) => id)].flatMap(([, chunks]) => {
    const nodes = new Map<number, ProfileNode>()
    let now = chunks.find(({name}) => name === 'Profile')?.args?.data?.startTime ?? 0
    return chunks.flatMap(({args}) => {
      for (const node of args?.data?.cpuProfile?.nodes ?? []) nodes.set(node.id, node)
      return (args?.data?.cpuProfile?.samples ?? []).map((id, index): Sample => {
        const took = args?.data?.timeDeltas?.[index] ?? 0
        now += took
        return {at: now, took, node: nodes.get(id)}
      })
    })
  }).sort((a, b) => a.at - b.at)
}
