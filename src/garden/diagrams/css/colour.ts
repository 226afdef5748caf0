import {colourNames} from './colour-names.ts'

const hexPattern = /^#(?:[0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})$/
const rgbPattern = /^rgba?\(([^()]*)\)$/
const hslPattern = /^hsla?\(([^()]*)\)$/

/**
 * Write a colour as lower-case hex: `#rrggbb`, or `#rrggbbaa` when it is not opaque.
 *
 * @returns
 *   Hex; `undefined` when the value is no colour. `none`, `transparent` and
 *   `currentColor` are none.
 */
export function hex(value: string): string | undefined {
  const text = value.trim().toLowerCase()
  const named = colourNames.get(text)
  if (named) return named
  if (hexPattern.test(text)) return text.length < 6 ? `#${[...text.slice(1)].map((digit) => digit + digit).join('')}` : text
  const rgb = rgbPattern.exec(text)
  if (rgb) return fromChannels(numbers(rgb[1] ?? '', 255))
  const hsl = hslPattern.exec(text)
  return hsl ? fromHsl(numbers(hsl[1] ?? '', 1)) : undefined
}

/** Numbers of a colour function; percentages of the first three count in `full`, the fourth in 1. */
function numbers(inner: string, full: number): number[] {
  return inner
    .split(/[\s,/]+/)
    .filter(Boolean)
    .map((part, index) => {
      const value = Number.parseFloat(part)
      return part.endsWith('%') ? (value / 100) * (index < 3 ? full : 1) : value
    })
}

function fromHsl([hue = 0, saturation = 0, lightness = 0, alpha = 1]: readonly number[]): string | undefined {
  const channel = (n: number): number => {
    const k = (((n + hue / 30) % 12) + 12) % 12
    const amount = saturation * Math.min(lightness, 1 - lightness)
    return 255 * (lightness - amount * Math.max(-1, Math.min(k - 3, 9 - k, 1)))
  }
  return fromChannels([channel(0), channel(8), channel(4), alpha])
}

function fromChannels([red = Number.NaN, green = Number.NaN, blue = Number.NaN, alpha = 1]: readonly number[]): string | undefined {
  const channels = [red, green, blue, ...(alpha < 1 ? [alpha * 255] : [])]
  if (channels.some(Number.isNaN)) return undefined
  return `#${channels.map((value) => Math.round(Math.min(255, Math.max(0, value))).toString(16).padStart(2, '0')).join('')}`
}

/** Relative luminance of an opaque hex colour, 0 to 1 (WCAG 2). */
export function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const value = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/** Shortest form of a hex colour. */
export function short(colour: string): string {
  return /^#([0-9a-f])\1([0-9a-f])\2([0-9a-f])\3$/.test(colour) ? `#${colour[1]}${colour[3]}${colour[5]}` : colour
}
