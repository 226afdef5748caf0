/** Break a text into lines that fit: at the largest size at which it does, else cut with an ellipsis. */

import {signs} from './signs.ts'

/** Advance of a word in em; `` is no wide. */
export type Measure = (word: string) => number

export interface Room {
  /** Sizes to try, in pixels, the largest first. */
  readonly sizes: readonly number[]
  /** Pixels. */
  readonly width: number
  readonly height: number
  /** Distance of lines, in sizes. */
  readonly leading: number
}

export interface Fitted {
  /** Pixels. */
  readonly size: number
  readonly lines: readonly (readonly string[])[]
}

/** Longest text that is looked at, in signs: none that is longer fits a card. */
const longest = 240

/** Width of the space between words, in em. */
export const wordSpace = 0.24

/** Words of a text, without what has no width or no meaning in one line. */
export function words(text: string): string[] {
  const plain = text.slice(0, longest * 20).toWellFormed().normalize('NFC').replace(/\p{Cf}/gu, '').replace(/[\p{Cc}\p{Co}]/gu, ' ')
  const all = signs(plain)
  const kept = all.length > longest ? [...all.slice(0, longest), '…'] : all
  return kept.join('').split(/\s+/).filter((word) => word !== '')
}

/** Fit words into a room. There is always an answer: what does not fit at the smallest size is cut. */
export function fit(text: readonly string[], room: Room, measure: Measure): Fitted {
  for (const size of room.sizes) {
    const lines = wrap(text, room.width / size, measure)
    if (lines !== undefined && lines.length <= linesIn(room, size)) return {size, lines}
  }
  const size = room.sizes.at(-1) ?? 1
  return {size, lines: cut(text, {width: room.width / size, most: linesIn(room, size)}, measure)}
}

function linesIn({height, leading}: Room, size: number): number {
  return Math.max(1, Math.floor(height / (size * leading)))
}

/** Lines of whole words, or nothing when one word is too wide. */
function wrap(text: readonly string[], width: number, measure: Measure): string[][] | undefined {
  const lines: string[][] = []
  let used = 0
  for (const word of text) {
    const wide = measure(word)
    if (wide > width) return undefined
    const line = lines.at(-1)
    if (line !== undefined && used + wordSpace + wide <= width) {
      line.push(word)
      used += wordSpace + wide
    } else {
      lines.push([word])
      used = wide
    }
  }
  return lines
}

/** As many lines as there is room for, words that are too wide broken, an ellipsis where something is missing. */
function cut(text: readonly string[], {width, most}: {readonly width: number; readonly most: number}, measure: Measure): string[][] {
  const whole = wrap(text.flatMap((word) => broken(word, width, measure)), width, measure) ?? []
  if (whole.length <= most) return whole
  const last = [...(whole[most - 1] ?? [])]
  let word = signs(last.pop() ?? '')
  // Whole words go first; of a word that is a line, its signs.
  while (word.length > 0 && lineWidth([...last, `${word.join('')}…`], measure) > width) word = last.length > 0 ? signs(last.pop() ?? '') : word.slice(0, -1)
  return [...whole.slice(0, most - 1), [...last, `${word.join('')}…`]]
}

/** Width of a line in em. */
export function lineWidth(line: readonly string[], measure: Measure): number {
  return line.reduce((sum, word) => sum + measure(word), 0) + Math.max(0, line.length - 1) * wordSpace
}

function broken(word: string, width: number, measure: Measure): string[] {
  if (measure(word) <= width) return [word]
  const pieces: string[] = []
  let piece = ''
  for (const sign of signs(word)) {
    if (piece !== '' && measure(piece + sign) > width) {
      pieces.push(piece)
      piece = ''
    }
    piece += sign
  }
  return [...pieces, piece]
}
