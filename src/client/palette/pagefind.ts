import {excerptPieces, folded, titlePieces} from './pieces.ts'
import {most, type Found, type Passage, type Provider, type Query, type Result} from './provider.ts'

/** What we use of Pagefind's module. */
interface PagefindModule {
  readonly createInstance: (options: object) => Pagefind
}

interface Pagefind {
  readonly filters: () => Promise<unknown>
  readonly search: (text: string, options: object) => Promise<Answer>
}

interface Answer {
  readonly results: readonly {readonly data: () => Promise<Fragment>}[]
  readonly unfilteredResultCount: number
  readonly totalFilters: {readonly tag?: {readonly [name: string]: number}}
}

interface Fragment {
  readonly url: string
  readonly excerpt: string
  readonly meta: {readonly [name: string]: string | undefined}
  readonly sub_results: readonly Section[]
}

interface Section {
  readonly title: string
  readonly url: string
  readonly excerpt: string
  readonly anchor?: {readonly element: string}
  readonly weighted_locations: readonly {readonly balanced_score: number}[]
}

/** How much a word counts by the field it stands in; folders and kinds are for showing only. */
const weights = {title: 10, aliases: 8, description: 2, tags: 1, crumbs: 0, kind: 0}

/**
 * Search the index that the build made.
 *
 * @param address Address of `pagefind.js`; the index stands beside it.
 */
export function pagefind(address: string): Provider {
  let loading: Promise<Pagefind> | undefined

  return {
    name: 'pagefind',
    search: async (query, signal) => {
      loading ??= load(address)
      const index = await loading.catch((error: unknown) => {
        // The next search tries again: the reader may be back on line.
        loading = undefined
        throw error
      })
      signal.throwIfAborted()
      return answer(index, query, signal)
    }
  }
}

async function load(address: string): Promise<Pagefind> {
  const module: PagefindModule = await import(/* @vite-ignore */ address)
  // Without its worker: one file less to load, and a search takes milliseconds.
  const index = module.createInstance({noWorker: true, ranking: {metaWeights: weights}})
  // Only filters that were loaded are counted.
  await index.filters()
  return index
}

async function answer(index: Pagefind, {text, tag}: Query, signal: AbortSignal): Promise<Found> {
  const {results, unfilteredResultCount, totalFilters} = await index.search(text, {filters: tag === undefined ? {} : {tag}})
  signal.throwIfAborted()
  const fragments = await Promise.all(results.slice(0, most).map(({data}) => data()))
  const [called, others] = [true, false].map((wanted) => fragments.filter((fragment) => isCalled(fragment, text) === wanted))

  return {
    results: [...(called ?? []), ...(others ?? [])].map((fragment) => resultOf(fragment, text)),
    total: results.length,
    everything: unfilteredResultCount,
    tags: Object.entries(totalFilters.tag ?? {}).filter(([, count]) => count > 0)
  }
}

/** Whether a query is the title of a note or another name of it: that note comes first. */
function isCalled({meta}: Fragment, text: string): boolean {
  return [meta['title'], ...(meta['aliases']?.split(', ') ?? [])].some((name) => name !== undefined && folded(name) === folded(text))
}

function resultOf({url, excerpt, meta, sub_results}: Fragment, text: string): Result {
  const [first] = sub_results.toSorted((a, b) => score(b) - score(a))
  const best = first?.anchor ? passageOf(first, text) : undefined
  return {
    url,
    title: titlePieces(meta['title'] ?? '', text),
    where: meta['kind'] ?? meta['crumbs'] ?? '',
    kind: meta['kind'] ?? '',
    excerpt: best ? [] : excerptPieces(first?.excerpt ?? excerpt),
    ...(best && {best})
  }
}

function passageOf({title, url, excerpt, anchor}: Section, text: string): Passage {
  return {url, title: titlePieces(title, text), excerpt: excerptPieces(excerpt, title), isFigure: anchor?.element === 'h6'}
}

function score({weighted_locations}: Section): number {
  return weighted_locations.reduce((sum, {balanced_score}) => sum + balanced_score, 0)
}
