/** Every word of the Circuit Breaker Lab that a browser may have to say, by language. What only the page prints is in its rules. */

import type {BreakerFigureWords} from '../../labs/circuit-breaker-figure.ts'
import type {BreakerTotals} from '../../labs/circuit-breaker-totals.ts'
import {de, en, isGerman} from './words.ts'

interface BreakerWords extends BreakerFigureWords {
  /** One line of the list of changes; times in seconds. */
  readonly change: (seconds: string, state: string) => string
  readonly more: (count: string) => string
  readonly rate: (percent: string, calls: string) => string
  readonly of: (part: string, whole: string) => string
  readonly summary: (totals: BreakerTotals) => string
}

const breakerEnglish: BreakerWords = {
  state: 'State (heavy: first process)',
  states: {closed: 'closed', open: 'open', 'half-open': 'half-open'},
  calls: 'Calls per second, all processes',
  inFlight: 'In flight, first process',
  pool: 'pool',
  fault: 'dependency down',
  time: 'seconds after the fault began',
  number: en.number,
  change: (seconds, state) => `At ${seconds} s: ${state}`,
  more: (count) => `and ${count} more`,
  rate: (percent, calls) => `${percent} % of ${calls}`,
  of: (part, whole) => `${part} of ${whole}`,
  summary: ({calls, answered, failed, refused, full, busiest, opened, firstOpen, fallen}) =>
    [
      firstOpen === undefined ? 'No breaker opens.' : `${opened === 1 ? 'It opens once,' : `Breakers open ${en.number(opened)} times, first`} after ${en.one(firstOpen / 1000)} s.`,
      `Of ${en.number(calls)} calls ${en.number(answered)} are answered, ${en.number(failed)} fail, ${en.number(refused)} are refused at once${full > 0 ? `, ${en.number(full)} find the pool full` : ''}.`,
      `At most ${en.number(busiest)} in flight in the first process.`,
      fallen > 0 ? `The cold dependency is pushed over ${fallen === 1 ? 'once' : `${fallen} times`}.` : ''
    ].join(' ').trim()
}

const breakerGerman: BreakerWords = {
  state: 'Zustand (dick: erster Prozess)',
  states: {closed: 'zu', open: 'offen', 'half-open': 'halb offen'},
  calls: 'Aufrufe je Sekunde, alle Prozesse',
  inFlight: 'Unterwegs, erster Prozess',
  pool: 'Pool',
  fault: 'Dienst gestört',
  time: 'Sekunden seit Beginn der Störung',
  number: de.number,
  change: (seconds, state) => `Bei ${seconds} s: ${state}`,
  more: (count) => `und ${count} weitere`,
  rate: (percent, calls) => `${percent} % von ${calls}`,
  of: (part, whole) => `${part} von ${whole}`,
  summary: ({calls, answered, failed, refused, full, busiest, opened, firstOpen, fallen}) =>
    [
      firstOpen === undefined ? 'Kein Schutzschalter öffnet.' : `${opened === 1 ? 'Er öffnet einmal,' : `Schutzschalter öffnen ${de.number(opened)}-mal, zuerst`} nach ${de.one(firstOpen / 1000)} s.`,
      `Von ${de.number(calls)} Aufrufen werden ${de.number(answered)} beantwortet, ${de.number(failed)} scheitern, ${de.number(refused)} werden sofort abgewiesen${full > 0 ? `, ${de.number(full)} finden den Pool voll` : ''}.`,
      `Höchstens ${de.number(busiest)} unterwegs im ersten Prozess.`,
      fallen > 0 ? `Der kalte Dienst wird ${fallen === 1 ? 'einmal' : `${fallen}-mal`} wieder umgeworfen.` : ''
    ].join(' ').trim()
}

/** The words of the Circuit Breaker Lab in a language. */
export function breakerWords(lang: string): BreakerWords {
  return isGerman(lang) ? breakerGerman : breakerEnglish
}
