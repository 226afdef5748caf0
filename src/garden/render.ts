/** Template and resolutions in, HTML out: fills the holes of a page. */

import type {Diagnostic, Hole, HoleFiller, Origin, PageDiagram, PublicNote, Range} from './model.ts'
import {printBase} from './render-base.ts'
import {printDiagramEnd, printDiagramStart} from './render-diagram.ts'
import {embed, embedName} from './render-embed.ts'
import {innerAddress, isLinked, openLink, tagLink} from './render-link.ts'
import {fill, newState, type PageState, type Place, type World} from './render-state.ts'
import {escapeAttribute} from './sentences.ts'

export interface Rendered {
  readonly html: string
  readonly css: string
  readonly origins: readonly Origin[]
  readonly diagrams: readonly PageDiagram[]
  readonly diagnostics: readonly Diagnostic[]
}

/** Render the page of a note. */
export function renderNote(note: PublicNote, world: World): Rendered {
  const state = newState(world)
  const html = fillNote(state, {note, trail: [note.path], prefix: ''}, undefined)
  return {html, css: [...state.css.values()].join(''), origins: [...state.origins.values()], diagrams: state.found, diagnostics: state.diagnostics}
}

/** What fills the holes of a note whose page is compiled (MDX); one for each compilation, as it counts figures. */
export function fillerFor(note: PublicNote, world: World): HoleFiller {
  const state = newState(world)
  const place: Place = {note, trail: [note.path], prefix: ''}
  return (name) => {
    const index = Number(name.slice(1))
    switch (name[0]) {
      case 'l':
        return {start: openLink(index, place, world), end: isLinked(index, place, world) ? '\u003C/a>' : '\u003C/span>'}
      case 'e':
        return {start: embed(index, {place, state, fillNote}), end: ''}
      case 'b':
        return {start: printBase(index, undefined, {place, state}), end: ''}
      case 'd':
        return {start: printDiagramStart(index, place, state), end: printDiagramEnd(index, place, state)}
      default:
        return {start: tagLink(name.slice(1), world), end: ''}
    }
  }
}

/** The HTML of a note, or of a range of it. */
export function fillNote(state: PageState, place: Place, range: Range | undefined): string {
  if (place.note.css !== '') state.css.set(place.note.css, place.note.css)
  for (const origin of place.note.origins) state.origins.set(origin.join(' '), origin)
  return fill(place.note.template, range, (index) => fillHole(index, place, state))
}

function fillHole(index: number, place: Place, state: PageState): string {
  const hole = place.note.template.holes[index]
  switch (hole?.kind) {
    case 'link':
      return openLink(hole.index, place, state.world)
    case 'end':
      return isLinked(hole.index, place, state.world) ? '\u003C/a>' : '\u003C/span>'
    case 'embed':
      return embed(hole.index, {place, state, fillNote})
    case 'diagram':
      return hole.part === 'start' ? printDiagramStart(hole.index, place, state) : printDiagramEnd(hole.index, place, state)
    case 'base':
      return printBase(hole.index, hole.view, {place, state})
    case 'name':
      return embedName(hole.index, place, state)
    case 'tag':
      return tagLink(hole.name, state.world)
    case 'id':
      return hole.href ? innerAddress(hole.id, place, state.world) : escapeAttribute(place.prefix + hole.id)
    case 'reference':
      return references(hole, place)
    default:
      return ''
  }
}

/** An attribute of ids, if what it speaks of stands in the same piece: a section of a note has not its footnotes (E-07). */
function references({name, ids}: Extract<Hole, {kind: 'reference'}>, {prefix, ids: there}: Place): string {
  const found = there ? ids.filter((id) => there.has(id)) : ids
  return found.length > 0 ? ` ${name}="${escapeAttribute(found.map((id) => prefix + id).join(' '))}"` : ''
}
