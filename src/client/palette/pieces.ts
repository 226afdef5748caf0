import type {Piece} from './provider.ts'

/**
 * Read an excerpt of Pagefind's: words in `<mark>`, `<` and `>` of the text as
 * entities. Whatever else it might hold comes out as text.
 *
 * @param title Heading that may stand before the text: the reader sees it already.
 */
export function excerptPieces(html: string, title = ''): Piece[] {
  const pieces = html.split(/(<mark>[^<]*<\/mark>)/).map((part) => {
    const isFound = part.startsWith('<mark>') && part.endsWith('</mark>')
    const text = isFound ? part.slice('<mark>'.length, -'</mark>'.length) : part
    return {text: text.replaceAll('&lt;', '<').replaceAll('&gt;', '>'), isFound}
  })
  return withEllipses(withoutTitle(pieces, title)).filter(({text}) => text !== '')
}

function textOf(pieces: readonly Piece[]): string {
  return pieces.map(({text}) => text).join('')
}

/** The pieces after a title and the full stop that Pagefind puts after a heading. */
function withoutTitle(pieces: readonly Piece[], title: string): Piece[] {
  const text = textOf(pieces)
  const left = title !== '' && text.startsWith(title) ? title.length + (/^[.\s]*/.exec(text.slice(title.length))?.[0].length ?? 0) : 0
  let at = 0
  return pieces.map(({text: part, isFound}) => {
    at += part.length
    return {text: part.slice(Math.max(0, part.length - Math.max(0, at - left))), isFound}
  })
}

/** Say where a sentence goes on. */
function withEllipses(pieces: readonly Piece[]): Piece[] {
  const text = textOf(pieces).trim()
  if (text === '') return []
  const start = /^\p{Ll}/u.test(text) ? '… ' : ''
  const end = /[.!?…]$/.test(text) ? '' : ' …'
  return [{text: start, isFound: false}, ...pieces, {text: end, isFound: false}]
}

/** Find the words of a query at the beginnings of the words of a title. */
export function titlePieces(title: string, query: string): Piece[] {
  const wanted = wordsIn(query)
  return title
    .split(/([\p{L}\p{M}\p{N}]+)/u)
    .filter((part) => part !== '')
    .map((text) => ({text, isFound: wanted.some((word) => folded(text).startsWith(word))}))
}

function wordsIn(text: string): string[] {
  return folded(text).split(/[^\p{L}\p{M}\p{N}]+/u).filter((word) => word !== '')
}

/** What two spellings of one name share. */
export function folded(text: string): string {
  return text.normalize('NFC').toLowerCase().trim()
}
