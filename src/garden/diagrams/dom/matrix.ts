/** Affine transform `[a b c d e f]`, as in SVG's `matrix()`. */
export type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number]

export const identity: Matrix = [1, 0, 0, 1, 0, 0]

/** The transform that applies `right` first, then `left`. */
export function multiply(left: Matrix, right: Matrix): Matrix {
  const [a, b, c, d, e, f] = left
  const [p, q, r, s, t, u] = right
  return [a * p + c * q, b * p + d * q, a * r + c * s, b * r + d * s, a * t + c * u + e, b * t + d * u + f]
}

export function translation(x: number, y: number): Matrix {
  return [1, 0, 0, 1, x, y]
}

/** The leading number of an attribute's value, or 0. */
export function number(value: string | null | undefined): number {
  const parsed = Number.parseFloat(value ?? '')
  return Number.isFinite(parsed) ? parsed : 0
}

/** Read a `transform` attribute; unknown functions count as the identity. */
export function parseTransform(value: string | null): Matrix {
  let matrix = identity
  for (const [, name = '', inner = ''] of (value ?? '').matchAll(/([a-zA-Z]+) ?\(([^()]*)\)/g)) {
    matrix = multiply(matrix, one(name, inner.split(/[\s,]+/).filter(Boolean).map(number)))
  }
  return matrix
}

function one(name: string, values: readonly number[]): Matrix {
  const [x = 0, y = 0, z = 0, d = 0, e = 0, f = 0] = values
  if (name === 'translate') return translation(x, y)
  if (name === 'scale') return [x, 0, 0, values.length > 1 ? y : x, 0, 0]
  if (name === 'matrix') return [x, y, z, d, e, f]
  if (name !== 'rotate') return identity
  const cos = Math.cos((x * Math.PI) / 180)
  const sin = Math.sin((x * Math.PI) / 180)
  return multiply(multiply(translation(y, z), [cos, sin, -sin, cos, 0, 0]), translation(-y, -z))
}
