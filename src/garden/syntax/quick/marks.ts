/** `*`, `_` and `==`: marks in pairs, read without the tokenizer where they leave no choice. */

import {classifyCharacter} from 'micromark-util-classify-character'
import {codeAt, flush, type Mark, pointAt, type Reading, runAt} from './reading.ts'

const [equals, underscore] = [61, 95]

/** `*`, `_` and `==` as pairs side by side, none in another. */
export function mark(reading: Reading, sign: number): boolean {
  const {at, open} = reading
  const size = runAt(reading, sign)
  const next = codeAt(reading, at + size)
  if (size > 2 || (sign === equals && next === 62)) return false
  const role = roleOf(sign, classifyCharacter(codeAt(reading, at - 1)), classifyCharacter(next))
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

/** What marks do by the characters around them: CommonMark's rules of flanking, where they leave no choice. */
function roleOf(sign: number, before: ReturnType<typeof classifyCharacter>, after: ReturnType<typeof classifyCharacter>): 'opens' | 'closes' | 'text' | 'unsure' {
  const canOpen = !after || (after === 2 && Boolean(before))
  const canClose = !before || (before === 2 && Boolean(after))
  if (canOpen !== canClose) return canOpen ? 'opens' : 'closes'
  // `snake_case`; and a star between spaces.
  if (canOpen) return sign === underscore && !before && !after ? 'text' : 'unsure'
  return sign === equals ? 'unsure' : 'text'
}

function close(reading: Reading, {sign, size, at, nodes}: Mark): void {
  const children = reading.out.splice(nodes)
  const type = sign === equals ? 'highlight' : size === 2 ? 'strong' : 'emphasis'
  reading.out.push({type, children, position: {start: at, end: pointAt(reading, reading.at + size)}})
  reading.open = undefined
}
