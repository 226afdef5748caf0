/** How well the search of a built site answers the judged queries. */
import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {indexProvider} from '../../src/client/search/provider.ts'

interface Judged {
  readonly class: string
  readonly query: string
  /** Paths of notes of which one should come first. */
  readonly right: readonly string[]
  readonly why: string
  /** Left out of all tuning. */
  readonly aside?: true
}

/** Figures of one class of queries; shares from 0 to 1. */
export interface Figures {
  readonly class: string
  readonly isAside: boolean
  readonly count: number
  readonly first: number
  readonly three: number
  /** Mean of 1 by the place of the right note; 0 where it is not among those that are shown. */
  readonly reciprocal: number
}

/** All judged queries. */
export const {queries}: {readonly queries: readonly Judged[]} = JSON.parse(readFileSync(join(import.meta.dirname, 'judged.json'), 'utf8'))

/** Ask all queries of the site in a folder. */
export async function judge(folder: string): Promise<Figures[]> {
  const {notes}: {notes: readonly {path: string; url: string}[]} = JSON.parse(readFileSync(join(folder, 'garden.json'), 'utf8'))
  const slugs = new Map(notes.map(({path, url}) => [path, decodeURI(url).replace(/^\/|\/$/g, '')]))
  const {search} = indexProvider('', async (path) => new Uint8Array(readFileSync(join(folder, 'pagefind', path))))
  const asked: {readonly query: Judged; readonly place: number}[] = []
  for (const query of queries) {
    const right = new Set(query.right.map((path) => slugs.get(path)))
    const {results} = await search(query.query, new AbortController().signal)
    const place = results.findIndex(({slug}) => right.has(slug))
    asked.push({query, place: place < 0 ? Number.POSITIVE_INFINITY : place})
  }

  const groups = Map.groupBy(asked, ({query}) => `${query.class} ${query.aside === true}`)
  return [...groups.values()].map((group) => {
    const share = (worth: (place: number) => number): number => group.reduce((sum, {place}) => sum + worth(place), 0) / group.length
    const {class: name = '', aside} = group[0]?.query ?? {}
    return {class: name, isAside: aside === true, count: group.length, first: share((place) => (place === 0 ? 1 : 0)), three: share((place) => (place < 3 ? 1 : 0)), reciprocal: share((place) => 1 / (place + 1))}
  })
}
