import {folded, titlePieces} from '../search/pieces.ts'
import {most, type Provider} from '../search/result.ts'

/** What we read of `garden.json`. */
interface Named {
  readonly url: string
  readonly title: string
  readonly aliases: readonly string[]
  readonly tags: readonly string[]
  readonly properties: {readonly kind?: unknown}
}

interface GardenJson {
  readonly site: {readonly base: string}
  readonly notes: readonly Named[]
}

/** Search names only: what there is while the site is being written, before any build made an index. */
export function titles(address: string): Provider {
  const load = async (signal?: AbortSignal): Promise<GardenJson> => (await fetch(address, signal ? {signal} : {})).json()
  const slugOf = ({url}: Named, base: string): string => decodeURI(url).slice(base.length).replace(/\/$/, '')
  return {
    search: async (typed, signal, count = most) => {
      const {notes, site} = await load(signal)
      const found = notes.filter((note) => isNamed(note, typed))
      const results = found.slice(0, count).map((note) => ({
        slug: slugOf(note, site.base),
        title: titlePieces(note.title, typed),
        kind: typeof note.properties.kind === 'string' ? note.properties.kind : '',
        folders: [],
        tags: note.tags,
        description: '',
        excerpt: [],
        passages: []
      }))
      return {results, total: found.length, facets: [], words: []}
    },
    chance: async () => {
      const {notes, site} = await load()
      const note = notes[Math.floor(Math.random() * notes.length)]
      return note ? slugOf(note, site.base) : ''
    }
  }
}

function isNamed({title, aliases}: Named, text: string): boolean {
  return [title, ...aliases].some((name) => folded(name).includes(folded(text)))
}
