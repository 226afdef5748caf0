/** What the rendering of one page carries along: the whole garden, the page in the making, and where a piece of it stands. */

import type {Asset, Diagnostic, Drawing, DrawingFailure, Origin, PageDiagram, PublicNote, Range, Resolution, Slug, Template, VaultPath} from './model.ts'
import type {BaseWorld} from './bases/world.ts'
import type {Options} from './options.ts'
import type {GardenWords} from './words.ts'

/** What rendering needs of the whole garden. */
export interface World {
  readonly base: string
  readonly notes: ReadonlyMap<VaultPath, PublicNote>
  readonly slugs: ReadonlyMap<VaultPath, Slug>
  readonly resolutions: ReadonlyMap<VaultPath, {readonly links: readonly Resolution[]; readonly embeds: readonly Resolution[]}>
  readonly assets: ReadonlyMap<VaultPath, Asset>
  readonly drawings: ReadonlyMap<string, Drawing | DrawingFailure>
  /** Index of a note's first link of a diagram, by `path\0diagram`. */
  readonly diagramLinks: ReadonlyMap<string, number>
  readonly limits: Options['limits']
  readonly words: GardenWords
  /** Addresses of tags, by folded name. */
  readonly tagSlugs?: ReadonlyMap<string, Slug>
  /** What bases see; made when the first one asks. */
  readonly bases?: () => BaseWorld
}

/** One page in the making: what its embeds share. */
export interface PageState {
  readonly world: World
  embeds: number
  size: number
  diagrams: number
  full: boolean
  readonly css: Map<string, string>
  readonly origins: Map<string, Origin>
  readonly found: PageDiagram[]
  readonly diagnostics: Diagnostic[]
  /** Whether diagrams are pictures in files of their own: what is shown of a link stays small. */
  readonly isPreview?: true
}

/** Where a piece of a template stands: whose it is, and through which embeds it came. */
export interface Place {
  readonly note: PublicNote
  readonly trail: readonly string[]
  /** Put before ids, so that an embed's do not repeat the page's (E-07). */
  readonly prefix: string
  /** Ids in the piece, when it is not the whole note: links to others lead to the note's own page. */
  readonly ids?: ReadonlySet<string>
  /** The note that `this` is in a base: the one that embeds it. */
  readonly host?: PublicNote
}

/** What a page in the making begins with. */
export function newState(world: World): PageState {
  return {world, embeds: 0, size: 0, diagrams: 0, full: false, css: new Map(), origins: new Map(), found: [], diagnostics: []}
}

/** Fill the holes of a template, or of a range of it. */
export function fill({html}: Template, range: Range | undefined, fillOne: (index: number) => string): string {
  const parts = (range ? html.slice(range[0], range[1]) : html).split('\0')
  // Every second part is the number of a hole.
  for (let at = 1; at < parts.length; at += 2) parts[at] = fillOne(Number(parts[at]))
  return parts.join('')
}
