/**
 * ` ^id` at the end of a block (B-01 … B-09), or straight after `![[…]]` there, or before lines of nothing but `![[…]]` and
 * `![…](…)`, as the pictures of a step in a list: a construct finds it, a pass gives it to the block it names.
 */

import type {Blockquote, ListItem, Nodes, Paragraph, PhrasingContent, Root, RootContent, Table} from 'mdast'
import type {Extension as FromMarkdown} from 'mdast-util-from-markdown'
import {asciiAlphanumeric, markdownLineEnding, markdownLineEndingOrSpace, markdownSpace} from 'micromark-util-character'
import type {Code, Effects, Extension, State, TokenizeContext} from 'micromark-util-types'

const exclamation = 33
const caret = 94
const dash = 45
const percent = 37
const rightBracket = 93

export function blockId(): Extension {
  return {text: {[caret]: {name: 'blockId', tokenize, previous: (code) => code === null || code === rightBracket || markdownLineEndingOrSpace(code)}}}
}

/** Whether what was read last is an embed; authors write `![[x.png]]^id`, and no reader should see the id. */
function followsEmbed({events}: TokenizeContext): boolean {
  if (events[events.length - 1]?.[1].type !== 'wikiLink') return false
  const link = events.findLastIndex(([kind, {type}]) => kind === 'enter' && type === 'wikiLink')
  return events[link - 1]?.[1].type === 'embedMarker'
}

function tokenize(this: TokenizeContext, effects: Effects, ok: State, nok: State): State {
  let length = 0
  const mayBegin = this.previous !== rightBracket || followsEmbed(this)
  return (code) => {
    if (!mayBegin) return nok(code)
    effects.enter('blockId')
    effects.consume(code)
    return inside
  }

  function inside(code: Code): State | undefined {
    if (asciiAlphanumeric(code) || code === dash) {
      length += 1
      effects.consume(code)
      return inside
    }
    return length === 0 ? nok(code) : end(code)
  }

  // Only the end of the block's text may follow, what nobody sees, or lines of embeds: `^id more` is text (B-09).
  function end(code: Code): State | undefined {
    if (markdownSpace(code)) {
      effects.consume(code)
      return end
    }
    if (code === null) return finish(code)
    return markdownLineEnding(code) || code === percent ? effects.check({partial: true, tokenize: noWords}, finish, nok)(code) : nok(code)
  }

  function finish(code: Code): State | undefined {
    effects.exit('blockId')
    return ok(code)
  }
}

/** A line of embeds and pictures alone. */
const embeds = /^(?:!(?:\[\[[^\]]+\]\]|\[[^\]]*\]\([^)]*\))\s*)+$/

/** Whether only comments and lines of embeds follow; a comment that is not closed hides the rest. */
function noWords(effects: Effects, ok: State, nok: State): State {
  let line = ''
  return between

  function between(code: Code): State | undefined {
    if (code === null) return ok(code)
    if (markdownLineEnding(code)) return eat(code, 'lineEnding', below)
    if (markdownSpace(code)) return eat(code, 'commentData', between)
    return code === percent ? eat(code, 'commentData', opening) : nok(code)
  }

  function below(code: Code): State | undefined {
    line = ''
    if (markdownSpace(code)) return eat(code, 'commentData', below)
    return code === exclamation ? embedded(code) : between(code)
  }

  function embedded(code: Code): State | undefined {
    if (code === null || markdownLineEnding(code)) return embeds.test(line) ? between(code) : nok(code)
    line += markdownSpace(code) ? ' ' : String.fromCharCode(code)
    return eat(code, 'commentData', embedded)
  }

  function opening(code: Code): State | undefined {
    return code === percent ? eat(code, 'commentData', (next) => (next === percent ? nok(next) : inside(next))) : nok(code)
  }

  function inside(code: Code): State | undefined {
    if (code === null) return ok(code)
    return eat(code, markdownLineEnding(code) ? 'lineEnding' : 'commentData', code === percent ? closing : inside)
  }

  function closing(code: Code): State | undefined {
    return code === percent ? eat(code, 'commentData', between) : inside(code)
  }

  function eat(code: Code, type: 'lineEnding' | 'commentData', next: State): State {
    effects.enter(type)
    effects.consume(code)
    effects.exit(type)
    return next
  }
}

export const blockIdFromMarkdown: FromMarkdown = {
  enter: {
    blockId(token) {
      this.enter({type: 'blockId', value: this.sliceSerialize(token).trim().slice(1)}, token)
    }
  },
  exit: {
    blockId(token) {
      this.exit(token)
    }
  }
}

interface Container {
  children: RootContent[]
}

/** Take block ids out of a tree and give each to the block it names, as `data.block`; the first block of a name has it. */
export function assignBlockIds(tree: Root): void {
  assignIn(tree, {trail: [], taken: new Set()})
}

interface Around {
  readonly trail: readonly Nodes[]
  readonly taken: Set<string>
}

function assignIn(parent: Container & Nodes, {trail, taken}: Around): void {
  const kept: RootContent[] = []
  for (const node of parent.children.flatMap(withoutFalseHeading)) {
    if (node.type === 'table') dropLazyRow(node, taken)
    const id = takeId(node)
    if (id !== undefined) name(named(node, kept, [...trail, parent]), id, taken)
    if (node.type === 'paragraph' && node.children.length === 0) continue
    if ('children' in node && node.type !== 'paragraph' && node.type !== 'heading') assignIn(node as Container & Nodes, {trail: [...trail, parent], taken})
    kept.push(node)
  }
  parent.children = kept
}

/** A line of nothing but an id is no heading, whatever line is drawn under it. */
function withoutFalseHeading(node: RootContent): RootContent[] {
  const {position} = node
  if (node.type !== 'heading' || node.depth !== 2 || node.children.length !== 1 || node.children[0]?.type !== 'blockId') return [node]
  // `## ^id` stands in one line.
  if (!position || position.start.line === position.end.line) return [node]
  return [
    {type: 'paragraph', children: node.children, position},
    {type: 'thematicBreak', position: {start: {...position.end, column: 1}, end: position.end}}
  ]
}

function name(node: Nodes | undefined, written: string, taken: Set<string>): void {
  // Look-ups fold case; Obsidian writes lower-case ids itself (B-01).
  const id = written.toLowerCase()
  if (!node || taken.has(id) || node.data?.block !== undefined) return
  node.data = {...node.data, block: id}
  taken.add(id)
}

/** Take the id off the end of a paragraph, heading or table cell (where it names nothing, B-09), or off the line before its last embeds; one that stands elsewhere is text. */
function takeId(node: RootContent): string | undefined {
  if (node.type !== 'paragraph' && node.type !== 'heading' && node.type !== 'tableCell') return undefined
  const {children} = node
  const at = children.findLastIndex((child, index) => !isBlank(child) && !isEmbed(child, children[index - 1]))
  const id = children[at]
  const isLast = children.slice(at + 1).every(isBlank)
  // Alone above embeds it is no end of anything.
  const isName = id?.type === 'blockId' && (at > 0 || isLast)
  if (isName) {
    children.splice(at, isLast ? children.length : 1)
    trimEnd(children, at - 1)
  }
  if (children.some(({type}) => type === 'blockId')) node.children = children.map((child) => (child.type === 'blockId' ? {type: 'text', value: `^${child.value}`} : child))
  return isName && node.type !== 'tableCell' ? id.value : undefined
}

/** Without the space before an id, and without the line break where a comment stood between. */
function trimEnd(children: PhrasingContent[], at: number): void {
  const last = children[at]
  if (last?.type === 'text') last.value = last.value.trimEnd()
  if (last?.type === 'break' || (last?.type === 'text' && last.value === '')) children.splice(at, 1)
}

function isBlank(node: PhrasingContent): boolean {
  return node.type === 'break' || (node.type === 'text' && node.value.trim() === '')
}

/** Whether a node is an embed, or the sign that makes the next one an embed. */
function isEmbed({type}: PhrasingContent, before: PhrasingContent | undefined): boolean {
  return type === 'image' || type === 'embedMarker' || (type === 'wikiLink' && before?.type === 'embedMarker')
}

/** The block that an id at the end of a paragraph names. */
function named(node: RootContent, before: readonly RootContent[], trail: readonly Nodes[]): Nodes | undefined {
  const quote = trail.find((ancestor): ancestor is Blockquote => ancestor.type === 'blockquote')
  if (quote) return endsWith(quote, node) ? quote : undefined
  const parent = trail[trail.length - 1]
  const alone = node.type === 'paragraph' && (node as Paragraph).children.length === 0
  if (alone && before.length > 0) return before[before.length - 1]
  return parent?.type === 'listItem' ? (parent as ListItem) : alone ? undefined : node
}

/** Whether a node is the last of its last descendants (B-03). */
function endsWith(parent: Nodes, node: Nodes): boolean {
  let last: Nodes | undefined = parent
  while (last && last !== node && 'children' in last) last = last.children[last.children.length - 1]
  return last === node
}

/** `^id` right under a table became a row of it (B-05). */
function dropLazyRow(table: Table, taken: Set<string>): void {
  const row = table.children[table.children.length - 1]
  const only = row?.children[0]?.children[0]
  if (table.children.length < 2 || row?.children.length !== 1 || row.children[0]?.children.length !== 1 || only?.type !== 'blockId') return
  table.children.pop()
  name(table, only.value, taken)
}
