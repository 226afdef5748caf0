import {retryExperiments} from '../../labs/retry-experiments.ts'
import {retryFigure} from '../../labs/retry-figure.ts'
import {retryBin, retryDefaults, retrySpan, type RetryRun, type RetrySettings} from '../../labs/retry-run.ts'
import {runRetry} from '../../labs/retry.ts'
import {retryTotals} from '../../labs/retry-totals.ts'
import type {LabKind, LabView} from './lab-view.ts'
import {retryWords} from './retry-words.ts'
import {tenths} from './words.ts'

const second = 1000 / retryBin

export const retryLab: LabKind<RetrySettings> = {
  defaults: retryDefaults,
  experiments: retryExperiments,
  from: retrySpan.from,
  bin: retryBin,
  view: (settings, lang) => retryView(settings, lang)
}

/** What the Retry Lab shows of a run, beside the same run without jitter. */
function retryView(settings: RetrySettings, lang: string): LabView {
  const words = retryWords(lang)
  const run = runRetry(settings)
  const plain = settings.jitter === 'none' ? undefined : runRetry({...settings, jitter: 'none'})
  const line = (place: number) => {
    const {attempts, answered, givenUp} = retryTotals(run, place)
    const time = tenths(lang, (retrySpan.from + place * retryBin) / 1000)
    return words.moment({time, attempts: words.number(attempts), answered: words.number(answered), givenUp: words.number(givenUp)})
  }

  return {
    length: run.samples.length,
    figure: (width) => retryFigure(plain ? {run, plain} : {run}, words, width),
    readout: (place) => readout(run, place, words.number),
    // One line for two seconds: a reader hears where time stands, not every step of it.
    moment: (place) => line(Math.floor(place / (2 * second)) * 2 * second),
    summary: words.summary(retryTotals(run), {perCall: run.attemptsPerCall, plain: plain && retryTotals(plain).most}),
    lines: Array.from({length: Math.floor(run.samples.length / (2 * second))}, (_, index) => line((index + 1) * 2 * second))
  }
}

function readout(run: RetryRun, place: number, number: (value: number) => string): ReadonlyMap<string, string> {
  const {calls, attempts, refused, givenUp} = retryTotals(run, place)
  const sample = run.samples[place - 1]
  return new Map([
    ['now', number((sample?.first ?? 0) + (sample?.retries ?? 0))],
    ['made', number(attempts)],
    ['calls', number(calls)],
    ['waiting', number(sample?.waiting ?? 0)],
    ['refused', number(refused)],
    ['ended', number(givenUp)]
  ])
}
