import {breakerFigure} from '../../labs/circuit-breaker-figure.ts'
import {breakerDefaults, breakerSpan, type BreakerRun, type BreakerSettings} from '../../labs/circuit-breaker-run.ts'
import {runBreaker} from '../../labs/circuit-breaker.ts'
import {breakerExperiments} from '../../labs/circuit-breaker-experiments.ts'
import {breakerTotals, processesIn, stateAt} from '../../labs/circuit-breaker-totals.ts'
import type {LabKind, LabView} from './lab-view.ts'
import {breakerWords} from './circuit-breaker-words.ts'
import {tenths} from './words.ts'

const bin = 1000
/** Changes that are told one by one; a run can have hundreds. */
const mostLines = 12

export const breakerLab: LabKind<BreakerSettings> = {
  defaults: breakerDefaults,
  experiments: breakerExperiments,
  from: breakerSpan.from,
  bin,
  view: (settings, lang) => breakerView(runBreaker(settings), lang)
}

/** What the Circuit Breaker Lab shows of a run. */
function breakerView(run: BreakerRun, lang: string): LabView {
  const words = breakerWords(lang)
  const timeOf = (place: number) => breakerSpan.from + place * bin
  const lines = run.changes
    .filter(({process}) => process === 0)
    .map(({at, state}) => ({at, line: words.change(tenths(lang, at / 1000), words.states[state])}))
  const told = lines.slice(0, mostLines).map(({line}) => line)

  return {
    length: run.samples.length,
    figure: (width) => breakerFigure(run, words, width),
    readout: (place) => readout(run, {place, time: timeOf(place)}, lang),
    moment: (place) => lines.findLast(({at}) => at < timeOf(place))?.line ?? '',
    summary: words.summary(breakerTotals(run)),
    lines: lines.length > mostLines ? [...told, words.more(words.number(lines.length - mostLines))] : told,
    state: (place) => stateAt(run, 0, timeOf(place))
  }
}

function readout(run: BreakerRun, {place, time}: {place: number; time: number}, lang: string): ReadonlyMap<string, string> {
  const words = breakerWords(lang)
  const {settings} = run
  const sample = run.samples[place - 1]
  const counted = words.number(sample?.counted ?? 0)
  return new Map([
    ['state', words.states[stateAt(run, 0, time)]],
    ['open', words.of(words.number(processesIn(run, 'open', time)), words.number(settings.processes))],
    ['failures', words.rate(words.number(sample?.failureRate ?? 0), counted)],
    ['slow', words.rate(words.number(sample?.slowRate ?? 0), counted)],
    ['flight', words.of(words.number(sample?.inFlight ?? 0), words.number(settings.pool))],
    ['refused', words.number(breakerTotals(run, place).refused)]
  ])
}
