/** `*`, `_` and `==`: marks in pairs, read without the tokenizer where they leave no choice. */

import {classifyCharacter} from 'micromark-util-classify-character'
import {flankingOf, flankingOfEquals, isSecondHalf, wholeOf} from '../flanking.ts'
import {codeAt, flush, type Mark, pointAt, type Reading, runAt} from './reading.ts'

const [equals, underscore] = [61, 95]

/** `*`, `_` and `==` as pairs side by side, none in another. */
export function mark(reading: Reading, sign: number): boolean {
  const {at, open} = reading
  const size = runAt(reading, sign)
  const next = codeAt(reading, at + size)
  if (size > 2 || (sign === equals && next === 62)) return false
  const role = roleOf(reading, sign, next)
  if (role === 'text') reading.at += size
  if (role === 'text' || role === 'unsure') return role === 'text'
  if (role === 'closes' ? open?.sign !== sign || open.size !== size : open) return false
  flush(reading)
  if (open) close(reading, open)
  else reading.open = {sign, size, at: pointAt(reading, at), nodes: reading.out.length}
  reading.at = at + size
  reading.textFrom = reading.at
  return true
}

/** The character before the mark, by its first half. */
function characterBefore(reading: Reading): number | null {
  const code = codeAt(reading, reading.at - 1)
  return isSecondHalf(code) ? wholeOf(code, codeAt(reading, reading.at - 2)) : code
}

type Role = 'opens' | 'closes' | 'text' | 'unsure'

/** What signs do by the characters around them, where the rules of flanking leave no choice. */
function roleOf(reading: Reading, sign: number, after: number | null): Role {
  const before = characterBefore(reading)
  if (sign === equals) return roleOfEquals(reading.open, before, after)
  const {opens, closes} = flankingOf(before, after)
  if (opens !== closes) return opens ? 'opens' : 'closes'
  // A star between spaces; and `snake_case`.
  if (!opens) return 'text'
  return sign === underscore && !classifyCharacter(before) && !classifyCharacter(after) ? 'text' : 'unsure'
}

/** What equals signs do: where they could do both, they close if there is something to close. */
function roleOfEquals(open: Mark | undefined, before: number | null, after: number | null): Role {
  const {opens, closes} = flankingOfEquals(before, after)
  if (opens && closes) return open?.sign === equals ? 'closes' : 'opens'
  if (opens) return 'opens'
  return closes ? 'closes' : 'unsure'
}

function close(reading: Reading, {sign, size, at, nodes}: Mark): void {
  const children = reading.out.splice(nodes)
  const type = sign === equals ? 'highlight' : size === 2 ? 'strong' : 'emphasis'
  reading.out.push({type, children, position: {start: at, end: pointAt(reading, reading.at + size)}})
  reading.open = undefined
}
