/**
 * What the search index is told of a page: a small HTML document with the words,
 * and the places in the page that a result may lead to.
 *
 * It is made from the {@link Page} alone, so nothing private can be in it (the
 * law of the door). Aliases, tags and kinds are not in it: they stand in the
 * table of notes and in the files of names (`search-table.ts`, `search-names.ts`).
 */

import type {Page} from './model.ts'
import {href} from './names.ts'
import {charactersApart} from './search-spaceless.ts'
import {wordsOf} from './search-words.ts'
import {escapeAttribute, escapeText} from './sentences.ts'

export interface SearchDocument {
  /** Percent-encoded address under the base path, with a slash at both ends: `/tools/apache-kafka/`. */
  readonly url: string
  /** HTML that only an indexer reads. */
  readonly content: string
}

/** BCP 47's tag of what is no language: words are indexed as they are written, and made alike when they are looked up. */
const asWritten = 'zxx'

/**
 * Make the search document of a page.
 *
 * Headings and named blocks keep their ids. The abstract counts more, code
 * counts little. A diagram is a section of its own at the end, under the id of
 * its figure, so that the text after a figure is not taken for its words; the
 * filter `figure` says where its drawing stands. The title is a filter too:
 * results show it, and it is no word of the text.
 */
export function searchDocument(page: Page): SearchDocument {
  const {html, captions} = wordsOf(page.html)
  const diagrams = page.diagrams.map(({id, title, words}) => {
    const caption = captions.get(id)
    return `<h6 id="${escapeAttribute(id)}">${escapeText(title)}</h6>${caption ? `<p>${caption}</p>` : ''}<p>${escapeText(words)}</p>`
  })
  const fields = [
    marker('filter', 'title', page.title),
    ...(page.description === '' ? [] : [marker('meta', 'description', page.description)]),
    ...page.diagrams.map(({id, slug}) => marker('filter', 'figure', `${id} ${slug}`))
  ]

  return {
    url: href(page.slug, '/'),
    content: `<html lang="${asWritten}"><body><main data-pagefind-body>${fields.join('')}${charactersApart(html + diagrams.join(''))}</main></body></html>`
  }
}

function marker(what: 'meta' | 'filter', name: string, value: string): string {
  return `<meta data-pagefind-${what}="${name}[content]" content="${escapeAttribute(value)}">`
}
