/** Every word of the Retry Lab that a browser may have to say, by language. What only the page prints is in its rules. */

import type {RetryFigureWords} from '../../labs/retry-figure.ts'
import type {RetryTotals} from '../../labs/retry-totals.ts'
import {de, en, isGerman} from './words.ts'

interface RetryWords extends RetryFigureWords {
  /** Where a run stands at a time in seconds. */
  readonly moment: (at: Readonly<Record<'time' | 'attempts' | 'answered' | 'givenUp', string>>) => string
  readonly summary: (totals: RetryTotals, more: {readonly perCall: number; readonly plain: number | undefined}) => string
}

const retryEnglish: RetryWords = {
  attempts: 'Attempts at the dependency, each 200 ms',
  ends: 'Calls that end, each 200 ms',
  capacity: 'capacity',
  fault: 'attempts fail',
  time: 'seconds after the fault began',
  number: en.number,
  moment: ({time, attempts, answered, givenUp}) => `At ${time} s: ${attempts} attempts so far, ${answered} calls answered, ${givenUp} given up`,
  summary: ({calls, attempts, answered, givenUp, refused, most}, {perCall, plain}) =>
    [
      `${en.number(calls)} calls make ${en.number(attempts)} attempts; a call of the fault makes ${en.one(perCall)}.`,
      `At most ${en.number(most)} retries in 200 ms${plain === undefined ? '' : `, without jitter ${en.number(plain)}`}.`,
      refused > 0 ? `Budgets refuse ${en.number(refused)} retries.` : '',
      `${en.number(answered)} calls are answered, ${en.number(givenUp)} given up.`
    ].filter((sentence) => sentence !== '').join(' ')
}

const retryGerman: RetryWords = {
  attempts: 'Versuche beim Dienst, je 200 ms',
  ends: 'Aufrufe, die enden, je 200 ms',
  capacity: 'Kapazität',
  fault: 'Versuche scheitern',
  time: 'Sekunden seit Beginn der Störung',
  number: de.number,
  moment: ({time, attempts, answered, givenUp}) => `Bei ${time} s: bisher ${attempts} Versuche, ${answered} Aufrufe beantwortet, ${givenUp} aufgegeben`,
  summary: ({calls, attempts, answered, givenUp, refused, most}, {perCall, plain}) =>
    [
      `Aus ${de.number(calls)} Aufrufen werden ${de.number(attempts)} Versuche; ein Aufruf in der Störung macht ${de.one(perCall)}.`,
      `Höchstens ${de.number(most)} Wiederholungen in 200 ms${plain === undefined ? '' : `, ohne Jitter ${de.number(plain)}`}.`,
      refused > 0 ? `Budgets verweigern ${de.number(refused)} Wiederholungen.` : '',
      `${de.number(answered)} Aufrufe werden beantwortet, ${de.number(givenUp)} aufgegeben.`
    ].filter((sentence) => sentence !== '').join(' ')
}

/** The words of the Retry Lab in a language. */
export function retryWords(lang: string): RetryWords {
  return isGerman(lang) ? retryGerman : retryEnglish
}
