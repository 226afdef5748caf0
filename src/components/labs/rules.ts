/** What the pages of both labs print around them, by language; the rules of each lab stand beside this file. */

import {isGerman} from './words.ts'

/** Name of a setting, its unit (`` for none), and what it does. */
export type Row = readonly [name: string, unit: string, rule: string]

export interface Rules<Key extends string, Group extends string, Name extends string> {
  readonly title: string
  readonly caption: string
  readonly rows: Readonly<Record<Key, Row>>
  readonly groups: Readonly<Record<Group, string>>
  readonly experiments: Readonly<Record<Name, string>>
  readonly options: Readonly<Record<string, string>>
  /** Kinds of bars and lines, by their class in the drawing. */
  readonly legend: Readonly<Record<string, string>>
  /** Names of the values shown for the chosen moment. */
  readonly readout: Readonly<Record<string, string>>
  /** Name of the run as lines of text. */
  readonly lines: string
}

const frameEnglish = {
  lab: 'Lab',
  experiment: 'Experiment',
  time: 'Time',
  seconds: 's',
  step: 'Step',
  reset: 'Reset',
  speed: 'Speed',
  table: 'Settings of this run, and the rule of each',
  setting: 'Setting',
  value: 'Value',
  rule: 'Rule',
  figure: 'Drawing of the run',
  moment: 'At the chosen moment',
  slider: 'slider'
}

const frameGerman: typeof frameEnglish = {
  lab: 'Labor',
  experiment: 'Versuch',
  time: 'Zeit',
  seconds: 's',
  step: 'Schritt',
  reset: 'Zurücksetzen',
  speed: 'Tempo',
  table: 'Einstellungen dieses Laufs, jede mit ihrer Regel',
  setting: 'Einstellung',
  value: 'Wert',
  rule: 'Regel',
  figure: 'Zeichnung des Laufs',
  moment: 'Im gewählten Augenblick',
  slider: 'Regler'
}

/** What stands around either lab in a language. */
export function frameWords(lang: string): typeof frameEnglish {
  return isGerman(lang) ? frameGerman : frameEnglish
}
