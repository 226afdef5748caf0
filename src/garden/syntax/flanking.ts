/**
 * Which side of words a run of signs stands at: whether it may open emphasis,
 * and whether it may close it.
 *
 * CommonMark's rule asks for a space where a sign of punctuation stands inside
 * the run, and Chinese, Japanese and Korean write none: `**「重要」**の話` kept
 * its stars. So their characters count as a place where words may begin or end,
 * and their punctuation as letters, as the CJK-friendly amendment has it
 * (https://github.com/tats-u/markdown-cjk-friendly). Nothing else differs.
 *
 * A character beyond the basic plane is known by its first half.
 */

import {classifyCharacter} from 'micromark-util-classify-character'
import type {Code, TokenizeContext} from 'micromark-util-types'

export interface Flanking {
  readonly opens: boolean
  readonly closes: boolean
}

/** Han, kana, Hangul, Bopomofo, their punctuation, and forms of full width; the last are first halves, of kana and of Han. */
const blocks = [
  [0x1100, 0x11ff], [0x2e80, 0xa4cf], [0xa960, 0xa97f], [0xac00, 0xd7ff], [0xf900, 0xfaff], [0xfe10, 0xfe1f], [0xfe30, 0xfe6f], [0xff00, 0xffef],
  [0xd82c, 0xd82c], [0xd840, 0xd8bf]
] as const

export function isCjk(code: Code): boolean {
  return code !== null && code >= 0x1100 && blocks.some(([first, last]) => code >= first && code <= last)
}

/** What a run of `*` or `~~` may do between two characters. */
export function flankingOf(before: Code, after: Code): Flanking {
  const [left, right] = [kindOf(before), kindOf(after)]
  return {opens: mayBegin(right, left), closes: mayBegin(left, right)}
}

/** What a run of `==` may do: only a space inside it is in its way (M-05). */
export function flankingOfEquals(before: Code, after: Code): Flanking {
  return {opens: classifyCharacter(after) !== 1, closes: classifyCharacter(before) !== 1}
}

/** What a run of `_` may do, which is no mark within a word. */
export function flankingOfUnderscore({opens, closes}: Flanking, before: Code, after: Code): Flanking {
  return {opens: opens && (Boolean(classifyCharacter(before)) || !closes), closes: closes && (Boolean(classifyCharacter(after)) || !opens)}
}

type Kind = 'space' | 'punctuation' | 'cjk' | 'letter'

function kindOf(code: Code): Kind {
  const group = classifyCharacter(code)
  if (group === 1) return 'space'
  if (isCjk(code)) return 'cjk'
  return group ? 'punctuation' : 'letter'
}

/** Whether marked words may begin, or end, with one kind beside another. */
function mayBegin(inside: Kind, outside: Kind): boolean {
  return inside !== 'space' && (inside !== 'punctuation' || outside !== 'letter')
}

/** The character before the tokenizer, which itself knows only the second half of one beyond the basic plane. */
export function characterBefore(context: TokenizeContext): Code {
  const {previous} = context
  return isSecondHalf(previous) ? wholeOf(previous, textBefore(context, 2).charCodeAt(0)) : previous
}

export function isSecondHalf(code: Code): code is number {
  return code !== null && code >= 0xdc00 && code <= 0xdfff
}

/** The half that stands for a character, by its second and what is before that. */
export function wholeOf(second: number, first: number | null): number {
  return first !== null && first >= 0xd800 && first <= 0xdbff ? first : second
}

/** As much of the line before the tokenizer as there is, up to a number of characters. */
export function textBefore(context: TokenizeContext, most: number): string {
  const end = context.now()
  const size = Math.min(most, Math.max(end._bufferIndex, 0))
  return context.sliceSerialize({start: {...end, _bufferIndex: end._bufferIndex - size}, end})
}
