/** The garden's growth as a drawing: a line that steps up month by month, and a bar for each month's notes. */

import type {HealthMonth} from '../garden/model.ts'

export interface MonthPlot {
  readonly width: number
  readonly height: number
  /** Path of the line, notes in all. */
  readonly line: string
  /** Path of the bars, notes of each month. */
  readonly bars: string
  /** Marks of the axis: where, and which month. */
  readonly marks: readonly {readonly x: number; readonly month: string}[]
  readonly total: number
}

const width = 816
const height = 168
const ground = 144
const room = 120
/** Closest that two marks of the axis may stand. */
const markRoom = 90

/** Draw months; whole pixels, so that it is the same on every build. */
export function plotMonths(months: readonly HealthMonth[]): MonthPlot {
  const total = months.at(-1)?.total ?? 0
  const step = width / Math.max(1, months.length)
  const x = (index: number): number => Math.round(index * step)
  const y = (notes: number): number => Math.round(ground - (notes / Math.max(1, total)) * room)
  const every = Math.max(1, Math.ceil(markRoom / step))
  return {
    width,
    height,
    line: `M0 ${ground}${months.map(({total: notes}, index) => `V${y(notes)}H${x(index + 1)}`).join('')}`,
    bars: months.map(({added}, index) => (added > 0 ? `M${x(index)} ${ground}V${y(added)}H${Math.max(x(index) + 1, x(index + 1) - 1)}V${ground}z` : '')).join(''),
    marks: months.flatMap(({month}, index) => (index % every === 0 && (index === 0 || x(index) < width - markRoom) ? [{x: x(index), month}] : [])),
    total
  }
}
