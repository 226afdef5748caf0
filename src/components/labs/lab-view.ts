/** What a lab shows of one run: the page prints it once, the browser again whenever a setting changes. */

import type {State} from '../../labs/breaker.ts'
import type {Figure} from '../../labs/figure.ts'

export interface LabView {
  /** How many samples the run has: the places at which its time can stand. */
  readonly length: number
  /** The drawing, so many pixels wide. */
  readonly figure: (width: number) => Figure
  /** Values at a place in time, by name; the page has the names in the reader's language. */
  readonly readout: (place: number) => ReadonlyMap<string, string>
  /** What is worth saying aloud when time has come to a place. */
  readonly moment: (place: number) => string
  /** The whole run in a few sentences. */
  readonly summary: string
  /** The run as lines of text, for those who do not see the drawing. */
  readonly lines: readonly string[]
  /** State of the switch that is drawn beside its name, where the lab has one. */
  readonly state?: (place: number) => State
}

/** How a lab makes views: the same for page and browser. */
export interface LabKind<Settings> {
  readonly defaults: Settings
  readonly experiments: readonly {readonly name: string; readonly settings: Partial<Settings>}[]
  /** First moment and length of a sample, in milliseconds. */
  readonly from: number
  readonly bin: number
  readonly view: (settings: Settings, lang: string) => LabView
}
