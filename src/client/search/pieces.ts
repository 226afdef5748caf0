import type {Piece} from './result.ts'

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
