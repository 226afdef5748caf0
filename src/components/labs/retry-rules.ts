/** The words of the Retry Lab that only its page prints: each setting with its unit and its rule, by language. */

import type {retryControls} from '../../labs/retry-controls.ts'
import type {retryExperiments} from '../../labs/retry-experiments.ts'
import type {RetrySettings} from '../../labs/retry-run.ts'
import type {Rules} from './rules.ts'
import {isGerman} from './words.ts'

type RetryRules = Rules<keyof RetrySettings, (typeof retryControls)[number]['name'], (typeof retryExperiments)[number]['name']>

const retryEnglish: RetryRules = {
  title: 'Retry Lab',
  caption: 'A dependency fails at 0. Above: what retries make of the calls; the thin line is the same without jitter. Below: how the calls end.',
  rows: {
    burst: ['Calls together at 0', '', 'They fail together, so they want to retry together.'],
    rate: ['Calls', 'per s', 'Evenly spaced, all the time.'],
    deadline: ['Deadline', 'ms', 'No attempt begins that could not end before it. 0: none.'],
    failing: ['Attempts that fail', '%', 'While the fault lasts.'],
    faultLength: ['Fault lasts', 's', 'It begins at 0.'],
    attemptTime: ['A failed attempt takes', 'ms', 'The wait begins after it.'],
    capacity: ['Dependency answers', 'per s', 'Attempts above this fail too. 0: no limit.'],
    attempts: ['Attempts in each layer', '', 'The first is one of them.'],
    layers: ['Layers that retry', '', 'One around the other: attempts multiply.'],
    base: ['Base wait', 'ms', 'Before the first retry; it doubles with each.'],
    cap: ['Longest wait', 'ms', 'The doubling stops here.'],
    jitter: ['Jitter', '', 'Full: 0 to the wait. Equal: half of it and more. Decorrelated: base to 3 × the last.'],
    budget: ['Budget of each layer', '', 'Ratio: a share of the requests of 10 s. Bucket: a retry takes a token.'],
    share: ['Share', '%', 'Retries among requests; or of a token that a success puts in.'],
    tokens: ['Bucket holds', 'tokens', 'It is full at the start.'],
    seed: ['Seed', '', 'Another number, another run of chance.']
  },
  groups: {calls: 'Calls', fault: 'Dependency', waits: 'Attempts and waits', budget: 'Budget'},
  experiments: {
    jitter: '1 · Full jitter',
    spikes: '2 · No jitter',
    one: '3 · Three attempts, one layer',
    layers: '4 · Three attempts, three layers',
    ratio: '5 · Budget: 10 % of requests',
    bucket: '6 · Budget: token bucket',
    overload: '7 · Three layers, and the fault ends'
  },
  options: {none: 'none', full: 'full', equal: 'equal', decorrelated: 'decorrelated', ratio: 'ratio', tokens: 'token bucket'},
  legend: {answered: 'first attempt; answered', failed: 'retry; given up', plain: 'the same without jitter'},
  readout: {now: 'Attempts in 200 ms', made: 'Attempts so far', calls: 'Calls so far', waiting: 'Calls waiting', refused: 'Refused by budget', ended: 'Given up'},
  lines: 'The run as text'
}

const retryGerman: RetryRules = {
  title: 'Labor: Wiederholen',
  caption: 'Bei 0 versagt ein Dienst. Oben: was Wiederholungen aus den Aufrufen machen; die dünne Linie ist dasselbe ohne Jitter. Unten: wie die Aufrufe enden.',
  rows: {
    burst: ['Aufrufe zugleich bei 0', '', 'Sie scheitern zugleich, also wollen sie zugleich wiederholen.'],
    rate: ['Aufrufe', 'je s', 'In gleichen Abständen, die ganze Zeit.'],
    deadline: ['Frist', 'ms', 'Kein Versuch beginnt, der nicht vor ihr enden kann. 0: keine.'],
    failing: ['Versuche, die scheitern', '%', 'Solange die Störung dauert.'],
    faultLength: ['Störung dauert', 's', 'Sie beginnt bei 0.'],
    attemptTime: ['Ein Fehlversuch dauert', 'ms', 'Danach beginnt die Pause.'],
    capacity: ['Der Dienst beantwortet', 'je s', 'Versuche darüber scheitern auch. 0: ohne Grenze.'],
    attempts: ['Versuche je Schicht', '', 'Der erste zählt mit.'],
    layers: ['Schichten, die wiederholen', '', 'Eine um die andere: Versuche multiplizieren sich.'],
    base: ['Erste Pause', 'ms', 'Sie verdoppelt sich mit jeder Wiederholung.'],
    cap: ['Längste Pause', 'ms', 'Hier endet das Verdoppeln.'],
    jitter: ['Jitter', '', 'Voll: 0 bis zur Pause. Halb: die Hälfte und mehr. Entkoppelt: erste Pause bis 3 × letzte.'],
    budget: ['Budget je Schicht', '', 'Anteil: an den Anfragen von 10 s. Eimer: jede Wiederholung nimmt eine Marke.'],
    share: ['Anteil', '%', 'Wiederholungen an Anfragen; oder einer Marke, die ein Erfolg einlegt.'],
    tokens: ['Der Eimer fasst', 'Marken', 'Am Anfang ist er voll.'],
    seed: ['Startzahl', '', 'Eine andere Zahl, ein anderer Zufall.']
  },
  groups: {calls: 'Aufrufe', fault: 'Dienst', waits: 'Versuche und Pausen', budget: 'Budget'},
  experiments: {
    jitter: '1 · Voller Jitter',
    spikes: '2 · Ohne Jitter',
    one: '3 · Drei Versuche, eine Schicht',
    layers: '4 · Drei Versuche, drei Schichten',
    ratio: '5 · Budget: 10 % der Anfragen',
    bucket: '6 · Budget: Eimer mit Marken',
    overload: '7 · Drei Schichten, und die Störung endet'
  },
  options: {none: 'ohne', full: 'voll', equal: 'halb', decorrelated: 'entkoppelt', ratio: 'Anteil', tokens: 'Eimer'},
  legend: {answered: 'erster Versuch; beantwortet', failed: 'Wiederholung; aufgegeben', plain: 'dasselbe ohne Jitter'},
  readout: {now: 'Versuche in 200 ms', made: 'Versuche bisher', calls: 'Aufrufe bisher', waiting: 'Aufrufe wartend', refused: 'Vom Budget verweigert', ended: 'Aufgegeben'},
  lines: 'Der Lauf als Text'
}

/** Names and rules of the Retry Lab in a language. */
export function retryRules(lang: string): RetryRules {
  return isGerman(lang) ? retryGerman : retryEnglish
}
