/** A page for each diagram: what the gallery lists, and what a diagram's own address shows. */

import type {DiagramPage, Drawing, NoteRef, Page, PageDiagram, PublicNote, Range, Slug, Template, VaultPath} from './model.ts'
import {asSlug, diagramSlug, href, shortHash} from './names.ts'
import {fillNote} from './render.ts'
import {fill, newState, type World} from './render-state.ts'
import {escapeAttribute} from './sentences.ts'

export interface DiagramPagesInput {
  readonly notes: readonly PublicNote[]
  readonly pages: readonly Page[]
  readonly refs: ReadonlyMap<VaultPath, NoteRef>
  readonly world: World
}

interface Shown {
  readonly page: Page
  readonly found: PageDiagram
}

/** Make the pages of all diagrams that could be drawn, in the order of their notes. */
export function diagramPages(input: DiagramPagesInput): DiagramPage[] {
  // Only notes with diagrams, and those that may show another's, are looked at: the dev server makes pages when asked.
  const holders = new Set(input.notes.filter((note) => note.diagrams.length > 0 || note.embeds.length > 0).map(({path}) => path))
  const shown = Map.groupBy(
    input.pages.filter(({path}) => holders.has(path)).flatMap((page) => page.diagrams.map((found): Shown => ({page, found}))),
    ({found}) => found.slug
  )
  const pages = new Map(input.pages.map((page) => [page.path, page]))
  return input.notes.flatMap((note) => note.diagrams.flatMap((_, index) => diagramPage({note, index, page: pages.get(note.path), shown}, input)))
}

interface One {
  readonly note: PublicNote
  readonly index: number
  readonly page: Page | undefined
  readonly shown: ReadonlyMap<Slug, readonly Shown[]>
}

function diagramPage({note, index, page, shown}: One, {refs, world}: DiagramPagesInput): DiagramPage[] {
  const drawing = world.drawings.get(note.diagrams[index]?.hash ?? '')
  const ref = refs.get(note.path)
  if (!drawing?.ok || !page || !ref) return []
  const slug = diagramSlug(page.slug, index)
  const places = shown.get(slug) ?? []
  const found = places.find((place) => place.page.path === note.path)?.found
  if (!found) return []
  return [
    {
      slug,
      title: found.title,
      type: found.type,
      words: found.words,
      note: ref,
      ...(page.image === undefined ? {} : {image: page.image}),
      anchor: found.id,
      tags: page.tags,
      notes: places.flatMap(({page: {path}, found: {id}}) => {
        const holder = refs.get(path)
        return holder ? [{...holder, anchor: id}] : []
      }),
      links: linksOf(note, index, {world, refs}),
      ...figureOf(note, index, {world, number: found.number}),
      drawing: alone(drawing, `${shortHash(slug)}-`, found.title)
    }
  ]
}

/** Notes that the diagram links to, each once. */
function linksOf(note: PublicNote, index: number, {world, refs}: {world: World; refs: ReadonlyMap<VaultPath, NoteRef>}): NoteRef[] {
  const drawing = world.drawings.get(note.diagrams[index]?.hash ?? '')
  const first = world.diagramLinks.get(`${note.path}\0${index}`) ?? 0
  const count = drawing?.ok ? drawing.links.length : 0
  const found = (world.resolutions.get(note.path)?.links.slice(first, first + count) ?? []).flatMap((to) => (to.kind === 'note' && to.path !== note.path ? [to.path] : []))
  return [...new Set(found)].flatMap((path) => refs.get(path) ?? [])
}

/** The figure with its caption, as it stands in the note, with the number that it has there. */
function figureOf(note: PublicNote, index: number, {world, number}: {world: World; number: number}): Pick<DiagramPage, 'html' | 'css' | 'origins'> {
  const state = newState(world)
  state.diagrams = number - 1
  const html = fillNote(state, {note, trail: [note.path], prefix: ''}, rangeOf(note.template, index))
  const slug = world.slugs.get(note.path) ?? asSlug('')
  const own = ` href="${href(diagramSlug(slug, index), world.base)}"`
  // What leads to this page leads back to the note; places in the note's page are not in this one.
  return {
    html: html.replace(own, ` href="${href(slug, world.base, `diagram-${index + 1}`)}"`).replaceAll(' href="#', ` href="${href(slug, world.base)}#`),
    css: [...state.css.values()].join(''),
    origins: [...state.origins.values()]
  }
}

/** From the hole before a diagram's caption to after the hole behind it. */
function rangeOf({html, holes}: Template, index: number): Range {
  const at = (part: 'start' | 'end'): string => `\0${holes.findIndex((hole) => hole.kind === 'diagram' && hole.index === index && hole.part === part)}\0`
  const end = at('end')
  const from = html.indexOf(at('start'))
  return from < 0 ? [0, 0] : [from, html.indexOf(end, from) + end.length]
}

/** A drawing that is a picture and nothing else, as a file of its own: no links, and ids that no page has. */
function alone({svg}: Drawing, prefix: string, name: string): string {
  const html = fill(svg, undefined, (at) => {
    const hole = svg.holes[at]
    if (hole?.kind === 'name') return escapeAttribute(name)
    return hole?.kind === 'id' ? escapeAttribute(`t${prefix}${hole.id}`) : ''
  })
  // What is HTML in a page must say so in a file.
  return html.replaceAll(/(<foreignObject[^>]*>)<(div|span|p)\b/g, '$1<$2 xmlns="http://www.w3.org/1999/xhtml"')
}
