/** The Circuit Breaker Lab's run as a drawing: state, calls and threads over time. */

import type {State} from './breaker.ts'
import {breakerSpan as span, type BreakerRun, type BreakerSample} from './circuit-breaker-run.ts'
import {atTime, atValue, bar, type Figure, type Lane, laneFrame, niceMax, round, type Shape, stretch, timeAxis} from './figure.ts'

/** The words in the drawing. */
export interface BreakerFigureWords {
  readonly state: string
  readonly states: Readonly<Record<State, string>>
  readonly calls: string
  readonly inFlight: string
  readonly pool: string
  readonly fault: string
  readonly time: string
  readonly number: (value: number) => string
}

const levels: Readonly<Record<State, number>> = {closed: 0, 'half-open': 1, open: 2}
const heights = {state: 48, calls: 104, inFlight: 72} as const
const gap = 34
const top = 44

/** Draw a run, so wide. */
export function breakerFigure(run: BreakerRun, words: BreakerFigureWords, width: number): Figure {
  const x = 70
  const plotWidth = width - x - 10
  const most = Math.max(...run.samples.map((sample) => sample.answered + sample.failed + sample.refused + sample.full))
  const busiest = Math.max(...run.samples.map(({inFlight}) => inFlight))
  const state: Lane = {x, y: top, width: plotWidth, height: heights.state, max: 2}
  const calls: Lane = {x, y: state.y + state.height + gap, width: plotWidth, height: heights.calls, max: niceMax(most)}
  const inFlight: Lane = {x, y: calls.y + calls.height + gap, width: plotWidth, height: heights.inFlight, max: niceMax(Math.max(busiest, 4))}
  const bottom = inFlight.y + inFlight.height
  const plot = {x, y: 22, width: plotWidth, height: bottom - 22}

  return {
    width,
    height: bottom + 40,
    plot,
    shapes: [
      ...run.faults.map((fault) => stretch(plot, span, fault)),
      {tag: 'text', attributes: {class: 'lab-fault-name', x: atTime(plot, span, 0), y: 15}, text: words.fault},
      ...stateLane(state, run, words),
      ...laneFrame(calls, words.calls, words.number),
      ...callBars(calls, run.samples),
      ...laneFrame(inFlight, words.inFlight, words.number),
      ...threads(inFlight, run, words.pool),
      ...timeAxis(plot, span, {every: 20_000, name: words.time})
    ]
  }
}

/** One step line for each process; the first one's is heavy. */
function stateLane(lane: Lane, {changes, settings}: BreakerRun, words: BreakerFigureWords): Shape[] {
  const names = (['open', 'half-open', 'closed'] as const).flatMap((state): Shape[] => {
    const y = atValue(lane, levels[state])
    return [
      {tag: 'line', attributes: {class: 'lab-grid', x1: lane.x, x2: lane.x + lane.width, y1: y, y2: y}},
      {tag: 'text', attributes: {class: 'lab-tick', x: lane.x - 6, y: y + 4, 'text-anchor': 'end'}, text: words.states[state]}
    ]
  })
  const line = (process: number) => {
    const own = changes.filter((change) => change.process === process)
    const steps = own.map(({at, state}) => `H${atTime(lane, span, at)}V${atValue(lane, levels[state])}`)
    return `M${lane.x} ${atValue(lane, 0)}${steps.join('')}H${lane.x + lane.width}`
  }
  const others = Array.from({length: settings.processes - 1}, (_, index) => line(index + 1)).join('')

  return [
    {tag: 'text', attributes: {class: 'lab-name', x: lane.x, y: lane.y - 8}, text: words.state},
    ...names,
    ...(others === '' ? [] : [{tag: 'path', attributes: {class: 'lab-others', d: others}} as const]),
    {tag: 'path', attributes: {class: 'lab-line', d: line(0)}}
  ]
}

/** Four kinds stand on one another: solid grey, solid red, hollow, and barred, so that they differ without colour. */
function callBars(lane: Lane, samples: readonly BreakerSample[]): Shape[] {
  const wide = lane.width / samples.length
  const width = Math.max(wide - 1, wide * 0.7)
  const paths = {answered: '', failed: '', refused: '', full: ''}

  for (const [index, {answered, failed, refused, full}] of samples.entries()) {
    const place = {x: lane.x + index * wide, width}
    paths.answered += bar(lane, place, [0, answered])
    paths.failed += bar(lane, place, [answered, answered + failed])
    paths.refused += bar(lane, place, [answered + failed, answered + failed + refused])
    paths.full += hatched(lane, place, [answered + failed + refused, answered + failed + refused + full])
  }

  return Object.entries(paths).filter(([, d]) => d !== '').map(([kind, d]) => ({tag: 'path', attributes: {class: `lab-${kind}`, d}}))
}

function hatched(lane: Lane, {x, width}: {x: number; width: number}, [from, to]: readonly [number, number]): string {
  if (to <= from) return ''
  const lines: string[] = []
  for (let y = atValue(lane, to) + 1; y < atValue(lane, from); y += 3) lines.push(`M${round(x)} ${round(y)}h${round(width)}`)
  return lines.join('')
}

function threads(lane: Lane, {samples, settings}: BreakerRun, name: string): Shape[] {
  const wide = lane.width / samples.length
  const steps = samples.map(({inFlight}, index) => `V${atValue(lane, inFlight)}H${round(lane.x + (index + 1) * wide)}`)
  const area: Shape = {tag: 'path', attributes: {class: 'lab-area', d: `M${lane.x} ${lane.y + lane.height}${steps.join('')}V${lane.y + lane.height}z`}}
  if (settings.pool > lane.max) return [area]

  const y = atValue(lane, settings.pool)
  return [
    area,
    {tag: 'line', attributes: {class: 'lab-limit', x1: lane.x, x2: lane.x + lane.width, y1: y, y2: y}},
    {tag: 'text', attributes: {class: 'lab-limit-name', x: lane.x + lane.width, y: y - 4, 'text-anchor': 'end'}, text: name}
  ]
}
