/** What stands beside found notes: places of this page, actions, and what a reader looked for last. */

import {lastNotes, lastSearches} from '../memory.ts'
import {folded, titlePieces} from '../search/pieces.ts'
import type {Results} from '../search/result.ts'
import {actionsFor, printActions} from './actions.ts'
import {element, icon, marked} from './element.ts'
import type {Own} from './own.ts'
import type {Shell} from './results.ts'

/** Most headings of this page beside notes. */
const mostHeadings = 3

/** Groups of options for what stands in the field. */
export function printBeside(query: string, {words, actions}: Own, shell: Shell): HTMLElement[] {
  const acts = printActions(actionsFor(query, actions), {query, label: words.actions})
  if (query !== '') return [...printHeadings(query, words.here), ...acts]
  const searches = lastSearches().map((text) => row('search', text, {href: `${shell.base}search/?q=${encodeURIComponent(text)}`, 'data-fill': text}))
  const notes = lastNotes()
    .filter(({href}) => href !== location.pathname)
    .map(({title, href}) => row('note', title, {href}))
  const forgetting = searches.length + notes.length > 0 ? [row('clock', words.forget, {href: '#', 'data-act': 'forget'})] : []
  return [...group(words.searches, searches), ...group(words.read, notes), ...acts, ...group('', forgetting)]
}

/** What shows more notes, where there are more. */
export function printMore({results, total}: Results, {more}: Own['words']): HTMLElement[] {
  return results.length < total ? group('', [row('search', more, {href: '#', 'data-act': 'more'})]) : []
}

/** Headings of this page whose words begin as the query's do. */
function printHeadings(query: string, label: string): HTMLElement[] {
  const wanted = folded(query).split(/\s+/u)
  const found = [...document.querySelectorAll<HTMLElement>('main :is(h2, h3, h4)[id]')].filter(({textContent}) => {
    const parts = folded(textContent ?? '').split(/[^\p{L}\p{M}\p{N}]+/u)
    return wanted.every((word) => parts.some((part) => part.startsWith(word)))
  })
  return group(
    label,
    found.slice(0, mostHeadings).map(({id, textContent}) =>
      option({href: `#${encodeURIComponent(id)}`}, [icon('hash'), element('strong', {dir: 'auto'}, marked(titlePieces(textContent?.trim() ?? '', query)))])
    )
  )
}

function row(shape: string, text: string, attributes: Readonly<Record<string, string>>): HTMLElement {
  return option(attributes, [icon(shape), element('strong', {dir: 'auto'}, [text])])
}

function option(attributes: Readonly<Record<string, string>>, children: readonly Node[]): HTMLElement {
  return element('a', {role: 'option', 'aria-selected': 'false', tabindex: '-1', class: 'act', ...attributes}, children)
}

function group(label: string, options: readonly HTMLElement[]): HTMLElement[] {
  if (options.length === 0) return []
  return [element('div', {role: 'group', ...(label !== '' && {'aria-label': label})}, [...(label === '' ? [] : [element('p', {class: 'caps', 'aria-hidden': 'true'}, [label])]), ...options])]
}
