/**
 * Most of a note is plain: words, links, simple marks. Its tree is made here in
 * one pass; only regions with more in them go through the tokenizer. The same
 * tree comes out (`test/garden/quick.test.ts`).
 */

import type {Nodes, Root, RootContent} from 'mdast'
import {readBlocks} from './blocks.ts'
import {isDivisible, type Region, regionsOf} from './regions.ts'

/** The tokenizer's way. */
export type Parse = (text: string) => Root

/** Read a note's text. */
export function quickTree(source: string, parse: Parse): Root {
  if (!isDivisible(source)) return parse(source)
  const children: RootContent[] = []
  let hard: Region[] = []
  const readHard = (): void => {
    const [first] = hard
    const last = hard[hard.length - 1]
    if (first && last) for (const node of parseRange(source, {...first, to: last.to}, parse)) children.push(node)
    hard = []
  }
  for (const region of regionsOf(source)) {
    const blocks = readBlocks(source, region)
    if (blocks === undefined) hard.push(region)
    else {
      readHard()
      for (const block of blocks) children.push(block)
    }
  }
  readHard()
  return {type: 'root', children, position: {start: {line: 1, column: 1, offset: 0}, end: endOf(source)}}
}

function endOf(source: string): {line: number; column: number; offset: number} {
  let line = 1
  for (let at = source.indexOf('\n'); at >= 0; at = source.indexOf('\n', at + 1)) line += 1
  return {line, column: source.length - source.lastIndexOf('\n'), offset: source.length}
}

/** Regions side by side that the tokenizer reads, as it would have read them in the whole text. */
function parseRange(source: string, {from, to, line}: Region, parse: Parse): RootContent[] {
  const {children} = parse(source.slice(from, to))
  if (from > 0) for (const child of children) move(child, {lines: line - 1, offset: from})
  return children
}

/** Nodes say where they stand in the whole text. */
function move(node: Nodes, by: {readonly lines: number; readonly offset: number}): void {
  if (node.position) {
    const {start, end} = node.position
    node.position = {start: moved(start, by), end: moved(end, by)}
  }
  if ('children' in node) for (const child of node.children) move(child, by)
}

function moved({line, column, offset = 0}: {line: number; column: number; offset?: number | undefined}, by: {readonly lines: number; readonly offset: number}): {line: number; column: number; offset: number} {
  return {line: line + by.lines, column, offset: offset + by.offset}
}
