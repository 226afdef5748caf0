/** What can be searched: each place that knows notes answers the same question in the same words. */

/** Longest query, in UTF-16 units; the rest is not looked at. */
export const longest = 200

/** Most notes in one answer. */
export const most = 8

export interface Query {
  readonly text: string
  /** Name of a tag that notes must carry; without it all count. */
  readonly tag?: string
}

/** A piece of text, and whether it is what was asked for. */
export interface Piece {
  readonly text: string
  readonly isFound: boolean
}

/** A place in a note. */
export interface Passage {
  readonly url: string
  readonly title: readonly Piece[]
  readonly excerpt: readonly Piece[]
  readonly isFigure: boolean
}

export interface Result {
  readonly url: string
  readonly title: readonly Piece[]
  /** What the note is, or where it stands. */
  readonly where: string
  readonly kind: string
  /** Empty where a passage says more. */
  readonly excerpt: readonly Piece[]
  /** The place in the note that fits best, where it is not its beginning. */
  readonly best?: Passage
}

export interface Found {
  /** At most {@link most}, best first. */
  readonly results: readonly Result[]
  /** All notes that were found. */
  readonly total: number
  /** Notes that would be found without a tag. */
  readonly everything: number
  /** Tags of the notes found without a tag, with their notes counted. */
  readonly tags: readonly (readonly [name: string, count: number])[]
}

export interface Provider {
  readonly name: string
  /**
   * Look for notes.
   *
   * @throws When nothing can be searched: the index is not there, or the browser refuses it.
   */
  readonly search: (query: Query, signal: AbortSignal) => Promise<Found>
}
