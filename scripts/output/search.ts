/** Index the words of the site while Astro prints its pages: Pagefind is a process of its own, on another core. */
import {createHash} from 'node:crypto'
import {mkdirSync, readFileSync, writeFileSync} from 'node:fs'
import {dirname, join} from 'node:path'
import {fileURLToPath} from 'node:url'
import type {PagefindIndex} from 'pagefind'
import {reasonOf, Stop} from '../run.ts'
import {indexFiles} from './index-files.ts'
import type {Part} from './index-parts.ts'
import {keepPacked, readPacked, type PackedFile} from './pack.ts'
import type {Page} from '../../src/garden/model.ts'
import {byCodePoint} from '../../src/garden/names.ts'
import {searchDocument, type SearchDocument} from '../../src/garden/search.ts'
import {searchNames, type NamesRange} from '../../src/garden/search-names.ts'
import {searchTable, type SearchTable} from '../../src/garden/search-table.ts'

export interface Indexing {
  readonly pages: readonly Page[]
  /** BCP 47 tag of the site. */
  readonly lang: string
  /** Absolute path of the file that keeps the last index; deletable at any time. */
  readonly kept: string
  /** Characters of documents that are indexed together, about. */
  readonly partLength?: number
}

/** Some 500 notes of 400 words, which Pagefind takes 60 MB for. */
const usualLength = 1_500_000

/** Documents on their way to Pagefind at one time: enough to keep it busy while Astro has this thread. */
const together = 32
/** Milliseconds that Pagefind may be silent: it does not tell when its process dies. One that cannot run dies at its start. */
const patience = 120_000
const patienceAtStart = 30_000
/** The same for each document, when it writes the whole index at once. */
const patienceOfEach = 60

/** Characters that make a word another one: `C`, `C++`, `C#`. `client/search/words.ts` keeps the same. */
const telling = '+#'

/** Pagefind's words for a process that ended. */
const closed = 'Pagefind backend closed'

/**
 * Make the files of the search index, or take those of the last build if its documents were the same.
 *
 * Documents are added in the order of their slugs: Pagefind's bytes depend on it.
 *
 * @throws {Stop} When Pagefind cannot run on this machine, or breaks.
 */
export async function indexPages({pages, lang, kept, partLength = usualLength}: Indexing): Promise<readonly PackedFile[]> {
  const sorted = pages.filter(({hidden}) => !hidden).toSorted((a, b) => byCodePoint(a.slug, b.slug))
  const documents = sorted.map((page) => searchDocument(page))
  const table = searchTable({lang, chunks: ['', ''], names: ['', ''], texts: [], vocabulary: [], pages: sorted.map((page) => ({page, words: 0}))})
  const key = keyOf(documents, {table, names: searchNames(sorted)})
  const last = readPacked(kept, key)
  if (last) return last

  try {
    const files = indexFiles({parts: await runPagefind(inParts(documents, partLength)), pages: sorted, lang})
    keepPacked(kept, {key, files})
    return files
  } catch (error) {
    const reason = reasonOf(error)
    const told = reason === closed ? 'Pagefind was stopped, or does not run on this machine' : reason
    throw new Stop(`The search index could not be made: ${told}. The site is as it was.`)
  }
}

/** Write the index where pages look for it. */
export function writeIndex(files: readonly PackedFile[], folder: string): void {
  for (const place of new Set(files.map(({path}) => dirname(join(folder, path))))) mkdirSync(place, {recursive: true})
  for (const {path, content} of files) writeFileSync(join(folder, path), content)
}

/** Whatever changes the index changes its key: what is said of the notes, Pagefind, and how it is asked. */
function keyOf(documents: readonly SearchDocument[], others: {readonly table: SearchTable; readonly names: readonly NamesRange[]}): string {
  const pagefind = join(dirname(fileURLToPath(import.meta.resolve('pagefind'))), '..', 'package.json')
  const hash = createHash('sha256')
  const own = ['output/search.ts', 'output/index-files.ts', 'output/index-parts.ts', 'output/short-names.ts', 'output/cbor.ts', '../src/garden/search-names.ts', '../src/garden/search-table.ts', '../src/garden/search-vocabulary.ts']
  for (const file of [pagefind, ...own.map((path) => join(import.meta.dirname, '..', path))]) hash.update(readFileSync(file))
  hash.update(JSON.stringify(others))
  for (const {url, content} of documents) hash.update(`${url}\0${content}\0`)
  return hash.digest('hex')
}

/** Documents in their order, cut where a part has its length: where, depends on nothing but what stands before. */
function inParts(documents: readonly SearchDocument[], length: number): SearchDocument[][] {
  const parts: SearchDocument[][] = []
  let room = 0
  for (const document of documents) {
    if (room <= 0) {
      parts.push([])
      room = length
    }
    parts.at(-1)?.push(document)
    room -= document.content.length
  }
  return parts
}

async function runPagefind(parts: readonly (readonly SearchDocument[])[]): Promise<Part[]> {
  const {close, createIndex} = await import('pagefind')
  try {
    const made: Part[] = []
    let last: PagefindIndex | undefined
    for (const part of parts) {
      // What is left at the end goes with the process.
      await (last && inTime(last.deleteIndex()))
      const {index, errors} = await inTime(createIndex({includeCharacters: telling}), patienceAtStart)
      if (!index) throw new Error(errors.join(', '))
      last = index
      made.push(await indexPart(index, part))
    }
    return made
  } finally {
    await close()
  }
}

async function indexPart(index: PagefindIndex, documents: readonly SearchDocument[]): Promise<Part> {
  for (let from = 0; from < documents.length; from += together) {
    const added = documents.slice(from, from + together).map(({url, content}) => index.addHTMLFile({url, content}))
    refuse((await inTime(Promise.all(added))).flatMap((each) => each.errors))
  }
  // Asked for once: a second answer of the same index has other bytes.
  const {errors, files} = await inTime(index.getFiles(), patience + documents.length * patienceOfEach)
  refuse(errors)
  return files.filter(({path}) => isOfIndex(path))
}

/** Pagefind adds its own programs and filters, which are not published. */
function isOfIndex(path: string): boolean {
  return /^(?:index|fragment)\/|\.pf_meta$/.test(path)
}

function refuse(errors: readonly string[]): void {
  if (errors.length > 0) throw new Error(errors.join(', '))
}

async function inTime<Value>(answer: Promise<Value>, most = patience): Promise<Value> {
  let timer: NodeJS.Timeout | undefined
  const silence = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('Pagefind does not answer')), most)
  })
  try {
    return await Promise.race([answer, silence])
  } finally {
    clearTimeout(timer)
  }
}
