/**
 * What of Pagefind's index is published: its words in small files, its texts, a table of the notes, a vocabulary.
 *
 * Pagefind's own files of words are some 30 KB each, and a question of five words asks for five of them. Cut at the
 * borders of words to a quarter of that, a question costs less than one file did.
 */
import {gunzipSync, gzipSync} from 'node:zlib'
import {arrayOf, countOf, itemsOf, numberOf, textOf} from './cbor.ts'
import type {PackedFile} from './pack.ts'
import {shortNames} from './short-names.ts'
import type {Page} from '../../src/garden/model.ts'
import {byCodePoint, href} from '../../src/garden/names.ts'
import {searchNames, shortestAfter} from '../../src/garden/search-names.ts'
import {notesOfList, searchTable, type FileRanges, type IndexedPage} from '../../src/garden/search-table.ts'
import {filesByBits, searchVocabulary, type CountedWord} from '../../src/garden/search-vocabulary.ts'

/** What all of Pagefind's data begins with, once unpacked. */
const signature = Buffer.from('pagefind_dcd')

/** Bytes of words in one file before it is packed; a word that has more stands alone. */
const chunkBytes = 14_000

export interface IndexInput {
  /** What Pagefind made. */
  readonly files: readonly PackedFile[]
  /** Pages that it was told of. */
  readonly pages: readonly Page[]
  /** BCP 47 tag of the site. */
  readonly lang: string
}

/**
 * Bytes of a word, before it is packed, that are no longer loaded for a query which has other words: a word that so many
 * notes have tells little, and in a large garden its places would be most of what a query loads.
 */
const commonBytes = 80_000

/** What stands in a file of words: packed words, each of them counted. */
interface Chunk {
  readonly body: Buffer
  readonly words: readonly CountedWord[]
}

/**
 * Make the files that browsers ask for.
 *
 * @throws When Pagefind's files have another form than that of the version this was written for.
 */
export function indexFiles({files, pages, lang}: IndexInput): PackedFile[] {
  const chunks = files.filter(({path}) => path.startsWith('index/')).flatMap(({content}) => cut(unpacked(content)))
  const sorted = chunks.toSorted((a, b) => byCodePoint(a.words[0]?.word ?? '', b.words[0]?.word ?? ''))
  const indexed = indexedPages(files, pages)
  const vocabulary = searchVocabulary(pages, sorted.flatMap(({words}) => words))
  const words = named('index', 'pf_index', sorted.map(({body}) => body))
  const texts = named('fragment', 'pf_fragment', indexed.map(({body}) => body))
  const lists = named('texts', 'txt', inLists(texts).map((each) => Buffer.from(each.map(({name}) => name).join('\n'))))
  const ranges = searchNames(indexed.map(({page}) => page))
  const names = named('names', 'txt', ranges.map(({text}) => Buffer.from(text)))
  // Such a word has a file of its own.
  const common = sorted.flatMap(({body, words: [first]}) => (first && body.length > commonBytes ? [first.word] : []))
  const table = searchTable({
    lang,
    pages: indexed,
    chunks: rangesOf(sorted.map((chunk, at) => shortestAfter(sorted[at - 1]?.words.at(-1)?.word ?? '', chunk.words[0]?.word ?? '')), words),
    names: rangesOf(ranges.map(({border}) => border), names),
    texts: lists.map(({name}) => name),
    vocabulary: filesByBits(vocabulary),
    ...(common.length > 0 && {common})
  })

  const all = [
    ...words.map(({path, body}) => ({path, content: packed(body)})),
    ...texts.map(({path}, at) => ({path, content: indexed[at]?.content ?? Buffer.alloc(0)})),
    ...[...lists, ...names].map(({path, body}) => ({path, content: body})),
    {path: 'notes.json', content: Buffer.from(JSON.stringify(table))},
    ...[...vocabulary].map(([name, text]) => ({path: `words/${name}.txt`, content: Buffer.from(text)}))
  ]
  // Two files of names may say the same.
  return [...new Map(all.map((file) => [file.path, file])).values()].sort((a, b) => byCodePoint(a.path, b.path))
}

/** A file of one of the folders, called by what stands in it. */
interface Named {
  readonly name: string
  readonly path: string
  readonly body: Buffer
}

function named(folder: string, ending: string, bodies: readonly Buffer[]): Named[] {
  const names = shortNames(bodies)
  return bodies.map((body, at) => ({name: names[at] ?? '', path: `${folder}/${names[at]}.${ending}`, body}))
}

function rangesOf(borders: readonly string[], files: readonly Named[]): FileRanges {
  return [borders.join(' '), files.map(({name}) => name).join(' ')]
}

function inLists<Item>(items: readonly Item[]): Item[][] {
  return Array.from({length: Math.ceil(items.length / notesOfList)}, (_, at) => items.slice(at * notesOfList, (at + 1) * notesOfList))
}

/** Cut the words of one of Pagefind's files into files of a size. */
function cut(body: Buffer): Chunk[] {
  const [list] = itemsOf(body)
  if (!list) throw new Error('Pagefind writes words in a form that is not known')
  const chunks: Chunk[] = []
  let items: Buffer[] = []
  let size = 0
  for (const item of itemsOf(list)) {
    if (size > 0 && size + item.length > chunkBytes) {
      chunks.push(chunkOf(items))
      items = []
      size = 0
    }
    items.push(item)
    size += item.length
  }
  return items.length > 0 ? [...chunks, chunkOf(items)] : chunks
}

function chunkOf(items: readonly Buffer[]): Chunk {
  return {body: arrayOf(items), words: items.map(countedWord)}
}

/** A word is its text, the pages that have it, and spellings with accents, each with pages of its own. */
function countedWord(item: Buffer): CountedWord {
  const [word, pages, spellings] = itemsOf(item)
  if (!word || !pages || !spellings) throw new Error('Pagefind writes words in a form that is not known')
  const others = itemsOf(spellings).map((spelling) => countOf(itemsOf(spelling)[1] ?? spelling))
  return {word: textOf(word), notes: Math.max(countOf(pages), ...others)}
}

/** The pages in the order in which the index numbers them. */
function indexedPages(files: readonly PackedFile[], pages: readonly Page[]): (IndexedPage & {readonly body: Buffer; readonly content: Uint8Array})[] {
  const head = files.find(({path}) => path.endsWith('.pf_meta'))
  if (!head) return []
  const texts = new Map(files.map((file) => [nameOf(file.path), file]))
  const byUrl = new Map(pages.map((page) => [href(page.slug, '/'), page]))
  const [, list] = itemsOf(unpacked(head.content))
  if (!list) throw new Error('Pagefind writes its list of pages in a form that is not known')

  return itemsOf(list).map((item) => {
    const [name, words] = itemsOf(item)
    const file = texts.get(name ? textOf(name) : '')
    const body = file && unpacked(file.content)
    const page = body && byUrl.get(urlOf(body))
    if (!page || !name || !words) throw new Error('Pagefind lists a page that is not known')
    // Texts stay as they are, and as they were packed: only their names are ours.
    return {page, words: numberOf(words), body, content: withoutMachine(file.content)}
  })
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

function packed(body: Buffer): Buffer {
  return withoutMachine(gzipSync(Buffer.concat([signature, body]), {level: 9}))
}

/** The same packed bytes without the machine's name, which would be another elsewhere. */
function withoutMachine(content: Uint8Array): Buffer {
  const bytes = Buffer.from(content)
  bytes[9] = 255
  return bytes
}
