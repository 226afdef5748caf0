/** Which signs open and close: CommonMark's rule wherever no CJK stands beside them. */

import assert from 'node:assert/strict'
import {test} from 'node:test'
import {classifyCharacter} from 'micromark-util-classify-character'
import {flankingOf, isCjk} from '../../src/garden/syntax/flanking.ts'

function commonMark(before: number | null, after: number | null): {opens: boolean; closes: boolean} {
  const [left, right] = [classifyCharacter(before), classifyCharacter(after)]
  return {opens: !right || (right === 2 && Boolean(left)), closes: !left || (left === 2 && Boolean(right))}
}

const unit = (text: string): number => text.charCodeAt(0)

test('beside all characters but CJK, the rule is CommonMark’s', () => {
  const characters = [null, -5, -2, -1, ...Array(0x10000).keys()].filter((code) => !isCjk(code))
  for (const each of characters) {
    for (const other of [null, 32, 46, 97, 0xa0, 0x201c]) {
      for (const [before, after] of [[each, other], [other, each]] as const) {
        const {opens, closes} = flankingOf(before, after)
        const wanted = commonMark(before, after)
        if (opens !== wanted.opens || closes !== wanted.closes) assert.fail(`${before} ${after}`)
      }
    }
  }
})

test('Han, kana, Hangul and their punctuation are CJK; other letters, punctuation and emoji are not', () => {
  for (const each of '一あア한ㄅ「。ー・！𠮷'.match(/./gu) ?? []) assert.ok(isCjk(unit(each)), each)
  for (const each of 'aéя.“·🙂—'.match(/./gu) ?? []) assert.ok(!isCjk(unit(each)), each)
})

test('beside CJK, punctuation within signs needs no space outside them; a space within is still in their way', () => {
  assert.deepEqual(flankingOf(unit('。'), unit('次')), {opens: true, closes: true})
  assert.deepEqual(flankingOf(unit(')'), unit('는')), {opens: true, closes: true})
  assert.deepEqual(flankingOf(unit(')'), unit('a')), {opens: true, closes: false})
  assert.deepEqual(flankingOf(unit('次'), 0x3000), {opens: false, closes: true})
})
