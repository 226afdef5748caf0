import type {PageHeading} from '../garden/model.ts'

/** A line of the contents, with the lines under it. */
export interface OutlineItem {
  readonly heading: PageHeading
  readonly under: readonly PageHeading[]
}

/** More lines than this are not read but searched; then only the upper level is shown. */
const mostLines = 28

/**
 * Contents of a note: its two upper levels of headings.
 *
 * A first heading that only repeats the title is left out.
 */
export function outline(headings: readonly PageHeading[], title: string): readonly OutlineItem[] {
  const [first, ...rest] = headings
  const listed = first && first.depth === 1 && first.text === title ? rest : headings
  // Levels that the note has: what lies between a `#` and its `###` is no level.
  const [top = 0, second = top] = [...new Set(listed.map(({depth}) => depth))].sort((a, b) => a - b)
  const shown = listed.filter(({depth}) => depth <= second)
  const deep = shown.length <= mostLines
  const items: {heading: PageHeading; under: PageHeading[]}[] = []

  for (const heading of shown) {
    const last = items.at(-1)
    // What stands before the first of the upper level stands under nothing.
    if (heading.depth === top || !last || last.heading.depth > top) items.push({heading, under: []})
    else if (deep) last.under.push(heading)
  }

  return items
}
