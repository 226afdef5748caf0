/**
 * What of Pagefind's index is published: its words in small files, its texts, a table of the notes, a vocabulary.
 *
 * Pagefind's own files of words are some 30 KB each, and a question of five words asks for five of them. Cut at the
 * borders of words to a quarter of that, a question costs less than one file did.
 */
import {gzipSync} from 'node:zlib'
import {arrayOf} from './cbor.ts'
import {pagesOfParts, signature, withoutMachine, wordsOfParts, type IndexWord, type Part} from './index-parts.ts'
import type {PackedFile} from './pack.ts'
import {longName, shortNames} from './short-names.ts'
import type {Page} from '../../src/garden/model.ts'
import {byCodePoint} from '../../src/garden/names.ts'
import {searchNames, shortestAfter} from '../../src/garden/search-names.ts'
import {notesOfList, searchTable, type FileRanges} from '../../src/garden/search-table.ts'
import {filesByBits, searchVocabulary} from '../../src/garden/search-vocabulary.ts'

/** Bytes of words in one file before it is packed; a word that has more stands alone. */
const chunkBytes = 14_000

export interface IndexInput {
  /** What Pagefind made. */
  readonly parts: readonly Part[]
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

/** What stands in a file of words. */
type Chunk = readonly IndexWord[]

/**
 * Make the files that browsers ask for.
 *
 * @throws When Pagefind's files have another form than that of the version this was written for.
 */
export function indexFiles({parts, pages, lang}: IndexInput): PackedFile[] {
  const all = wordsOfParts(parts)
  const chunks = cut(all)
  const indexed = pagesOfParts(parts, pages)
  const vocabulary = searchVocabulary(pages, all)
  const words = filesIn('index', 'pf_index', chunks.map(bodyOf))
  const texts = named('fragment', 'pf_fragment', indexed.map((page) => page.longName))
  const lists = filesIn('texts', 'txt', inLists(texts).map((each) => Buffer.from(each.map(({name}) => name).join('\n'))))
  const ranges = searchNames(indexed.map(({page}) => page))
  const names = filesIn('names', 'txt', ranges.map(({text}) => Buffer.from(text)))
  // Such a word has a file of its own.
  const common = all.filter(({item}) => item.length > commonBytes).map(({word}) => word)
  const table = searchTable({
    lang,
    pages: indexed,
    chunks: rangesOf(chunks.map((chunk, at) => shortestAfter(chunks[at - 1]?.at(-1)?.word ?? '', chunk[0]?.word ?? '')), words),
    names: rangesOf(ranges.map(({border}) => border), names),
    texts: lists.map(({name}) => name),
    vocabulary: filesByBits(vocabulary),
    ...(common.length > 0 && {common})
  })

  const files = [
    ...words.map(({path, body}) => ({path, content: packed(body)})),
    ...texts.map(({path}, at) => ({path, content: indexed[at]?.content ?? Buffer.alloc(0)})),
    ...[...lists, ...names].map(({path, body}) => ({path, content: body})),
    {path: 'notes.json', content: Buffer.from(JSON.stringify(table))},
    ...[...vocabulary].map(([name, text]) => ({path: `words/${name}.txt`, content: Buffer.from(text)}))
  ]
  // Two files of names may say the same.
  return [...new Map(files.map((file) => [file.path, file])).values()].sort((a, b) => byCodePoint(a.path, b.path))
}

/** A file of one of the folders, called by what stands in it. */
interface Named {
  readonly name: string
  readonly path: string
}

function named(folder: string, ending: string, longNames: readonly string[]): Named[] {
  return shortNames(longNames).map((name) => ({name, path: `${folder}/${name}.${ending}`}))
}

function filesIn(folder: string, ending: string, bodies: readonly Buffer[]): (Named & {readonly body: Buffer})[] {
  return named(folder, ending, bodies.map(longName)).map((file, at) => ({...file, body: bodies[at] ?? Buffer.alloc(0)}))
}

function rangesOf(borders: readonly string[], files: readonly Named[]): FileRanges {
  return [borders.join(' '), files.map(({name}) => name).join(' ')]
}

function inLists<Item>(items: readonly Item[]): Item[][] {
  return Array.from({length: Math.ceil(items.length / notesOfList)}, (_, at) => items.slice(at * notesOfList, (at + 1) * notesOfList))
}

/** Cut words into files of a size. */
function cut(words: readonly IndexWord[]): Chunk[] {
  const chunks: IndexWord[][] = []
  let size = chunkBytes
  for (const word of words) {
    if (size + word.item.length > chunkBytes) {
      chunks.push([])
      size = 0
    }
    chunks.at(-1)?.push(word)
    size += word.item.length
  }
  return chunks
}

function bodyOf(chunk: Chunk): Buffer {
  return arrayOf(chunk.map(({item}) => item))
}

function packed(body: Buffer): Uint8Array {
  // The last two levels take as long again for three bytes in a thousand.
  return withoutMachine(gzipSync(Buffer.concat([signature, body]), {level: 7}))
}
