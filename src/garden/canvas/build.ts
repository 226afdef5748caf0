/** A template put together from others: their holes are numbered anew, their ids told apart. */

import type {Diagnostic, Hole, Origin, Point, PreparedNote, Template} from '../model.ts'

type Mutable<Type> = {-readonly [Key in keyof Type]: Type[Key] extends readonly (infer Item)[] ? Item[] : Type[Key]}

/** What is gathered: the facts of all parts, in the order in which they were added. */
export interface Builder {
  readonly parts: string[]
  readonly holes: Hole[]
  readonly facts: Mutable<Pick<PreparedNote, 'tags' | 'links' | 'embeds' | 'diagrams'>>
  readonly bases: NonNullable<PreparedNote['bases']>[number][]
  readonly css: Set<string>
  readonly origins: Map<string, Origin>
  readonly text: string[]
  readonly diagnostics: Diagnostic[]
}

/** An empty one. */
export function newBuilder(): Builder {
  return {parts: [], holes: [], facts: {tags: [], links: [], embeds: [], diagrams: []}, bases: [], css: new Set(), origins: new Map(), text: [], diagnostics: []}
}

/** Text of a hole, which stands in the HTML in its place. */
export function holeIn({holes}: Builder, hole: Hole): string {
  return `\0${holes.push(hole) - 1}\0`
}

/** The whole as a template. */
export function templateOf({parts, holes}: Builder): Template {
  return {html: parts.join(''), holes}
}

/**
 * Add a part that was prepared alone.
 *
 * @param prefix Put before its ids.
 * @param place Where it stands in the file that holds it: its own lines mean nothing there.
 */
export function addPart(builder: Builder, part: PreparedNote, {prefix, place}: {prefix: string; place: Point}): void {
  const shift = {links: builder.facts.links.length, embeds: builder.facts.embeds.length, diagrams: builder.facts.diagrams.length, bases: builder.bases.length}
  const html = part.template.html.split('\0').map((piece, index) => (index % 2 === 0 ? piece : holeIn(builder, shifted(part.template.holes[Number(piece)], prefix, shift))))
  builder.parts.push(html.join(''))
  const here = <Fact extends {readonly place: Point}>(facts: readonly Fact[]): Fact[] => facts.map((fact) => ({...fact, place}))
  // Cards of text make no backlinks: their links work, and are not counted.
  builder.facts.links.push(...here(part.links).map((link) => ({...withoutHeading(link), uncounted: true as const})))
  builder.facts.embeds.push(...here(part.embeds).map((embed) => ({...withoutHeading(embed), uncounted: true as const})))
  builder.facts.diagrams.push(...here(part.diagrams).map(withoutHeading))
  builder.facts.tags.push(...here(part.tags))
  builder.bases.push(...here(part.bases ?? []))
  if (part.css !== '') builder.css.add(part.css)
  for (const origin of part.origins) builder.origins.set(origin.join(' '), origin)
  builder.text.push(part.text)
  builder.diagnostics.push(...here(part.diagnostics.map((each) => ({...each, place: each.place ?? place}))))
}

/** Headings of a card are not those of the canvas. */
function withoutHeading<Fact extends {readonly heading?: number}>({heading: _, ...fact}: Fact): Omit<Fact, 'heading'> {
  return fact
}

function shifted(hole: Hole | undefined, prefix: string, shift: {links: number; embeds: number; diagrams: number; bases: number}): Hole {
  switch (hole?.kind) {
    case 'link':
    case 'end':
      return {...hole, index: hole.index + shift.links}
    case 'embed':
    case 'name':
      return {...hole, index: hole.index + shift.embeds}
    case 'diagram':
      return {...hole, index: hole.index + shift.diagrams}
    case 'base':
      return {...hole, index: hole.index + shift.bases}
    case 'id':
      return {...hole, id: prefix + hole.id}
    case 'reference':
      return {...hole, ids: hole.ids.map((id) => prefix + id)}
    default:
      return hole ?? {kind: 'tag', name: ''}
  }
}
