/** The figure around a diagram (D-01): drawing, number, caption, the diagram as text; its source when it cannot be drawn. */

import {diagnose} from './diagnostics.ts'
import {labelOf, linesOf, nameOf} from './diagram-text.ts'
import type {Drawing, DrawingFailure, DrawingLink, Resolution, Slug} from './model.ts'
import {diagramSlug, href} from './names.ts'
import {addressOf} from './render-link.ts'
import {fill, type PageState, type Place, type World} from './render-state.ts'
import {escapeAttribute, escapeText} from './sentences.ts'
import type {DiagramWords} from './words.ts'

/** Drawings narrower than this get their title block beside them, in pixels (LOOK, plate). */
const tall = 430

function drawingOf(index: number, {note}: Place, {world}: PageState): Drawing | DrawingFailure | undefined {
  const diagram = note.diagrams[index]
  return diagram && world.drawings.get(diagram.hash)
}

/** What stands before the caption. */
export function printDiagramStart(index: number, place: Place, state: PageState): string {
  const drawing = drawingOf(index, place, state)
  state.diagrams += 1
  const number = state.diagrams
  const id = `${place.prefix}diagram-${index + 1}`
  const label = state.world.words.figure(number)
  if (!drawing?.ok) return failure(index, {place, state, drawing, id, label})
  const title = nameOf(drawing, state.world.words.diagram)
  const slug = diagramSlug(state.world.slugs.get(place.note.path) ?? ('' as Slug), index)
  state.found.push({id, title, type: drawing.type, words: wordsOf(drawing, state.world.words.diagram), slug, number})
  if (state.isPreview) return `<figure class="plate" id="${escapeAttribute(id)}"><div class="view">${picture(slug, title, state.world)}</div><figcaption><span class="no">${escapeText(label)}</span><span class="cap">`
  const shape = `plate wide${drawing.width < tall ? ' plate-tall' : ''}${drawing.light ? ' plate-light' : ''}`
  return (
    `\u003Cfigure class="${shape}" id="${escapeAttribute(id)}" data-page="${href(slug, state.world.base)}">\u003Cdiv class="view" tabindex="0" role="group" aria-label="${escapeAttribute(`${label}: ${title}`)}">` +
    `${fillDrawing(drawing, {index, place, state})}\u003C/div>\u003Cfigcaption>\u003Cspan class="no">\u003Ca href="${href(slug, state.world.base)}">${escapeText(label)}\u003C/a>\u003C/span>\u003Cspan class="cap">${captionTitle(drawing)}`
  )
}

/** The title that an author gave, unless the drawing shows it already; the legend follows it, a space apart for whoever hears or copies it. */
function captionTitle({title, svg}: Drawing): string {
  const shown = escapeText(title)
  return title === '' || svg.html.includes(`>${shown}<`) ? '' : `\u003Cb class="cap-title">${shown}\u003C/b> `
}

/** Labels and remarks, for search, each once: what is said of many nodes is not what the diagram is about. A chart has no nodes, and its lines are its words. */
function wordsOf(drawing: Drawing, words: DiagramWords): string {
  const {nodes, groups, edges} = drawing
  const lines = linesOf(drawing, words)
  if (nodes.length === 0) return lines.join(' ')
  const labels = nodes.map((node) => labelOf(node, words))
  const heads = new Set([...labels, ...groups.map(({label}) => label)])
  const remarks = lines.filter((line) => !line.includes(' → ')).map((line) => (heads.has(line.split(': ', 1)[0] ?? '') ? line.slice(line.indexOf(': ') + 2) : line))
  return [...new Set([...heads, ...edges.flatMap(({label}) => label ?? []), ...remarks])].join(' ')
}

/** The drawing as the file that it is too, for what must stay small. */
export function picture(slug: Slug, title: string, {base}: World): string {
  return `<img class="thumbnail" src="${href(slug, base)}drawing.svg" alt="${escapeAttribute(title)}" decoding="async">`
}

/** What stands after the caption. */
export function printDiagramEnd(index: number, place: Place, state: PageState): string {
  const drawing = drawingOf(index, place, state)
  if (!drawing?.ok) return '\u003C/span>\u003C/figcaption>\u003C/figure>'
  if (state.isPreview) return '</span></figcaption></figure>'
  const {words} = state.world
  return `\u003C/span>\u003C/figcaption>${lines(linesOf(drawing, words.diagram), words.diagramAsText)}${source(place.note.diagrams[index]?.source ?? '', words.diagramSource)}\u003C/figure>`
}

/** The source without its comments: they are the author's own. */
function source(text: string, label: string): string {
  return `\u003Cdetails class="lines source">\u003Csummary>${escapeText(label)}\u003C/summary>${code(text)}\u003C/details>`
}

function code(text: string): string {
  const shown = text.split('\n').filter((line) => !/^\s*%%(?!\{)/.test(line)).join('\n').trim()
  return `\u003Cpre tabindex="0">\u003Ccode class="language-mermaid">${escapeText(shown)}\u003C/code>\u003C/pre>`
}

function lines(each: readonly string[], label: string): string {
  if (each.length === 0) return ''
  const items = each.map((line) => `\u003Cli>${escapeText(line)}\u003C/li>`).join('')
  return `\u003Cdetails class="lines">\u003Csummary>${escapeText(label)}\u003C/summary>\u003Cul>${items}\u003C/ul>\u003C/details>`
}

interface Drawn {
  readonly index: number
  readonly place: Place
  readonly state: PageState
}

/** Fill the holes of a drawing: ids get the diagram's own prefix, names become links. */
function fillDrawing(drawing: Drawing, {index, place, state}: Drawn): string {
  const prefix = `${place.prefix}d${state.diagrams}-`
  const first = state.world.diagramLinks.get(`${place.note.path}\0${index}`) ?? 0
  const tags = (link: number): readonly [start: string, end: string] => {
    const to = state.world.resolutions.get(place.note.path)?.links[first + link] ?? {kind: 'unresolved' as const}
    return linkTags(addressOf(to, place.note.links[first + link], state.world), drawing.links[link], drillOf(to, place, state))
  }
  return fill(drawing.svg, undefined, (at) => {
    const hole = drawing.svg.holes[at]
    if (hole?.kind === 'id') return escapeAttribute(prefix + hole.id)
    if (hole?.kind === 'name') return escapeAttribute(nameOf(drawing, state.world.words.diagram))
    if (hole?.kind !== 'link' && hole?.kind !== 'end') return ''
    const [start, end] = tags(hole.index)
    return hole.kind === 'link' ? start : end
  })
}

/** What stands around a name: a link, a sign that it leads nowhere, or nothing around a plain label. */
function linkTags(address: string | undefined, link: DrawingLink | undefined, drill: string): readonly [start: string, end: string] {
  if (address !== undefined) return [`\u003Ca class="internal-link" href="${address}"${drill}>`, '\u003C/a>']
  return link === undefined || link.automatic ? ['', ''] : [`\u003C${link.wrapper} class="unresolved">`, `\u003C/${link.wrapper}>`]
}

/** Where the first diagram of another note stands, for viewers that open it in place. */
function drillOf(to: Resolution, {note}: Place, {world}: PageState): string {
  if (to.kind !== 'note' || to.path === note.path) return ''
  const index = world.notes.get(to.path)?.diagrams.findIndex(({hash}) => world.drawings.get(hash)?.ok === true) ?? -1
  return index < 0 ? '' : ` data-diagram="${href(diagramSlug(world.slugs.get(to.path) ?? ('' as Slug), index), world.base)}"`
}

interface Failed {
  readonly place: Place
  readonly state: PageState
  readonly drawing: DrawingFailure | undefined
  readonly id: string
  readonly label: string
}

function failure(index: number, {place, state, drawing, id, label}: Failed): string {
  const diagram = place.note.diagrams[index]
  const line = (diagram?.place.line ?? 1) + (drawing?.line ?? 0)
  const reason = drawing?.message ?? ''
  const {words} = state.world
  if (place.prefix === '') state.diagnostics.push(diagnose('diagram-syntax', {path: place.note.path, place: {line, column: 1}}, {reason}))
  const known = drawing?.model ? lines(linesOf(drawing.model, words.diagram), words.diagramAsText) : ''
  return (
    `\u003Cfigure class="plate wide plate-failed" id="${escapeAttribute(id)}">\u003Cdiv class="view">\u003Cp class="failure">${escapeText(words.diagramFailed)} ${escapeText(`${place.note.path}:${line}: ${reason}`)}\u003C/p>` +
    `${code(diagram?.source ?? '')}${known}\u003C/div>\u003Cfigcaption>\u003Cspan class="no">${escapeText(label)}\u003C/span>\u003Cspan class="cap">`
  )
}
