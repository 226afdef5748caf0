/** The search of a built site. */

import {engine, type Answer, type Engine} from './engine.ts'
import {fetchFrom, once, type Fetch} from './files.ts'
import {isNamed} from './names.ts'
import {titlePieces} from './pieces.ts'
import type {Ranked} from './rank.ts'
import {most, type Provider, type Result, type Results} from './result.ts'
import {bestOf, readText, type Text} from './text.ts'

/** Search the index under an address. */
export function indexProvider(folder: string, fetchFile: Fetch = fetchFrom(folder)): Provider {
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

  return {
    search: async (typed, signal) => {
      const {search} = await load()
      signal.throwIfAborted()
      const answer = await search(typed, signal)
      signal.throwIfAborted()
      const top = answer.ranked.slice(0, most)
      const texts = await Promise.all(top.map(({note}) => text(note.file)))
      signal.throwIfAborted()
      return resultsOf(answer, top.map((ranked, index) => resultOf(ranked, texts[index], answer)))
    },
    chance: async () => {
      const {notes} = (await load()).table
      return notes[Math.floor(Math.random() * notes.length)]?.slug ?? ''
    }
  }
}

function resultsOf({ranked, facets, mended, query}: Answer, results: readonly Result[]): Results {
  const words = [...query.terms.filter(({weight}) => weight === 1).map(({word}) => word)]
  return {results, total: ranked.length, facets, words, ...(mended !== undefined && {mended})}
}

function resultOf({note, score}: Ranked, text: Text | undefined, {query, found}: Answer): Result {
  const {title, slug, kind, folder, tags} = note
  const best = text ? bestOf(text, {note: note.id, found, isNamed: isNamed(score)}) : {excerpt: [], passages: []}
  return {
    slug,
    title: titlePieces(title, query.name),
    kind,
    folders: folder === '' ? [] : folder.split('/'),
    tags: tags.filter((tag) => !tags.some((other) => other.startsWith(`${tag}/`))),
    description: text?.meta.description ?? '',
    ...best
  }
}
