/** Notes and links as numbers, and what stands between two of them. Pure: no page, no network. */

/** What `index.json` holds. */
export interface WebFile {
  readonly notesPerFile: number
  readonly notes: readonly string[]
  readonly links: readonly (readonly number[])[]
  readonly drawn: readonly (readonly number[])[]
}

export interface Web {
  readonly slugs: readonly string[]
  readonly titles: readonly string[]
  /** Notes that a note links to, in order, those named in its diagrams among them; and notes that link to it. */
  readonly out: readonly (readonly number[])[]
  readonly in: readonly (readonly number[])[]
  /** Both, each note once. */
  readonly near: readonly (readonly number[])[]
}

/** Read the file of notes and links. */
export function readWeb({notes, links, drawn}: WebFile): Web {
  const slugs = notes.filter((_, index) => index % 2 === 0)
  const out = slugs.map((_, index) => merged(sums(links[index] ?? []), sums(drawn[index] ?? [])))
  const into: number[][] = slugs.map(() => [])
  for (const [from, all] of out.entries()) for (const to of all) into[to]?.push(from)
  return {
    slugs,
    titles: notes.filter((_, index) => index % 2 === 1),
    out,
    in: into,
    near: out.map((all, index) => merged(all, into[index] ?? []))
  }
}

function sums(differences: readonly number[]): number[] {
  let sum = 0
  return differences.map((difference) => (sum += difference))
}

function merged(a: readonly number[], b: readonly number[]): number[] {
  return [...new Set([...a, ...b])].sort((x, y) => x - y)
}

/** What is common to two sorted lists. */
export function shared(a: readonly number[] = [], b: readonly number[] = []): number[] {
  const others = new Set(b)
  return a.filter((each) => others.has(each))
}

/** How many steps each note is from one; absent where no link leads. */
function steps(web: Web, from: number, isOpen: (a: number, b: number) => boolean): Map<number, number> {
  const found = new Map([[from, 0]])
  for (const [note, step] of found) {
    for (const next of web.near[note] ?? []) if (!found.has(next) && isOpen(note, next)) found.set(next, step + 1)
  }
  return found
}

interface Way {
  readonly notes: readonly number[]
  readonly cost: number
}

export interface ChainOptions {
  /** Most chains. */
  readonly most: number
  /** Whether the link between the two themselves is left out, so that the others come to light. */
  readonly indirect?: boolean
}

/**
 * The shortest chains of links between two notes, in either direction of each link.
 *
 * Among chains of one length those through notes with few links come first: what goes by way of a hub says little.
 */
export function chains(web: Web, [from, to]: readonly [number, number], {most, indirect = false}: ChainOptions): readonly (readonly number[])[] {
  if (from === to) return []
  const isOpen = (a: number, b: number): boolean => !indirect || !((a === from && b === to) || (a === to && b === from))
  const left = steps(web, to, isOpen)
  const length = left.get(from)
  if (length === undefined) return []
  const known = new Map<number, readonly Way[]>([[to, [{notes: [to], cost: 0}]]])
  // Ways on from a note are made of those from the notes one step nearer.
  const waysFrom = (note: number): readonly Way[] => {
    const before = known.get(note)
    if (before) return before
    const nearer = (web.near[note] ?? []).filter((next) => left.get(next) === (left.get(note) ?? 0) - 1 && isOpen(note, next))
    const own = note === from ? 0 : Math.log2(1 + (web.near[note]?.length ?? 0))
    const ways = nearer.flatMap((next) => waysFrom(next).map((way) => ({notes: [note, ...way.notes], cost: way.cost + own})))
    const best = ways.sort((a, b) => a.cost - b.cost || byNumbers(a.notes, b.notes)).slice(0, most)
    known.set(note, best)
    return best
  }
  return waysFrom(from).map(({notes}) => notes)
}

function byNumbers(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((each, index) => each !== b[index])
  return at < 0 ? 0 : (a[at] ?? 0) - (b[at] ?? 0)
}
