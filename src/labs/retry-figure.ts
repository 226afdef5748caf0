/** The Retry Lab's run as a drawing: attempts at the dependency, and what became of the calls. */

import {atTime, atValue, bar, type Figure, type Lane, laneFrame, niceMax, round, type Shape, stretch, timeAxis} from './figure.ts'
import {retryBin, retrySpan as span, type RetryRun, type RetrySample} from './retry-run.ts'

/** The words in the drawing. */
export interface RetryFigureWords {
  readonly attempts: string
  readonly ends: string
  readonly capacity: string
  readonly fault: string
  readonly time: string
  readonly number: (value: number) => string
}

/** A run, and the same without jitter where that differs: the line to compare with. */
export interface RetryRuns {
  readonly run: RetryRun
  readonly plain?: RetryRun
}

const heights = {attempts: 176, ends: 72} as const
const gap = 34
const top = 44

/** Draw a run, so wide. */
export function retryFigure({run, plain}: RetryRuns, words: RetryFigureWords, width: number): Figure {
  const x = 52
  const plotWidth = width - x - 10
  const load = (samples: readonly RetrySample[]) => Math.max(...samples.map(({first, retries}) => first + retries))
  const ends = Math.max(...run.samples.map(({answered, givenUp}) => answered + givenUp))
  const attempts: Lane = {x, y: top, width: plotWidth, height: heights.attempts, max: niceMax(Math.max(load(run.samples), load(plain?.samples ?? [])))}
  const ending: Lane = {x, y: attempts.y + attempts.height + gap, width: plotWidth, height: heights.ends, max: niceMax(ends)}
  const bottom = ending.y + ending.height
  const plot = {x, y: 22, width: plotWidth, height: bottom - 22}

  return {
    width,
    height: bottom + 40,
    plot,
    shapes: [
      stretch(plot, span, {from: 0, to: run.settings.faultLength * 1000}),
      {tag: 'text', attributes: {class: 'lab-fault-name', x: atTime(plot, span, 0), y: 15}, text: words.fault},
      ...laneFrame(attempts, words.attempts, words.number),
      ...bars(attempts, run.samples, {first: ({first}) => first, retries: ({retries}) => retries}),
      ...(plain ? [plainLine(attempts, plain.samples)] : []),
      ...limit(attempts, run, words.capacity),
      ...laneFrame(ending, words.ends, words.number),
      ...bars(ending, run.samples, {answered: ({answered}) => answered, failed: ({givenUp}) => givenUp}),
      ...timeAxis(plot, span, {every: 2000, name: words.time})
    ]
  }
}

/** Kinds stand on one another, the first at the ground. */
function bars(lane: Lane, samples: readonly RetrySample[], kinds: Readonly<Record<string, (sample: RetrySample) => number>>): Shape[] {
  const wide = lane.width / samples.length
  const paths = new Map<string, string>()

  for (const [index, sample] of samples.entries()) {
    let from = 0
    for (const [kind, measure] of Object.entries(kinds)) {
      const to = from + measure(sample)
      const place = {x: lane.x + index * wide, width: Math.max(wide - 1, wide * 0.7)}
      paths.set(kind, (paths.get(kind) ?? '') + bar(lane, place, [from, to]))
      from = to
    }
  }

  return [...paths].filter(([, d]) => d !== '').map(([kind, d]) => ({tag: 'path', attributes: {class: `lab-${kind}`, d}}))
}

function plainLine(lane: Lane, samples: readonly RetrySample[]): Shape {
  const wide = lane.width / samples.length
  const steps = samples.map(({first, retries}, index) => `V${atValue(lane, first + retries)}H${round(lane.x + (index + 1) * wide)}`)
  return {tag: 'path', attributes: {class: 'lab-plain', d: `M${lane.x} ${lane.y + lane.height}${steps.join('')}`}}
}

function limit(lane: Lane, {settings}: RetryRun, name: string): Shape[] {
  const value = (settings.capacity * retryBin) / 1000
  if (value === 0 || value > lane.max) return []

  const y = atValue(lane, value)
  return [
    {tag: 'line', attributes: {class: 'lab-limit', x1: lane.x, x2: lane.x + lane.width, y1: y, y2: y}},
    {tag: 'text', attributes: {class: 'lab-limit-name', x: lane.x + lane.width, y: y - 4, 'text-anchor': 'end'}, text: name}
  ]
}
