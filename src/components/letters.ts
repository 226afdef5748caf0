import type {GlossaryEntry, Page} from '../garden/model.ts'

/** What stands under one letter of an index. */
interface Group<Item> {
  /** `A`, `Ж`, or `#` for what does not begin with a letter. */
  readonly name: string
  /** Id of its section. */
  readonly id: string
  readonly items: readonly Item[]
}

/** Notes under one letter of the index. */
export interface Letter extends Omit<Group<Page>, 'items'> {
  readonly pages: readonly Page[]
}

/**
 * All notes by the first letter of their title, accents put aside.
 *
 * @param lang
 *   Language whose alphabet orders them.
 */
export function letters(pages: readonly Page[], lang: string): readonly Letter[] {
  return byLetter(pages, (page) => page.title, lang).map(({name, id, items}) => ({name, id, pages: items}))
}

/** All terms of a glossary by their first letter. */
export function termLetters(entries: readonly GlossaryEntry[], lang: string): readonly Group<GlossaryEntry>[] {
  return byLetter(entries, (entry) => entry.term, lang)
}

function byLetter<Item>(all: readonly Item[], nameOf: (item: Item) => string, lang: string): readonly Group<Item>[] {
  const collator = new Intl.Collator(lang, {numeric: true})
  const groups = new Map<string, Item[]>()

  for (const item of [...all].sort((a, b) => collator.compare(nameOf(a), nameOf(b)))) {
    const name = firstLetter(nameOf(item))
    const group = groups.get(name)
    if (group) group.push(item)
    else groups.set(name, [item])
  }

  const rank = (name: string) => (name === '#' ? 0 : 1)
  return [...groups]
    .sort(([a], [b]) => rank(a) - rank(b) || collator.compare(a, b))
    .map(([name, items]) => ({name, id: name === '#' ? 'letter-0' : `letter-${name}`, items}))
}

function firstLetter(title: string): string {
  const [first = ''] = title.trim().normalize('NFD').toUpperCase()
  return /\p{L}/u.test(first) ? first : '#'
}
