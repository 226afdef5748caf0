/**
 * Footnotes beside GFM's: `^[words]` where it is called (M-11), and a guard for
 * `[^a b]: words`, which is no footnote (M-10) and would be the definition of a
 * link, so that its words were lost.
 */

import type {Extension as FromMarkdown} from 'mdast-util-from-markdown'
import type {FootnoteDefinition, FootnoteReference, Root, RootContent} from 'mdast'
import {markdownLineEnding, markdownLineEndingOrSpace} from 'micromark-util-character'
import type {Code, Effects, Extension, State, Token, TokenizeContext} from 'micromark-util-types'
import type {InlineFootnote} from './nodes.ts'

const backslash = 92
const leftBracket = 91
const rightBracket = 93
const caret = 94
const colon = 58

/** Deepest nesting of brackets in an inline footnote. */
const deepest = 20

export function inlineFootnote(): Extension {
  return {text: {[caret]: {name: 'inlineFootnote', tokenize: tokenizeInline}}}
}

/** Offsets of brackets that a search to the end of the text found no partner for: nothing is read once for each of them. */
const hopeless = new WeakMap<TokenizeContext, Set<number>>()

function tokenizeInline(this: TokenizeContext, effects: Effects, ok: State, nok: State): State {
  const context = this
  const open: number[] = []
  let previous: Token | undefined
  return (code) => {
    effects.enter('inlineFootnote')
    effects.consume(code)
    return bracket
  }

  function bracket(code: Code): State | undefined {
    const offset = context.now().offset
    if (code !== leftBracket || hopeless.get(context)?.has(offset)) return nok(code)
    open.push(offset)
    effects.consume(code)
    return first
  }

  // `^[]` says nothing.
  function first(code: Code): State | undefined {
    return code === rightBracket ? nok(code) : line(code)
  }

  function line(code: Code): State | undefined {
    const token = effects.enter('chunkText', {contentType: 'text', ...(previous ? {previous} : {})})
    if (previous) previous.next = token
    previous = token
    return data(code)
  }

  function data(code: Code): State | undefined {
    if (code === null) return giveUp(code)
    const depth = depthAt(code)
    if (depth === 0) return close(code)
    if (depth > deepest) return nok(code)
    effects.consume(code)
    if (markdownLineEnding(code)) return endLine()
    return code === backslash ? escaped : data
  }

  function depthAt(code: Code): number {
    if (code === leftBracket) open.push(context.now().offset)
    if (code === rightBracket) open.pop()
    return open.length
  }

  function endLine(): State {
    effects.exit('chunkText')
    return line
  }

  function escaped(code: Code): State | undefined {
    if (code === null || markdownLineEnding(code)) return data(code)
    effects.consume(code)
    return data
  }

  function giveUp(code: Code): State | undefined {
    const known = hopeless.get(context) ?? new Set<number>()
    hopeless.set(context, known)
    for (const offset of open) known.add(offset)
    return nok(code)
  }

  function close(code: Code): State {
    effects.exit('chunkText')
    effects.consume(code)
    effects.exit('inlineFootnote')
    return ok
  }
}

export const inlineFootnoteFromMarkdown: FromMarkdown = {
  canContainEols: ['inlineFootnote'],
  enter: {
    inlineFootnote(token) {
      this.enter({type: 'inlineFootnote', children: []}, token)
    }
  },
  exit: {
    inlineFootnote(token) {
      this.exit(token)
    }
  }
}

/** A line that begins with `[^a b]:` is a paragraph. */
export function falseDefinition(): Extension {
  return {flow: {[leftBracket]: {name: 'falseDefinition', tokenize: tokenizeFalse}}}
}

function tokenizeFalse(this: TokenizeContext, effects: Effects, ok: State, nok: State): State {
  const interrupting = this.interrupt === true
  let spaced = false
  return (code) => {
    if (interrupting) return nok(code)
    effects.enter('paragraph')
    effects.enter('chunkText', {contentType: 'text'})
    effects.consume(code)
    return (next) => (next === caret ? label(next) : nok(next))
  }

  function label(code: Code): State | undefined {
    if (code === null || markdownLineEnding(code) || code === leftBracket) return nok(code)
    if (markdownLineEndingOrSpace(code)) spaced = true
    effects.consume(code)
    return code === rightBracket ? (next) => (spaced && next === colon ? rest(next) : nok(next)) : label
  }

  function rest(code: Code): State | undefined {
    if (code !== null && !markdownLineEnding(code)) {
      effects.consume(code)
      return rest
    }
    effects.exit('chunkText')
    effects.exit('paragraph')
    return ok(code)
  }
}

interface Container {
  children: RootContent[]
}

/** Make of each inline footnote a call and a definition at the end, so that all footnotes are numbered together. */
export function defineFootnotes(tree: Root): void {
  const taken = new Set<string>()
  const found: {parent: Container; index: number; node: InlineFootnote}[] = []
  visit(tree, (node, parent, index) => {
    if (node.type === 'footnoteDefinition') taken.add(node.identifier)
    if (node.type === 'inlineFootnote') found.push({parent, index, node})
  })
  let count = 0
  for (const {parent, index, node} of found) {
    do count += 1
    while (taken.has(`inline-${count}`))
    const {position} = node
    const name = {identifier: `inline-${count}`, label: `inline-${count}`, ...(position ? {position} : {})}
    parent.children[index] = {type: 'footnoteReference', ...name} satisfies FootnoteReference
    tree.children.push({type: 'footnoteDefinition', ...name, children: [{type: 'paragraph', children: node.children, ...(position ? {position} : {})}]} satisfies FootnoteDefinition)
  }
}

/** Visit what stands in a node before the node itself. */
function visit(parent: Container, each: (node: RootContent, parent: Container, index: number) => void): void {
  for (const [index, node] of parent.children.entries()) {
    if ('children' in node) visit(node as Container, each)
    each(node, parent, index)
  }
}
