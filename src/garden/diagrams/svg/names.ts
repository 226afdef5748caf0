/** The elements and attributes that a drawing may hold. What is not here is not printed. */

export const svgElements = new Set([
  'svg', 'g', 'defs', 'title', 'desc', 'path', 'rect', 'circle', 'ellipse', 'line', 'polyline', 'polygon', 'text', 'tspan', 'textPath', 'marker',
  'linearGradient', 'radialGradient', 'stop', 'clipPath', 'mask', 'pattern', 'symbol', 'use', 'image', 'a', 'foreignObject'
])

export const htmlElements = new Set([
  'div', 'span', 'p', 'b', 'i', 'em', 'strong', 'u', 's', 'code', 'br', 'sub', 'sup', 'ul', 'ol', 'li', 'small', 'mark', 'del', 'ins', 'pre', 'a'
])

export const mathElements = new Set([
  'math', 'semantics', 'mrow', 'mi', 'mo', 'mn', 'ms', 'mtext', 'mspace', 'msup', 'msub', 'msubsup', 'mfrac', 'msqrt', 'mroot', 'mover', 'munder',
  'munderover', 'mtable', 'mtr', 'mtd', 'mstyle', 'mpadded', 'mphantom', 'menclose'
])

/** Attributes of geometry and of structure: numbers, names, transforms. */
const geometry = [
  'x', 'y', 'x1', 'y1', 'x2', 'y2', 'cx', 'cy', 'r', 'rx', 'ry', 'fx', 'fy', 'dx', 'dy', 'd', 'width', 'height', 'points', 'viewBox', 'transform', 'offset',
  'preserveAspectRatio', 'refX', 'refY', 'markerWidth', 'markerHeight', 'markerUnits', 'orient', 'patternUnits', 'patternTransform', 'patternContentUnits',
  'gradientUnits', 'gradientTransform', 'clipPathUnits', 'maskUnits', 'textLength', 'lengthAdjust', 'startOffset', 'rotate'
]

/** Attributes that style; their values are checked besides. */
export const presentation = [
  'fill', 'fill-opacity', 'fill-rule', 'stroke', 'stroke-width', 'stroke-opacity', 'stroke-dasharray', 'stroke-dashoffset', 'stroke-linecap',
  'stroke-linejoin', 'opacity', 'color', 'font-size', 'font-weight', 'font-style', 'text-anchor', 'dominant-baseline', 'text-decoration',
  'visibility', 'paint-order', 'letter-spacing', 'stop-color', 'stop-opacity', 'clip-path', 'mask', 'marker-start', 'marker-mid', 'marker-end'
]

const meaning = ['id', 'class', 'role', 'aria-label', 'aria-labelledby', 'aria-describedby', 'aria-roledescription', 'aria-hidden']

const math = ['display', 'mathvariant', 'stretchy', 'fence', 'separator', 'lspace', 'rspace', 'accent', 'columnalign', 'rowspacing', 'columnspacing', 'scriptlevel', 'displaystyle', 'linethickness', 'minsize', 'maxsize']

export const allowedAttributes = new Set([...geometry, ...presentation, ...meaning])
export const allowedMathAttributes = new Set([...math, ...meaning])

/** Names as SVG spells them, by their lower case: linkedom and authors write them either way. */
export const svgNames = new Map([...svgElements].map((name) => [name.toLowerCase(), name]))
export const svgAttributes = new Map([...geometry].map((name) => [name.toLowerCase(), name]))
