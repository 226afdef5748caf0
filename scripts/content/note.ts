/**
 * A note as its writer sees it: properties, sections, and blocks of lines with their places.
 *
 * Apart from the site's own parser by intent: what it checks is how notes are
 * written, by line, and a second reading does not share the first one's mistakes.
 */

import {type Frontmatter, parseFrontmatter} from '../../src/garden/frontmatter.ts'
import type {Point, PropertyValue} from '../../src/garden/model.ts'
import {baseName, withoutExtension} from '../../src/garden/names.ts'
import {type Block, readBlocks} from './blocks.ts'
import {type Card, readCards} from './cards.ts'
import {readLinks, type WikiLink} from './wiki-links.ts'

/** A second-level heading and what stands under it, or a callout that stands for one. */
export interface Section {
  /** Words of the heading, without the number that designs put first. */
  readonly title: string
  readonly place: Point
  /** Type of the callout; absent for a heading. */
  readonly callout?: string
}

export interface Note {
  /** Path in the vault, `/`-separated. */
  readonly path: string
  /** Path as problems print it. */
  readonly shown: string
  /** File name without extension: what links call it. */
  readonly name: string
  readonly frontmatter: Frontmatter
  readonly title: string
  readonly aliases: readonly string[]
  readonly kind: string
  readonly status: string
  readonly blocks: readonly Block[]
  readonly sections: readonly Section[]
  readonly links: readonly WikiLink[]
  readonly cards: readonly Card[]
}

/** MDX's imports are not text; their lines stay, so that places are right. */
function withoutImports(body: string): string {
  return body.replace(/^(?:import|export) .*$/gm, '')
}

/**
 * Read a note.
 *
 * @param path Path in the vault.
 * @param shown Path as problems print it.
 */
export function readNote(path: string, text: string, shown = path): Note {
  const frontmatter = parseFrontmatter(text, shown)
  const property = (name: string): PropertyValue | undefined => frontmatter.properties.get(name)
  const name = withoutExtension(baseName(path))
  const blocks = readBlocks(/\.mdx$/.test(path) ? withoutImports(frontmatter.body) : frontmatter.body, frontmatter.bodyLine)
  return {
    path,
    shown,
    name,
    frontmatter,
    title: words(property('title')) || name,
    aliases: list(property('aliases')),
    kind: words(property('kind')),
    status: words(property('status')),
    blocks,
    sections: blocks.flatMap(sectionOf),
    links: blocks.flatMap(readLinks),
    cards: blocks.flatMap(readCards)
  }
}

/** A property's text, `` for anything else. */
export function words(value: PropertyValue | undefined): string {
  return typeof value === 'string' ? value : ''
}

/** A property's list of texts; what is no text is left out. */
export function list(value: PropertyValue | undefined): string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : []
}

/** Place of a property's value, or of the properties. */
export function placeOf(note: Note, property: string): Point {
  return note.frontmatter.places.get(property) ?? {line: 1, column: 1}
}

function sectionOf({kind, depth, title, callout, place}: Block): Section[] {
  if (kind === 'heading' && depth === 2) return [{title: title.replace(/^\d{1,2}\. /, ''), place}]
  return callout === undefined || callout === 'question' ? [] : [{title, place, callout}]
}
