import {folded, titlePieces} from './pieces.ts'
import {most, type Provider, type Query} from './provider.ts'

/** What we read of `garden.json`. */
interface Named {
  readonly url: string
  readonly title: string
  readonly aliases: readonly string[]
  readonly tags: readonly string[]
  readonly properties: {readonly kind?: unknown}
}

/** Search names only: what there is while the site is being written, before any build made an index. */
export function titles(address: string): Provider {
  return {
    name: 'titles',
    search: async ({text, tag}, signal) => {
      const response = await fetch(address, {signal})
      const {notes}: {notes: readonly Named[]} = await response.json()
      const named = notes.filter((note) => isNamed(note, text))
      const found = named.filter((note) => tag === undefined || tagsOf(note).includes(tag))
      return {
        results: found.slice(0, most).map(({url, title, properties: {kind}}) => ({
          url,
          title: titlePieces(title, text),
          where: typeof kind === 'string' ? kind : '',
          kind: typeof kind === 'string' ? kind : '',
          excerpt: []
        })),
        total: found.length,
        everything: named.length,
        tags: [...Map.groupBy(named.flatMap(tagsOf), (name) => name)].map(([name, all]) => [name, all.length])
      }
    }
  }
}

function isNamed({title, aliases}: Named, text: Query['text']): boolean {
  return [title, ...aliases].some((name) => folded(name).includes(folded(text)))
}

function tagsOf({tags}: Named): string[] {
  return [...new Set(tags.flatMap((tag) => tag.split('/').map((_, index, all) => all.slice(0, index + 1).join('/'))))]
}
