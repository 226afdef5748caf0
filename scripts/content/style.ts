/** Words that say nothing, and code that readers will copy. */

import type {Diagnostic} from '../../src/garden/model.ts'
import {type Block, codeOf, withoutCode} from './blocks.ts'
import {problem} from './messages.ts'
import type {Note} from './note.ts'

const banned = /\b(?:simply|just|robust(?:ly)?|seamless(?:ly)?|leverag(?:e|es|ed|ing)|in today's world|in today’s world)\b/gi

/** Most lines of a code block. */
const longestCode = 20

const latest = /[\w./-]{1,100}:latest\b/
const action = /\buses:\s{0,5}([\w.-]{1,100}\/[\w./-]{1,200}@[\w./-]{1,100})/
const commit = /@[0-9a-f]{40}$/

/** Check the words and the code of a note. */
export function checkStyle(note: Note): Diagnostic[] {
  return note.blocks.flatMap((block) => (block.kind === 'code' ? checkCode(note, block) : checkWords(note, block)))
}

function checkWords(note: Note, {lines}: Block): Diagnostic[] {
  return lines.flatMap(({text, number}) =>
    [...withoutCode(text).matchAll(banned)].map((found) => problem('banned-word', {note, place: {line: number, column: found.index + 1}}, found[0]))
  )
}

function checkCode(note: Note, block: Block): Diagnostic[] {
  if (block.title === 'mermaid') return []
  const lines = codeOf(block)
  const {place} = block
  return [
    ...(block.title === '' ? [problem('code-language', {note, place})] : []),
    ...(lines.length > longestCode ? [problem('code-long', {note, place}, String(lines.length), String(longestCode))] : []),
    ...lines.flatMap(({text, number}) => {
      const at = {note, place: {line: number, column: 1}}
      const image = latest.exec(text)?.[0]
      const used = action.exec(text)?.[1]
      return [
        ...(image === undefined ? [] : [problem('code-latest', at, image)]),
        ...(used === undefined || used.startsWith('./') || commit.test(used) ? [] : [problem('code-unpinned', at, used)])
      ]
    })
  ]
}
