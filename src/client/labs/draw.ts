import {atTime, type Figure, type Shape, type Span} from '../../labs/figure.ts'

const namespace = 'http://www.w3.org/2000/svg'

/** A drawing in the page, and the way to move its mark of time. */
export interface Drawing {
  readonly svg: SVGSVGElement
  /** Put the mark at a moment; what comes after it fades. */
  readonly mark: (time: number) => void
}

/** Build a figure. */
export function draw(figure: Figure, span: Span): Drawing {
  const {width, height, plot} = figure
  const svg = document.createElementNS(namespace, 'svg')
  for (const [name, value] of [['class', 'lab-figure'], ['viewBox', `0 0 ${width} ${height}`], ['width', width], ['height', height], ['role', 'img'], ['direction', 'ltr']]) {
    svg.setAttribute(String(name), String(value))
  }

  const bottom = plot.y + plot.height
  const veil = element({tag: 'rect', attributes: {class: 'lab-veil', y: plot.y, height: plot.height + 1}})
  const line = element({tag: 'line', attributes: {class: 'lab-head', y1: plot.y - 6, y2: bottom + 4}})
  svg.append(...figure.shapes.map(element), veil, line)

  return {
    svg,
    mark(time) {
      const x = String(atTime(plot, span, time))
      veil.setAttribute('x', x)
      veil.setAttribute('width', String(plot.x + plot.width - Number(x)))
      line.setAttribute('x1', x)
      line.setAttribute('x2', x)
    }
  }
}

function element({tag, attributes, text}: Shape): SVGElement {
  const made = document.createElementNS(namespace, tag)
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, String(value))
  if (text !== undefined) made.textContent = text
  return made
}
