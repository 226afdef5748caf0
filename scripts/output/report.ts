/** What the author reads of a build: how far it is, what is wrong, what came of it. */
import {byPlace, format} from '../../src/garden/diagnostics.ts'
import type {Diagnostic, Severity} from '../../src/garden/model.ts'

/** Problems that a build prints; `npm run check` prints all. */
const mostPrinted = 200

export interface Counts {
  readonly errors: number
  readonly warnings: number
  readonly infos: number
}

/** Count problems by severity. */
export function count(diagnostics: readonly Diagnostic[]): Counts {
  const of = (wanted: Severity): number => diagnostics.filter(({severity}) => severity === wanted).length
  return {errors: of('error'), warnings: of('warning'), infos: of('info')}
}

/** Under `--strict` a warning is an error. */
export function withStrictness(diagnostics: readonly Diagnostic[], strict: boolean): readonly Diagnostic[] {
  if (!strict) return diagnostics
  return diagnostics.map((diagnostic) => (diagnostic.severity === 'warning' ? {...diagnostic, severity: 'error'} : diagnostic))
}

/** Problems in the order of their places, one or two lines each, with a last line for those left out. */
export function report(diagnostics: readonly Diagnostic[], severities: readonly Severity[]): string[] {
  const wanted = diagnostics.filter(({severity}) => severities.includes(severity)).sort(byPlace)
  // Where not all can be shown, errors are what stops the build.
  const first = wanted.length > mostPrinted ? wanted.filter(({severity}) => severity === 'error') : wanted
  const shown = (first.length > 0 ? first : wanted).slice(0, mostPrinted)
  const left = wanted.length - shown.length
  return [...shown.map(format), ...(left > 0 ? [`… and ${left} more: npm run check`] : [])]
}

/** Number and noun: `1 note`, `2,345 notes`. */
export function counted(number: number, noun: string): string {
  return `${number.toLocaleString('en-US')} ${noun}${number === 1 ? '' : 's'}`
}

/** `0 errors, 2 warnings, 5 remarks`. */
export function countsInWords({errors, warnings, infos}: Counts): string {
  return `${counted(errors, 'error')}, ${counted(warnings, 'warning')}, ${counted(infos, 'remark')}`
}

/** Seconds with one digit. */
export function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(1)} s`
}

export interface Progress {
  /** Say what is being done; the text is asked for again while it is. */
  readonly stage: (text: () => string) => void
  readonly end: () => void
}

/** One line that changes, on a terminal; nothing elsewhere. */
export function progress(began: number, shown: boolean): Progress {
  if (!shown) return {stage: () => {}, end: () => {}}

  let current = (): string => ''
  const draw = (): void => {
    process.stderr.write(`\r\u001b[K${seconds(Date.now() - began).padStart(7)}  ${current()}`)
  }
  const timer = setInterval(draw, 200)
  timer.unref()

  return {
    stage: (text) => {
      current = text
      draw()
    },
    end: () => {
      clearInterval(timer)
      process.stderr.write('\r\u001b[K')
    }
  }
}
