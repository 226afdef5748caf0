/** What every page knows of the whole site. Types only; it is part of the digest of every page. */

import type {Crumb, Slug} from './garden/model.ts'

export interface SiteInfo {
  /** Name of the garden, in the head of every page. */
  readonly title: string
  /** Large words of the home page; `title` where there are none. */
  readonly tagline?: string
  /** One or two sentences: the standfirst of the home page, and its description for machines. */
  readonly description: string
  /** BCP 47 tag of the interface and of notes that say nothing else: `en`, `de-AT`. */
  readonly lang: string
  /** Base path: `/` or `/repo/`. */
  readonly base: string
  /** Origin without a slash at its end: `https://example.org`. Without it there are no canonical addresses. */
  readonly site?: string
  /** Address of the folder of notes in a repository's web view: `https://github.com/me/garden/blob/main/notes`. */
  readonly repository?: string
  /** Whether some note has a date, and so there is a list of what changed. */
  readonly dated: boolean
  /** One line for the foot of every page, plain text: the licence of the notes, say. */
  readonly notice?: string
  /** The theme that a reader sees who chose none; the system's without it. */
  readonly theme?: 'light' | 'dark'
  /** Whether links to other sites ask search engines not to follow them. */
  readonly nofollow?: true
  /** Whether every page asks search engines to leave it out. */
  readonly noindex?: true
  /** Whether there is a page of the syntax. */
  readonly syntax?: true
  /** Whether there are diagrams, and so a list of them. */
  readonly diagrams?: true
  /** Folders at the vault's root in their natural order, at most 24, so that a page's weight has a bound. */
  readonly folders: readonly Crumb[]
  /** Address of the vault's own style sheet under the base path. */
  readonly sheet?: string
  /** Notes with which the author wants readers to begin, best first. */
  readonly begin?: readonly Slug[]
}
