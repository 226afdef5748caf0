/** The search of a built site. */

import {engine, type Answer, type Engine} from './engine.ts'
import {fetchFrom, once, type Fetch} from './files.ts'
import {isNamed} from './names.ts'
import {titlePieces} from './pieces.ts'
import type {Ranked} from './rank.ts'
import type {Table} from './table.ts'
import {most, type Provider, type Result, type Results} from './result.ts'
import {bestOf, readText, type Text} from './text.ts'

/** Notes whose files of texts stand in one list, as in `garden/search-table.ts`. */
const notesOfList = 256

/** Search the index under an address. */
export function indexProvider(folder: string, fetchFile: Fetch = fetchFrom(folder)): Provider {
  const list = once(async (file) => new TextDecoder().decode(await fetchFile(`texts/${file}.txt`)).split('\n'))
  const text = once(async (file) => readText(await fetchFile(`fragment/${file}.pf_fragment`)))
  let loading: Promise<Engine> | undefined
  const load = async (): Promise<Engine> => {
    loading ??= engine(folder, fetchFile)
    return loading.catch((error: unknown) => {
      // The next search tries again: the reader may be back on line.
      loading = undefined
      throw error
    })
  }

  /** The text of a note, by its number. */
  const textOf = async ({texts}: Table, id: number): Promise<Text> => text((await list(texts[Math.floor(id / notesOfList)] ?? ''))[id % notesOfList] ?? '')

  return {
    search: async (typed, signal, count = most) => {
      const {search, table} = await load()
      signal.throwIfAborted()
      const answer = await search(typed, signal)
      signal.throwIfAborted()
      const top = answer.ranked.slice(0, count)
      const texts = await Promise.all(top.map(({note}) => textOf(table, note.id)))
      signal.throwIfAborted()
      return resultsOf(answer, texts.flatMap((each, index) => (top[index] ? [resultOf(top[index], each, answer)] : [])))
    },
    chance: async () => {
      const {table} = await load()
      return table.notes.length === 0 ? '' : slugOf(await textOf(table, Math.floor(Math.random() * table.notes.length)))
    }
  }
}

function resultsOf({ranked, facets, mended, query}: Answer, results: readonly Result[]): Results {
  const words = [...query.terms.filter(({weight}) => weight === 1).map(({word}) => word)]
  return {results, total: ranked.length, facets, words, ...(mended !== undefined && {mended})}
}

function resultOf({note, score}: Ranked, text: Text, {query, found}: Answer): Result {
  const {id, kind, folder, tags} = note
  return {
    slug: slugOf(text),
    title: titlePieces(text.filters.title?.[0] ?? '', query.name),
    kind,
    folders: folder === '' ? [] : folder.split('/'),
    tags: tags.filter((tag) => !tags.some((other) => other.startsWith(`${tag}/`))),
    description: text.meta.description ?? '',
    ...bestOf(text, {note: id, found, isNamed: found.length === 0 || isNamed(score)})
  }
}

function slugOf({url}: Text): string {
  return decodeURI(url).replace(/^\/|\/$/g, '')
}
