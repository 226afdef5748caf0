/** What a search answers: plain values, that a list is printed from. */

import type {Facet} from './facets.ts'

/** Notes in one answer, if nobody asks for more. */
export const most = 8

/** A piece of text, and whether it is what was asked for. */
export interface Piece {
  readonly text: string
  readonly isFound: boolean
}

/** A place in a note. */
export interface Passage {
  /** Id in the page. */
  readonly anchor: string
  readonly title: readonly Piece[]
  readonly excerpt: readonly Piece[]
  /** Address of the drawing under the base path, where the place is a diagram. */
  readonly drawing?: string
}

export interface Result {
  /** Address under the base path, without slashes at its ends. */
  readonly slug: string
  readonly title: readonly Piece[]
  readonly kind: string
  /** Folders that it stands in, one name after another. */
  readonly folders: readonly string[]
  readonly tags: readonly string[]
  readonly description: string
  /** From its beginning; empty where a passage says more. */
  readonly excerpt: readonly Piece[]
  /** The places that fit best, best first, diagrams last. */
  readonly passages: readonly Passage[]
}

export interface Results {
  /** As many as were asked for, best first. */
  readonly results: readonly Result[]
  /** All notes that were found. */
  readonly total: number
  readonly facets: readonly Facet[]
  /** What the results are for, where what was typed is in no note. */
  readonly mended?: string
  /** Words to mark on the page that a result leads to. */
  readonly words: readonly string[]
}

/** Whoever can search: the index of a build, or names alone while writing. */
export interface Provider {
  /** @throws When nothing can be searched: a file is missing or damaged, or the reader is off line. */
  readonly search: (typed: string, signal: AbortSignal, count?: number) => Promise<Results>
  /** Address under the base path of any note. */
  readonly chance: () => Promise<string>
}
