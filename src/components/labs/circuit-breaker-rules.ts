/** The words of the Circuit Breaker Lab that only its page prints: each setting with its unit and its rule, by language. */

import type {breakerControls} from '../../labs/circuit-breaker-controls.ts'
import type {breakerExperiments} from '../../labs/circuit-breaker-experiments.ts'
import type {BreakerSettings} from '../../labs/circuit-breaker-run.ts'
import type {Rules} from './rules.ts'
import {isGerman} from './words.ts'

type BreakerRules = Rules<keyof BreakerSettings, (typeof breakerControls)[number]['name'], (typeof breakerExperiments)[number]['name']>

const breakerEnglish: BreakerRules = {
  title: 'Circuit Breaker Lab',
  caption: 'A dependency goes down at 0. Above: what the breaker does about it; below: what its process pays.',
  rows: {
    processes: ['Processes', '', 'Each has a breaker of its own; they share nothing but the dependency.'],
    rate: ['Calls of each', 'per s', 'Evenly spaced.'],
    pool: ['Pool of each', 'calls', 'A call that finds this many in flight is turned away.'],
    timeout: ['Timeout', 'ms', 'A call that takes this long fails.'],
    fault: ['Kind of fault', '', 'Errors come back in 30 ms; slow calls answer well, but late.'],
    share: ['Calls hit', '%', '100 is a total outage, 25 one of four shards.'],
    slowLatency: ['A slow call takes', 'ms', 'Well, a call takes 30 ms.'],
    faultLength: ['Fault lasts', 's', 'It begins at 0.'],
    warmUp: ['Cold after it', 's', 'So long a call takes 300 ms, and too many at once push the dependency over for 5 s.'],
    capacity: ['Cold, it bears', 'at once', 'Calls in flight, of all processes.'],
    breaker: ['Breaker', '', 'Off: every call is tried.'],
    window: ['Window', '', 'The last calls, or the last seconds.'],
    windowSize: ['Size of it', 'calls or s', 'What is older is forgotten.'],
    minimumCalls: ['Minimum of calls', '', 'Below it no rate is judged.'],
    failureRate: ['Opens at failures', '%', 'Closed opens when this share of the window failed.'],
    slowCall: ['Slow is over', 'ms', 'A slow call counts, whatever it answers.'],
    slowRate: ['Opens at slow calls', '%', 'A rate of its own, beside failures.'],
    wait: ['Wait when open', 'ms', 'Calls are refused at once; then half-open.'],
    jitter: ['Jitter of the wait, ±', '%', 'Spreads the return of many processes.'],
    growth: ['Wait grows', '×', 'After each failed round of probes.'],
    probes: ['Probes', 'per process', 'Half-open lets so many pass; when all have answered, it closes or reopens.'],
    seed: ['Seed', '', 'Another number, another run of chance.']
  },
  groups: {callers: 'Callers', fault: 'Dependency', opens: 'Breaker: when it opens', returns: 'Breaker: how it returns'},
  experiments: {
    payment: '1 · Payment settings',
    library: '2 · Library defaults',
    slow: '3 · Slow, and nobody counts it',
    deadline: '4 · Slow, with a timeout of 800 ms',
    shard: '5 · One shard of four',
    fleet: '6 · Forty processes return together',
    spread: '7 · Forty processes, spread'
  },
  options: {errors: 'errors', slow: 'slow answers', on: 'on', off: 'off', time: 'seconds', count: 'calls'},
  legend: {answered: 'answered', failed: 'failed', refused: 'refused at once', full: 'pool full'},
  readout: {state: 'State', open: 'Processes open', failures: 'Failures in window', slow: 'Slow in window', flight: 'In flight', refused: 'Refused so far'},
  lines: 'What the first process’s breaker does'
}

const breakerGerman: BreakerRules = {
  title: 'Labor: Schutzschalter',
  caption: 'Bei 0 fällt ein Dienst aus. Oben: was der Schutzschalter tut; unten: was sein Prozess dafür zahlt.',
  rows: {
    processes: ['Prozesse', '', 'Jeder hat einen eigenen Schutzschalter; gemeinsam ist nur der Dienst.'],
    rate: ['Aufrufe je Prozess', 'je s', 'In gleichen Abständen.'],
    pool: ['Pool je Prozess', 'Aufrufe', 'Wer so viele unterwegs findet, wird abgewiesen.'],
    timeout: ['Zeitlimit', 'ms', 'Ein Aufruf, der so lange dauert, scheitert.'],
    fault: ['Art der Störung', '', 'Fehler kommen nach 30 ms; langsame Antworten sind gut, aber spät.'],
    share: ['Betroffene Aufrufe', '%', '100 ist ein Totalausfall, 25 einer von vier Shards.'],
    slowLatency: ['Langsam dauert', 'ms', 'Sonst dauert ein Aufruf 30 ms.'],
    faultLength: ['Störung dauert', 's', 'Sie beginnt bei 0.'],
    warmUp: ['Danach kalt', 's', 'So lange dauert ein Aufruf 300 ms, und zu viele zugleich werfen den Dienst für 5 s um.'],
    capacity: ['Kalt trägt er', 'zugleich', 'Aufrufe unterwegs, aus allen Prozessen.'],
    breaker: ['Schutzschalter', '', 'Aus: jeder Aufruf wird versucht.'],
    window: ['Fenster', '', 'Die letzten Aufrufe oder die letzten Sekunden.'],
    windowSize: ['Seine Größe', 'Aufrufe oder s', 'Älteres ist vergessen.'],
    minimumCalls: ['Mindestzahl', 'Aufrufe', 'Darunter wird keine Rate beurteilt.'],
    failureRate: ['Öffnet bei Fehlern', '%', 'Er öffnet, wenn dieser Anteil des Fensters gescheitert ist.'],
    slowCall: ['Langsam ist über', 'ms', 'Ein langsamer Aufruf zählt, was er auch antwortet.'],
    slowRate: ['Öffnet bei langsamen', '%', 'Eine eigene Rate neben den Fehlern.'],
    wait: ['Offen für', 'ms', 'Aufrufe werden sofort abgewiesen; dann halb offen.'],
    jitter: ['Streuung der Pause, ±', '%', 'Verteilt die Rückkehr vieler Prozesse.'],
    growth: ['Pause wächst', '×', 'Nach jeder gescheiterten Runde Proben.'],
    probes: ['Proben', 'je Prozess', 'So viele lässt er halb offen durch; haben alle geantwortet, schließt oder öffnet er.'],
    seed: ['Startzahl', '', 'Eine andere Zahl, ein anderer Zufall.']
  },
  groups: {callers: 'Aufrufer', fault: 'Dienst', opens: 'Wann er öffnet', returns: 'Wie er zurückkehrt'},
  experiments: {
    payment: '1 · Wie für Zahlungen',
    library: '2 · Vorgaben der Bibliothek',
    slow: '3 · Langsam, und niemand zählt es',
    deadline: '4 · Langsam, mit Zeitlimit 800 ms',
    shard: '5 · Einer von vier Shards',
    fleet: '6 · Vierzig Prozesse kehren zugleich zurück',
    spread: '7 · Vierzig Prozesse, gestreut'
  },
  options: {errors: 'Fehler', slow: 'langsame Antworten', on: 'an', off: 'aus', time: 'Sekunden', count: 'Aufrufe'},
  legend: {answered: 'beantwortet', failed: 'gescheitert', refused: 'sofort abgewiesen', full: 'Pool voll'},
  readout: {state: 'Zustand', open: 'Offene Prozesse', failures: 'Fehler im Fenster', slow: 'Langsam im Fenster', flight: 'Unterwegs', refused: 'Bisher abgewiesen'},
  lines: 'Was der Schutzschalter des ersten Prozesses tut'
}

/** Names and rules of the Circuit Breaker Lab in a language. */
export function breakerRules(lang: string): BreakerRules {
  return isGerman(lang) ? breakerGerman : breakerEnglish
}
