/**
 * `[[Note]]`, `[[Note#Heading|words]]` (L-01 … L-28): remark-wiki-link finds
 * them; here its search is bounded and what it found is read.
 */

import {markdownLineEnding, markdownSpace} from 'micromark-util-character'
import type {Code, Construct, Effects, Extension, State} from 'micromark-util-types'
import remarkWikiLink from 'remark-wiki-link'
import type {Processor} from 'unified'
import type {Fragment} from '../model.ts'
import {withoutComments} from './comments.ts'

/** Longest wiki link that is looked for, in UTF-16 units. */
const longest = 1000

/**
 * Add remark-wiki-link to a processor.
 *
 * By itself it looks for `]]` up to the end of the line for each `[[`, which
 * takes minutes on a line of ten thousand of them. A target holds no brackets,
 * so the search may end at the first one.
 */
export function wikiLink(this: Processor): void {
  const data = this.data()
  const before = data.micromarkExtensions?.length ?? 0
  // The divider must be set: its default is `:`, which splits `[[C++: the good parts]]`.
  remarkWikiLink.call(this, {aliasDivider: '|'})
  const extensions = data.micromarkExtensions ?? []
  for (let index = before; index < extensions.length; index += 1) {
    extensions[index] = bounded(extensions[index] as Extension)
  }
}

const leftBracket = 91
const rightBracket = 93
const bar = 124

function bounded(extension: Extension): Extension {
  const construct = wikiConstruct(extension)
  return construct ? {text: {[leftBracket]: [guard(construct), emptyAlias]}} : extension
}

/** The construct of remark-wiki-link among a processor's extensions. */
export function wikiConstruct(extension: Extension): Construct | undefined {
  const found = extension.text?.[leftBracket]
  return Array.isArray(found) ? found[0] : found
}

function guard(construct: Construct): Construct {
  return {
    name: 'wikiLink',
    tokenize(effects: Effects, ok: State, nok: State): State {
      let left = false
      let closing = 0
      const leave = (to: State): State => (code) => {
        left = true
        return to(code)
      }
      const fail = leave(nok)
      // The first two are the opening brackets themselves; what stands after the closing ones is another link's.
      const isForeign = (code: Code, count: number): boolean => code === leftBracket && count > 1 && closing < 2
      const watch = (state: State, count: number): State => (code) => {
        if (count > longest || isForeign(code, count)) return fail(code)
        closing += Number(code === rightBracket)
        const next = state(code)
        return left || next === undefined ? next : watch(next, count + 1)
      }
      return watch(construct.tokenize.call(this, effects, leave(ok), fail), 0)
    }
  }
}

/** `[[Note|]]` and `[[Note| ]]` (L-11), which the plugin leaves as text: a link without words of its own. */
const emptyAlias: Construct = {
  name: 'wikiLink',
  tokenize(effects: Effects, ok: State, nok: State): State {
    let length = 0
    let named = false
    return (code) => {
      effects.enter('wikiLink')
      effects.consume(code)
      return (second) => (second === leftBracket ? open(second) : nok(second))
    }

    function open(code: Code): State | undefined {
      effects.consume(code)
      return (next) => {
        effects.enter('wikiLinkTarget')
        return target(next)
      }
    }

    function target(code: Code): State | undefined {
      if (code === null || markdownLineEnding(code) || code === leftBracket || code === rightBracket || length > longest) return nok(code)
      if (code === bar) {
        if (!named) return nok(code)
        effects.exit('wikiLinkTarget')
        effects.consume(code)
        return alias
      }
      length += 1
      if (!markdownSpace(code)) named = true
      effects.consume(code)
      return target
    }

    function alias(code: Code): State | undefined {
      if (!markdownSpace(code) && code !== rightBracket) return nok(code)
      effects.consume(code)
      return code === rightBracket ? close : alias
    }

    function close(code: Code): State | undefined {
      if (code !== rightBracket) return nok(code)
      effects.consume(code)
      effects.exit('wikiLink')
      return ok
    }
  }
}

/** The parts of a written link: `path#Heading#Sub`, `#^block`, `file.pdf#page=3`. */
export interface Written {
  readonly target: string
  readonly fragment?: Fragment
}

/**
 * Split a written target at its first `#`.
 *
 * @param written What stands in the brackets before `|`, or a decoded Markdown destination.
 */
export function splitTarget(written: string): Written {
  const hash = written.indexOf('#')
  if (hash < 0) return {target: written.trim()}
  const target = written.slice(0, hash).trim()
  const raw = written.slice(hash + 1).trim()
  // Users write `[[Note##Heading]]` too: empty segments say nothing (L-07).
  const segments = raw.split('#').map((segment) => segment.trim()).filter((segment) => segment !== '')
  const last = segments[segments.length - 1]
  if (last === undefined) return {target}
  if (last.startsWith('^')) return {target, fragment: {headings: segments.slice(0, -1), block: last.slice(1).trim().toLowerCase(), raw}}
  return {target, fragment: {headings: segments, raw}}
}

/** Words of a link that has none of its own (L-09, L-10). */
export function defaultText(written: string, {target, fragment}: Written, style: 'app' | 'raw' | 'basename'): string {
  if (style === 'raw') return written.trim()
  const name = style === 'basename' ? target.slice(target.lastIndexOf('/') + 1) : target
  const rest = fragment?.raw.split('#').map((segment) => segment.trim()).filter((segment) => segment !== '') ?? []
  return [name, ...rest].filter((part) => part !== '').join(' > ')
}

/**
 * Read the value and alias of a wiki link node.
 *
 * In tables the bar is escaped, and the backslash stays at the end of the target (L-13). A comment in the words is one
 * all the same (M-13), though the tokenizer sees the link as a whole.
 */
export function readWikiLink(value: string, alias: string | undefined): {written: string; alias: string | undefined} {
  const escaped = alias !== undefined && value.endsWith('\\')
  const words = alias === undefined ? undefined : withoutComments(alias).trim()
  return {
    written: (escaped ? value.slice(0, -1) : value).trim(),
    alias: words === undefined || words === '' ? undefined : words.replaceAll('\\|', '|')
  }
}
