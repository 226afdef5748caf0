/** The words of a note that its writer answers for, each where it stands: all else is blank. */

import {type Block, codeOf, withoutCode} from './blocks.ts'
import type {Note} from './note.ts'

/** Properties that hold prose. */
const prose = /^(title|description): /

/** Names of others' works keep their spelling. */
const foreign = 'Sources'

/** What is no prose: addresses, targets of links, block ids, HTML, escapes, identifiers with `_`. */
const signs = /https?:[^\s)>\]]{1,500}|\[\[[^[\]|]{0,300}\\?\||\[\[[^[\]|]{0,300}\]\]|\s\^[\w-]{1,100}$|<\/?[a-z]{1,10}\s?\/?>|&[a-z]{2,8};|\b\w{1,100}_\w{1,100}\b/g

/** Words of a diagram: what stands in quotes, after a colon, and in its title and description. */
const labels = /"[^"]{0,500}"|:\s.{0,500}$/g

/**
 * Lines of a note's file with only its prose left; columns stay as they are.
 *
 * @returns One text a line of the file, `` for lines without prose.
 */
export function proseLines(note: Note): string[] {
  const lines: string[] = []
  const keep = (number: number, text: string): void => {
    while (lines.length < number) lines.push('')
    lines[number - 1] = text
  }
  for (const [index, line] of note.frontmatter.source.split('\n').entries()) if (prose.test(line)) keep(index + 2, line.replace(prose, blank))
  for (const block of note.blocks) for (const [number, text] of blockProse(block)) keep(number, text)
  return lines
}

function blockProse(block: Block): (readonly [number: number, text: string])[] {
  if (block.section === foreign) return []
  if (block.kind !== 'code') return block.lines.map(({text, number}) => [number, withoutCode(text).replace(signs, blank).replace(/^> \[![a-z]+\]/, blank)])
  return block.title === 'mermaid' ? codeOf(block).map(({text, number}) => [number, onlyLabels(text).replace(signs, blank)]) : []
}

function onlyLabels(text: string): string {
  let kept = ''
  for (const found of text.matchAll(labels)) kept += ' '.repeat(found.index - kept.length) + found[0]
  return kept
}

function blank(text: string): string {
  return ' '.repeat(text.length)
}
