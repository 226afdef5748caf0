/** A drawing as data: a page prints it, a browser builds it. Positions are pixels of the view box, y downwards. */

/** One element. Classes give it its ink, so that both themes and strict policies are content. */
export interface Shape {
  readonly tag: 'path' | 'text' | 'line' | 'rect'
  readonly attributes: Readonly<Record<string, string | number>>
  readonly text?: string
}

export interface Figure {
  readonly width: number
  readonly height: number
  /** Where time runs, from left to right. */
  readonly plot: Box
  readonly shapes: readonly Shape[]
}

export interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** One graph of a figure: a box, and the value at its top. */
export interface Lane extends Box {
  readonly max: number
}

/** What runs along the figure: from a moment to another, in milliseconds. */
export interface Span {
  readonly from: number
  readonly to: number
}

/** Place of a moment. */
export function atTime({x, width}: Box, {from, to}: Span, time: number): number {
  return round(x + (width * (Math.min(Math.max(time, from), to) - from)) / (to - from))
}

/** Place of a value. */
export function atValue({y, height, max}: Lane, value: number): number {
  return round(y + height - (height * Math.min(value, max)) / max)
}

/** Path of one bar from a value to another, above each place. */
export function bar(lane: Lane, {x, width}: {x: number; width: number}, [from, to]: readonly [number, number]): string {
  if (to <= from) return ''
  const top = atValue(lane, to)
  const height = round(atValue(lane, from) - top)
  return `M${round(x)} ${top}h${round(width)}v${height}h${round(-width)}z`
}

/** The smallest round number that is at least a value: the top of an axis. */
export function niceMax(value: number): number {
  if (value <= 1) return 1
  const power = 10 ** Math.floor(Math.log10(value))
  return ([1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 8].find((step) => step * power >= value) ?? 10) * power
}

/** Ground line, top line, its value, and the lane's name above it. */
export function laneFrame(lane: Lane, name: string, number: (value: number) => string): Shape[] {
  const {x, y, width, height, max} = lane
  return [
    {tag: 'text', attributes: {class: 'lab-name', x, y: y - 8}, text: name},
    {tag: 'line', attributes: {class: 'lab-grid', x1: x, x2: x + width, y1: y, y2: y}},
    {tag: 'line', attributes: {class: 'lab-axis', x1: x, x2: x + width, y1: y + height, y2: y + height}},
    {tag: 'text', attributes: {class: 'lab-tick', x: x - 6, y: y + 4, 'text-anchor': 'end'}, text: number(max)},
    {tag: 'text', attributes: {class: 'lab-tick', x: x - 6, y: y + height + 4, 'text-anchor': 'end'}, text: '0'}
  ]
}

/** Marks under the figure, and what they count. */
export function timeAxis(plot: Box, span: Span, {every, name}: {every: number; name: string}): Shape[] {
  const base = plot.y + plot.height
  const shapes: Shape[] = []
  for (let time = Math.ceil(span.from / every) * every; time <= span.to; time += every) {
    const x = atTime(plot, span, time)
    shapes.push({tag: 'line', attributes: {class: 'lab-axis', x1: x, x2: x, y1: base, y2: base + 4}})
    shapes.push({tag: 'text', attributes: {class: 'lab-tick', x, y: base + 17, 'text-anchor': 'middle'}, text: String(time / 1000).replace('-', '−')})
  }
  shapes.push({tag: 'text', attributes: {class: 'lab-tick', x: plot.x + plot.width, y: base + 34, 'text-anchor': 'end'}, text: name})
  return shapes
}

/** A tinted stretch of time behind all lanes. */
export function stretch(plot: Box, span: Span, {from, to}: Span): Shape {
  const x = atTime(plot, span, from)
  return {tag: 'rect', attributes: {class: 'lab-fault', x, y: plot.y, width: round(atTime(plot, span, to) - x), height: plot.height}}
}

/** Half a pixel is as fine as a screen shows; the text of the figure stays short. */
export function round(value: number): number {
  return Math.round(value * 10) / 10
}
