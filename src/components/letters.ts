import type {Page} from '../garden/model.ts'

/** Notes under one letter of the index. */
export interface Letter {
  /** `A`, `Ж`, or `#` for what does not begin with a letter. */
  readonly name: string
  /** Id of its section. */
  readonly id: string
  readonly pages: readonly Page[]
}

/**
 * All notes by the first letter of their title, accents put aside.
 *
 * @param lang
 *   Language whose alphabet orders them.
 */
export function letters(pages: readonly Page[], lang: string): readonly Letter[] {
  const collator = new Intl.Collator(lang, {numeric: true})
  const groups = new Map<string, Page[]>()

  for (const page of [...pages].sort((a, b) => collator.compare(a.title, b.title))) {
    const name = firstLetter(page.title)
    const group = groups.get(name)
    if (group) group.push(page)
    else groups.set(name, [page])
  }

  const rank = (name: string) => (name === '#' ? 0 : 1)
  return [...groups]
    .sort(([a], [b]) => rank(a) - rank(b) || collator.compare(a, b))
    .map(([name, group]) => ({name, id: name === '#' ? 'letter-0' : `letter-${name}`, pages: group}))
}

function firstLetter(title: string): string {
  const [first = ''] = title.trim().normalize('NFD').toUpperCase()
  return /\p{L}/u.test(first) ? first : '#'
}
