/**
 * The model of the Circuit Breaker Lab: processes that call one dependency, each through a breaker of its own.
 *
 * Time goes in steps of 10 ms. Nothing in it waits, reads a clock or draws: settings in, the whole run out.
 */

import {ask, closedBreaker, rates, record, type Breaker, type Rules} from './breaker.ts'
import {calendar} from './calendar.ts'
import {breakerSpan, type BreakerRun, type BreakerSample, type BreakerSettings, type Change} from './circuit-breaker-run.ts'
import {noise} from './random.ts'

const step = 10
const latency = {well: 30, cold: 300} as const
const relapse = 5000

interface Process {
  readonly breaker: Breaker
  readonly busy: number
}

interface Call {
  readonly number: number
  readonly process: number
  readonly at: number
}

interface Ending {
  readonly at: number
  readonly process: number
  readonly period: number
  readonly failed: boolean
  readonly slow: boolean
}

interface World {
  readonly processes: readonly Process[]
  readonly faults: BreakerRun['faults']
  readonly sample: BreakerSample
  readonly changes: readonly Change[]
  /** Calls in flight, of all processes. */
  readonly held: number
}

/** Run the model from its first moment to its last. */
export function runBreaker(settings: BreakerSettings): BreakerRun {
  const {from, to} = breakerSpan
  const samples: BreakerSample[] = []
  const later = calendar<Ending>()
  let world: World = {
    processes: Array.from({length: settings.processes}, (_, process) => ({breaker: closedBreaker(process), busy: 0})),
    faults: [{from: 0, to: settings.faultLength * 1000}],
    sample: emptySample(from),
    changes: [],
    held: 0
  }

  for (let now: number = from; now < to; now += step) {
    for (const ending of later.take(now)) world = end(world, ending, settings)
    for (const call of callsAt(now, settings)) {
      const begun = begin(world, call, settings)
      world = begun.world
      if (begun.ending) later.add(begun.ending.at, begun.ending)
    }
    if ((now + step) % 1000 === 0) {
      samples.push(closeSample(world, now + step, settings))
      world = {...world, sample: {...emptySample(now + step), inFlight: world.processes[0]?.busy ?? 0}}
    }
  }

  return {settings, samples, changes: world.changes, faults: world.faults}
}

/** Calls that begin in the step at a time: evenly spaced, the processes taking turns. */
function callsAt(now: number, {processes, rate}: BreakerSettings): Call[] {
  const perMillisecond = (rate * processes) / 1000
  const first = Math.ceil((now - breakerSpan.from) * perMillisecond - 1e-9)
  const end = Math.ceil((now - breakerSpan.from + step) * perMillisecond - 1e-9)
  return Array.from({length: end - first}, (_, index) => ({number: first + index, process: (first + index) % processes, at: now}))
}

function begin(world: World, call: Call, settings: BreakerSettings): {readonly world: World; readonly ending?: Ending} {
  const process = world.processes[call.process]
  if (!process) return {world}
  if (process.busy >= settings.pool) return {world: count(world, {full: 1})}

  const asked = settings.breaker === 'on' ? ask(process.breaker, call.at, settings) : {breaker: process.breaker, passes: true}
  const told = withBreaker(world, asked.breaker, call.at)
  if (!asked.passes) return {world: count(told, {refused: 1})}

  const fate = fateOf(call, told, settings)
  const ending = {at: call.at + fate.duration, process: call.process, period: asked.breaker.period, failed: fate.failed, slow: fate.duration > settings.slowCall}
  const busy = process.busy + 1
  const sent = {
    ...count(told, fate.failed ? {failed: 1} : {answered: 1, slow: Number(ending.slow)}),
    processes: told.processes.with(call.process, {breaker: asked.breaker, busy}),
    faults: fate.pushedOver ? [...told.faults, {from: call.at, to: call.at + relapse}] : told.faults,
    held: told.held + 1
  }
  const first = call.process === 0 ? Math.max(sent.sample.inFlight, busy) : sent.sample.inFlight
  return {world: {...sent, sample: {...sent.sample, inFlight: first}}, ending}
}

function end(world: World, ending: Ending, settings: BreakerSettings): World {
  const process = world.processes[ending.process]
  if (!process) return world

  const freed = {
    ...world,
    processes: world.processes.with(ending.process, {...process, busy: process.busy - 1}),
    held: world.held - 1
  }
  return settings.breaker === 'on' ? withBreaker(freed, record(process.breaker, ending, settings), ending.at) : freed
}

/** How the dependency treats a call, and for how long the caller waits. */
function fateOf(call: Call, {faults, held}: World, settings: BreakerSettings): {duration: number; failed: boolean; pushedOver: boolean} {
  const last = faults.at(-1)
  const down = last !== undefined && call.at >= last.from && call.at < last.to
  const hit = down && noise(settings.seed, call.number) * 100 < settings.share
  const cold = last !== undefined && call.at >= last.to && call.at < last.to + settings.warmUp * 1000
  if (cold && held >= settings.capacity) return {duration: latency.well, failed: true, pushedOver: true}

  const usual = cold ? latency.cold : latency.well
  const duration = hit && settings.fault === 'slow' ? settings.slowLatency : usual
  const failed = (hit && settings.fault === 'errors') || duration >= settings.timeout
  return {duration: Math.min(duration, settings.timeout), failed, pushedOver: false}
}

function withBreaker(world: World, breaker: Breaker, at: number): World {
  const process = world.processes[breaker.process]
  if (!process || process.breaker === breaker) return world

  const changed = process.breaker.state !== breaker.state
  return {
    ...world,
    processes: world.processes.with(breaker.process, {...process, breaker}),
    changes: changed ? [...world.changes, {at, process: breaker.process, state: breaker.state}] : world.changes
  }
}

function count(world: World, more: Partial<Record<'answered' | 'slow' | 'failed' | 'refused' | 'full', number>>): World {
  const {sample} = world
  return {
    ...world,
    sample: {
      ...sample,
      answered: sample.answered + (more.answered ?? 0),
      slow: sample.slow + (more.slow ?? 0),
      failed: sample.failed + (more.failed ?? 0),
      refused: sample.refused + (more.refused ?? 0),
      full: sample.full + (more.full ?? 0)
    }
  }
}

function emptySample(at: number): BreakerSample {
  return {at, answered: 0, slow: 0, failed: 0, refused: 0, full: 0, inFlight: 0, failureRate: 0, slowRate: 0, counted: 0, probes: 0}
}

function closeSample({sample, processes}: World, now: number, rules: Rules): BreakerSample {
  const breaker = processes[0]?.breaker
  if (!breaker) return sample
  const seen = rates(breaker, now - 1, rules)
  return {...sample, failureRate: seen.failed, slowRate: seen.slow, counted: seen.calls, probes: breaker.probes}
}
