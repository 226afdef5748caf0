/**
 * Read what Pagefind made, and make one index of the parts that it was made in.
 *
 * Pagefind keeps some 120 KB in memory for each page of an index until that is written. In parts, one after another, its
 * process takes no more for a large garden than for a small one; what readers load is one index all the same.
 */
import {gunzipSync} from 'node:zlib'
import {arrayOf, countOf, firstNumber, itemsOf, numberItem, numberOf, textItem, textOf} from './cbor.ts'
import type {PackedFile} from './pack.ts'
import {longName} from './short-names.ts'
import type {Page} from '../../src/garden/model.ts'
import {byCodePoint, href} from '../../src/garden/names.ts'
import type {IndexedPage} from '../../src/garden/search-table.ts'
import type {CountedWord} from '../../src/garden/search-vocabulary.ts'

/** What all of Pagefind's data begins with, once unpacked. */
export const signature = Buffer.from('pagefind_dcd')

/** The files of one part. */
export type Part = readonly PackedFile[]

/** A word as it stands in a file of words. */
export interface IndexWord extends CountedWord {
  readonly item: Buffer
}

/** A page as the index numbers it. */
export interface IndexPage extends IndexedPage {
  /** Name of its text by what stands there, not yet cut. */
  readonly longName: string
  /** Its text as Pagefind packed it. */
  readonly content: Uint8Array
}

/** A word of one part: its text, the pages that have it, and spellings with accents, each with pages of its own. */
interface Piece {
  readonly item: Buffer
  readonly word: Buffer
  readonly pages: Buffer
  readonly spellings: readonly Buffer[]
  /** How many pages stand in the parts before. */
  readonly before: number
}

/** Pages that have a word or a spelling, as one part counts them. */
interface Holders {
  readonly pages: Buffer
  readonly before: number
}

/**
 * The words of all parts in order, each once.
 *
 * @throws When Pagefind writes in another form than the version this was written for.
 */
export function wordsOfParts(parts: readonly Part[]): IndexWord[] {
  const pieces = new Map<string, Piece[]>()
  let before = 0
  for (const part of parts) {
    for (const piece of piecesOf(part, before)) {
      const word = textOf(piece.word)
      const known = pieces.get(word)
      if (known) known.push(piece)
      else pieces.set(word, [piece])
    }
    before += listedPages(part).length
  }
  return [...pieces].sort(([a], [b]) => byCodePoint(a, b)).map(([word, all]) => indexWord(word, all))
}

function piecesOf(part: Part, before: number): Piece[] {
  return part.filter(({path}) => path.startsWith('index/')).flatMap(({content}) => {
    const [list] = itemsOf(unpacked(content))
    if (!list) throw new Error('Pagefind writes words in a form that is not known')
    return itemsOf(list).map((item) => pieceOf(item, before))
  })
}

function pieceOf(item: Buffer, before: number): Piece {
  const [word, pages, spellings, ...more] = itemsOf(item)
  if (!word || !pages || !spellings || more.length > 0) throw new Error('Pagefind writes words in a form that is not known')
  return {item, word, pages, spellings: itemsOf(spellings), before}
}

function indexWord(word: string, pieces: readonly Piece[]): IndexWord {
  const [first, ...others] = pieces
  const spellings = spellingsOf(pieces)
  const counts = [pieces, ...spellings.values()].map((holders) => holders.reduce((sum, {pages}) => sum + countOf(pages), 0))
  // As Pagefind wrote it, which is so for every word of a garden in one part.
  const isWhole = others.length === 0 && first?.before === 0
  return {word, notes: Math.max(...counts), item: isWhole ? first.item : joined(word, pieces, spellings)}
}

/** Which pages have each spelling, part by part. */
function spellingsOf(pieces: readonly Piece[]): Map<string, Holders[]> {
  const found = new Map<string, Holders[]>()
  for (const {spellings, before} of pieces) {
    for (const [spelling, pages, ...more] of spellings.map(itemsOf)) {
      if (!spelling || !pages || more.length > 0) throw new Error('Pagefind writes spellings in a form that is not known')
      const key = textOf(spelling)
      found.set(key, [...(found.get(key) ?? []), {pages, before}])
    }
  }
  return found
}

/**
 * Descriptions are told apart by numbers that each part gives anew; nobody reads which is which (`client/search/chunk.ts`
 * counts them).
 */
function joined(word: string, pieces: readonly Piece[], spellings: ReadonlyMap<string, readonly Holders[]>): Buffer {
  const variants = [...spellings].map(([spelling, holders]) => arrayOf([textItem(spelling), joinedPages(holders)]))
  return arrayOf([textItem(word), joinedPages(pieces), arrayOf(variants)])
}

/** Pages are counted from the one before: only the first of each part has to be counted anew. */
function joinedPages(lists: readonly Holders[]): Buffer {
  const all: Buffer[] = []
  let last = 0
  for (const {pages, before} of lists) {
    let at = before
    for (const [nth, page] of itemsOf(pages).entries()) {
      at += firstNumber(page)
      all.push(nth === 0 ? arrayOf([numberItem(at - last), ...itemsOf(page).slice(1)]) : page)
    }
    // A part may have none of a word itself, only of its spellings.
    if (countOf(pages) > 0) last = at
  }
  return arrayOf(all)
}

/**
 * The pages of all parts in the order in which the index numbers them.
 *
 * @throws When Pagefind lists a page that is not among `pages`.
 */
export function pagesOfParts(parts: readonly Part[], pages: readonly Page[]): IndexPage[] {
  const byUrl = new Map(pages.map((page) => [href(page.slug, '/'), page]))
  return parts.flatMap((part) => {
    const texts = new Map(textsOf(part).map((file) => [nameOf(file.path), file]))
    return listedPages(part).map((item) => {
      const [name, words] = itemsOf(item)
      const file = texts.get(name ? textOf(name) : '')
      const body = file && unpacked(file.content)
      const page = body && byUrl.get(urlOf(body))
      if (!page || !name || !words) throw new Error('Pagefind lists a page that is not known')
      // Texts stay as they are, and as they were packed: only their names are ours.
      return {page, words: numberOf(words), longName: longName(body), content: withoutMachine(file.content)}
    })
  })
}

/**
 * The list of a part's pages. Pagefind leaves out pages without words, and makes no list where none is left; in any other
 * case a part without one would have all that come after it name the wrong pages.
 */
function listedPages(part: Part): Buffer[] {
  const heads = part.filter(({path}) => path.endsWith('.pf_meta'))
  const [, list] = heads.length === 1 ? itemsOf(unpacked(heads[0]?.content ?? Buffer.alloc(0))) : []
  const listed = list ? itemsOf(list) : []
  if (listed.length !== textsOf(part).length) throw new Error('Pagefind writes its list of pages in a form that is not known')
  return listed
}

function textsOf(part: Part): PackedFile[] {
  return part.filter(({path}) => path.startsWith('fragment/'))
}

function urlOf(text: Buffer): string {
  const {url}: {url: string} = JSON.parse(text.toString('utf8'))
  return url
}

/** Name of a file without its folder and its ending. */
function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1, path.lastIndexOf('.'))
}

function unpacked(content: Uint8Array): Buffer {
  const bytes = gunzipSync(content)
  if (!bytes.subarray(0, signature.length).equals(signature)) throw new Error('Pagefind writes files in a form that is not known')
  return bytes.subarray(signature.length)
}

/**
 * The same packed bytes without the machine's name, which would be another elsewhere; in memory of their own: a `Buffer`
 * this small is cut from 64 KB that stay as long as it does, and thousands of these wait until Astro is done.
 */
export function withoutMachine(content: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(content)
  bytes[9] = 255
  return bytes
}
