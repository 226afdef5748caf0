/**
 * What the search index is told of a page: a small HTML document with the words,
 * and the places in the page that a result may lead to.
 *
 * It is made from the {@link Page} alone, so nothing private can be in it (the
 * law of the door).
 */

import type {Page} from './model.ts'
import {href} from './names.ts'
import {wordsOf} from './search-words.ts'
import {escapeText} from './sentences.ts'
import {escapeAttribute} from './template-tag.ts'

export interface SearchDocument {
  /** Percent-encoded address under the base path, with a slash at both ends: `/tools/apache-kafka/`. */
  readonly url: string
  /** HTML that only an indexer reads. */
  readonly content: string
}

/**
 * Make the search document of a page.
 *
 * Title, aliases, description and tags are fields of their own; headings and
 * named blocks keep their ids. A diagram is a section of its own at the end,
 * under the id of its figure, so that the text after a figure is not taken for
 * its words.
 *
 * @param lang BCP 47 tag of the site.
 */
export function searchDocument(page: Page, lang: string): SearchDocument {
  const {html, captions} = wordsOf(page.html)
  const diagrams = page.diagrams.map(({id, title, words}) => {
    const caption = captions.get(id)
    return `<h6 id="${escapeAttribute(id)}">${escapeText(title)}</h6>${caption ? `<p>${caption}</p>` : ''}<p>${escapeText(words)}</p>`
  })

  return {
    url: href(page.slug, '/'),
    content: `<html lang="${escapeAttribute(lang)}"><body><main data-pagefind-body>${fieldsOf(page)}${html}${diagrams.join('')}</main></body></html>`
  }
}

function fieldsOf(page: Page): string {
  const tags = page.tags.map(({name}) => name)
  const fields: readonly (readonly [name: string, value: string | undefined])[] = [
    ['title', page.title],
    ['aliases', page.aliases.join(', ')],
    ['description', page.description],
    ['tags', tags.join(', ')],
    ['crumbs', page.crumbs.map(({title}) => title).join(' / ')],
    ['kind', page.noteKind]
  ]
  const filters: readonly (readonly [name: string, value: string | undefined])[] = [
    ...withParents(tags).map((tag) => ['tag', tag] as const),
    ['kind', page.noteKind]
  ]
  return fields.map(marker('meta')).join('') + filters.map(marker('filter')).join('')
}

function marker(what: 'meta' | 'filter'): (field: readonly [name: string, value: string | undefined]) => string {
  return ([name, value = '']) => (value === '' ? '' : `<meta data-pagefind-${what}="${name}[content]" content="${escapeAttribute(value)}">`)
}

/** Tags and all those above them, each once: a note with `topic/kafka` is found under `topic`. */
function withParents(tags: readonly string[]): string[] {
  const all = tags.flatMap((tag) => {
    const segments = tag.split('/')
    return segments.map((_, index) => segments.slice(0, index + 1).join('/'))
  })
  return [...new Set(all)]
}
