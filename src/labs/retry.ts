/**
 * The model of the Retry Lab: calls to one dependency, each retried by one or more layers around one another.
 *
 * Time goes in steps of 10 ms. Nothing in it waits, reads a clock or draws: settings in, the whole run out.
 */

import {pause} from './backoff.ts'
import {freshBudget, noteRequest, noteSuccess, spend, type Budget, type BudgetRules} from './budget.ts'
import {calendar} from './calendar.ts'
import {noise} from './random.ts'
import {retryBin, retrySpan, type RetryRun, type RetrySample, type RetrySettings} from './retry-run.ts'

const step = 10

/**
 * One attempt of a call.
 *
 * Its index counts in base `attempts`: the lowest digit is how often the innermost layer has retried, the next digit
 * the layer around it, and so on. So three layers of three attempts have 27 indexes.
 */
interface Attempt {
  readonly call: number
  readonly index: number
  /** Attempts made before this one: fewer than `index` when a budget cut a layer short. */
  readonly made: number
  readonly begun: number
}

interface World {
  readonly sample: RetrySample
  /** One for each layer, the innermost first; none where retries are not limited. */
  readonly budgets: readonly Budget[]
  /** Calls begun in the fault that have ended, and their attempts. */
  readonly hit: {readonly calls: number; readonly attempts: number}
}

/** Run the model from its first moment to its last. */
export function runRetry(settings: RetrySettings): RetryRun {
  const samples: RetrySample[] = []
  const later = calendar<Attempt>()
  let world: World = {
    sample: emptySample(retrySpan.from, 0),
    budgets: settings.budget === 'none' ? [] : Array.from({length: settings.layers}, () => freshBudget(settings)),
    hit: {calls: 0, attempts: 0}
  }

  for (let now: number = retrySpan.from; now < retrySpan.to; now += step) {
    for (const attempt of [...callsAt(now, settings), ...later.take(now)]) {
      const made = make(world, {attempt, now}, settings)
      world = made.world
      if (made.next) later.add(made.next.at, made.next.attempt)
    }
    if ((now + step) % retryBin === 0) {
      samples.push(world.sample)
      world = {...world, sample: emptySample(now + step, world.sample.waiting)}
    }
  }

  const {calls, attempts} = world.hit
  return {settings, samples, attemptsPerCall: calls === 0 ? 0 : attempts / calls}
}

/** First attempts in the step at a time. Calls of the burst have numbers of their own, so that its size changes no other call. */
function callsAt(now: number, {rate, burst}: RetrySettings): Attempt[] {
  const before = Math.ceil(((now - retrySpan.from) * rate) / 1000 - 1e-9)
  const after = Math.ceil(((now - retrySpan.from + step) * rate) / 1000 - 1e-9)
  const steady = Array.from({length: after - before}, (_, index) => first(before + index, now))
  const together = now === 0 ? Array.from({length: burst}, (_, index) => first(-1 - index, now)) : []
  return [...together, ...steady]
}

function first(call: number, now: number): Attempt {
  return {call, index: 0, made: 0, begun: now}
}

interface Made {
  readonly world: World
  readonly next?: {readonly at: number; readonly attempt: Attempt}
}

/** Make an attempt, and say what comes of it: an answer, another attempt later, or the end of the call. */
function make(world: World, {attempt, now}: {attempt: Attempt; now: number}, settings: RetrySettings): Made {
  const good = succeeds(world.sample, {attempt, now}, settings)
  const isFirst = attempt.index === 0
  const started = {
    ...world,
    budgets: isFirst ? world.budgets.map((budget) => noteRequest(budget, now)) : world.budgets,
    sample: {
      ...world.sample,
      first: world.sample.first + Number(isFirst),
      retries: world.sample.retries + Number(!isFirst),
      waiting: world.sample.waiting + Number(isFirst)
    }
  }

  if (!good) return retry(started, {attempt, now}, settings)
  return {world: ended({...started, budgets: started.budgets.map((budget) => noteSuccess(budget, settings))}, attempt, 'answered')}
}

function succeeds({at, first, retries}: RetrySample, {attempt, now}: {attempt: Attempt; now: number}, settings: RetrySettings): boolean {
  const inFault = at >= 0 && now < settings.faultLength * 1000
  if (inFault && noise(settings.seed, attempt.call, attempt.index * 2) * 100 < settings.failing) return false
  return settings.capacity === 0 || first + retries < (settings.capacity * retryBin) / 1000
}

/** The innermost layer that still has an attempt and may use it tries again; each layer that cannot hands the failure on. */
function retry(world: World, {attempt, now}: {attempt: Attempt; now: number}, settings: RetrySettings): Made {
  let {budgets} = world
  let refused = 0

  for (let layer = 0; layer < settings.layers; layer++) {
    const chance = chanceOf(layer, {attempt, now}, settings)
    if (!chance) continue

    const asked = ask(budgets, {layer, now}, settings)
    budgets = asked.budgets
    if (asked.granted) {
      const sample = refused === 0 ? world.sample : {...world.sample, refused: world.sample.refused + refused}
      const next = {...attempt, index: chance.index, made: attempt.made + 1}
      return {world: {...world, budgets, sample}, next: {at: chance.at, attempt: next}}
    }
    refused++
  }

  return {world: ended({...world, budgets, sample: {...world.sample, refused: world.sample.refused + refused}}, attempt, 'givenUp')}
}

/** Ask a layer's budget for a retry. A layer inside takes what the retrying layer sends for a new request. */
function ask(budgets: readonly Budget[], {layer, now}: {layer: number; now: number}, rules: BudgetRules): {readonly budgets: readonly Budget[]; readonly granted: boolean} {
  const own = budgets[layer]
  if (!own) return {budgets, granted: true}

  const {budget, granted} = spend(own, now, rules)
  const spent = budgets.with(layer, budget)
  return {budgets: granted ? spent.map((other, index) => (index < layer ? noteRequest(other, now) : other)) : spent, granted}
}

/** The retry that a layer could make after a failure, which attempt it would be and when; `undefined` if there is none. */
function chanceOf(layer: number, {attempt, now}: {attempt: Attempt; now: number}, settings: RetrySettings): {index: number; at: number} | undefined {
  const {attempts, attemptTime, deadline} = settings
  const size = attempts ** layer
  const tried = Math.floor(attempt.index / size) % attempts
  if (tried + 1 >= attempts) return undefined

  const index = (Math.floor(attempt.index / size) + 1) * size
  // Each wait has a number of its own: that of the attempt which begins after it.
  const wait = pause(settings, tried, (turn) => noise(settings.seed, attempt.call, (index - (tried - turn) * size) * 2 + 1))
  const at = Math.max(now + step, Math.ceil((now + attemptTime + wait) / step) * step)
  return deadline > 0 && at + attemptTime > attempt.begun + deadline ? undefined : {index, at}
}

function ended(world: World, attempt: Attempt, how: 'answered' | 'givenUp'): World {
  const {sample, hit} = world
  const counts = attempt.begun >= 0
  return {
    ...world,
    sample: {...sample, [how]: sample[how] + 1, waiting: sample.waiting - 1},
    hit: counts ? {calls: hit.calls + 1, attempts: hit.attempts + attempt.made + 1} : hit
  }
}

function emptySample(at: number, waiting: number): RetrySample {
  return {at, first: 0, retries: 0, answered: 0, givenUp: 0, refused: 0, waiting}
}
