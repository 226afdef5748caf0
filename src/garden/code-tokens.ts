/** From code to runs of text with one of four classes: what a reader tells apart, whatever the language. */

import {createRequire} from 'node:module'
import type {ElementContent, Root} from 'hast'
import {refractor, type Syntax} from 'refractor/core'

/** `c` comment, `k` keyword or name, `p` sign, operator or function, `v` value; nothing for the rest. */
export type Tone = '' | 'c' | 'k' | 'p' | 'v'

export interface Run {
  readonly tone: Tone
  readonly text: string
}

/** Table: names that grammars give to tokens, by tone. A token that is not here looks like what is around it. */
const tones = new Map(
  Object.entries({
    c: 'comment prolog doctype cdata shebang doc-comment docstring coord deleted deleted-sign hash-bang',
    k: 'keyword property tag attr-name atrule key selector class-name builtin namespace rule important title section label-key assign-left directive type annotation decorator module instruction header-name literal-property property-access parameter variable field symbol metric-name table',
    p: 'punctuation operator function function-name function-variable method arrow interpolation-punctuation delimiter entity aggregation',
    v: 'string char number boolean regex attr-value url string-literal template-string value null constant date datetime heredoc-string triple-quoted-string duration range color unit inserted inserted-sign literal environment path header-value'
  } satisfies Record<Exclude<Tone, ''>, string>).flatMap(([tone, words]) => words.split(' ').map((word) => [word, tone as Tone] as const))
)

/** Code in code looks like code, not like the text around it. */
for (const name of ['interpolation', 'interpolation-expression', 'script', 'style']) tones.set(name, '')

/** Languages whose plain words are values. */
const valued = new Set(['yaml', 'toml'])

/** Grammars that others look up when they are loaded: without them it would depend on other notes how code looks. */
const companions: readonly string[] = ['markup', 'css', 'javascript', 'regex', 'json']

const load = createRequire(import.meta.url)

function isSyntax(value: unknown): value is Syntax {
  return typeof value === 'function' && 'displayName' in value
}

/** Load a grammar when the first block needs it: most notes need none, and all of them take half a second. */
function register(name: string): void {
  if (refractor.registered(name)) return
  const loaded: unknown = load(`refractor/${name}`)
  const syntax = typeof loaded === 'object' && loaded !== null && 'default' in loaded ? loaded.default : loaded
  if (isSyntax(syntax)) refractor.register(syntax)
}

/**
 * Divide code into runs.
 *
 * @param grammar Name of a grammar, from `code-languages.ts`.
 * @returns Runs that make up the code, no two neighbours of one tone.
 */
export function runsOf(code: string, grammar: string): Run[] {
  for (const name of [...companions, grammar]) register(name)
  const runs: Run[] = []
  gather(refractor.highlight(code, grammar), valued.has(grammar) ? 'v' : '', runs)
  return runs
}

function gather(node: Root | ElementContent, around: Tone, runs: Run[]): void {
  if (node.type === 'text') return add(runs, {tone: around, text: node.value})
  if (node.type !== 'root' && node.type !== 'element') return
  if (isFence(node)) return add(runs, {tone: '', text: words(node)})
  const tone = node.type === 'element' ? (toneOf(node.properties.className) ?? around) : around
  for (const child of node.children) if (child.type === 'text' || child.type === 'element') gather(child, tone, runs)
}

/** Code in Markdown in a block of code: its grammar may or may not be there. */
function isFence(node: Root | ElementContent): boolean {
  return node.type === 'element' && Array.isArray(node.properties.className) && node.properties.className.includes('code-block')
}

function words(node: Root | ElementContent): string {
  if (node.type === 'text') return node.value
  return 'children' in node ? node.children.map((child) => (child.type === 'text' || child.type === 'element' ? words(child) : '')).join('') : ''
}

function toneOf(classes: unknown): Tone | undefined {
  if (!Array.isArray(classes)) return undefined
  const name = classes.find((each) => tones.has(String(each)))
  return name === undefined ? undefined : tones.get(String(name))
}

/** White space looks the same in every tone: it joins its neighbours. */
function add(runs: Run[], {tone, text}: Run): void {
  const last = runs[runs.length - 1]
  const blank = text.trim() === ''
  const own = blank && last ? last.tone : tone
  if (last && (last.tone === own || last.text.trim() === '')) runs[runs.length - 1] = {tone: last.tone === own ? own : tone, text: last.text + text}
  else runs.push({tone: blank ? '' : own, text})
}
