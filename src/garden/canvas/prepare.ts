/**
 * A `.canvas` file as a prepared note: its cards are HTML that stands where the
 * file says, its edges one drawing behind them. So it is read, searched and
 * printed without a script, and what its cards show goes through the same door
 * as every embed.
 */

import {diagnose} from '../diagnostics.ts'
import type {Point, PreparedNote, SourceFile} from '../model.ts'
import {baseName, shortHash} from '../names.ts'
import {type ParseOptions, parseNote} from '../parse.ts'
import {readProperties} from '../properties.ts'
import {escapeAttribute, escapeText} from '../sentences.ts'
import {splitTarget} from '../syntax/wiki-link.ts'
import {addPart, type Builder, holeIn, newBuilder, templateOf} from './build.ts'
import {frontmatterOf} from './frontmatter.ts'
import {boundsOf, readingOrder} from './geometry.ts'
import {printLinkCard} from './link-card.ts'
import type {Canvas, Card} from './model.ts'
import {type CanvasProblem, readCanvas} from './read.ts'
import {colourClass, edgesSvg, isPrintable, styleOf} from './sheet.ts'

interface Drawing {
  readonly file: SourceFile
  readonly options: ParseOptions
  readonly canvas: Canvas
  readonly builder: Builder
  readonly at: (offset: number) => Point
  /** Names of cards by their index, as HTML: what a list of edges calls them. */
  readonly names: Map<number, string>
}

/** Prepare a canvas. */
export function prepareCanvas(file: SourceFile, options: ParseOptions): PreparedNote {
  const {canvas, problems, root, broken} = readCanvas(file.text)
  const at = pointsOf(file.text)
  const frontmatter = frontmatterOf(root, broken ? file.text : undefined, at)
  const properties = readProperties(frontmatter, {path: file.path, publish: options.publish, exclude: options.exclude, linkText: options.linkText})
  const name = baseName(file.path)
  const drawing: Drawing = {file, options, canvas, builder: newBuilder(), at, names: new Map()}
  if (broken) drawing.builder.parts.push(`<p class="failure">${escapeText(options.words.canvasBroken)}</p>`)
  else draw(drawing)
  const {builder} = drawing
  const text = builder.text.filter((part) => part !== '').join('\n')
  return {
    path: file.path,
    format: 'canvas',
    name,
    title: (options.titleProperty ? properties.title : undefined) ?? name.replace(/\.canvas$/i, ''),
    aliases: properties.aliases,
    tags: [...properties.tags, ...builder.facts.tags],
    visibility: properties.visibility,
    description: properties.description ?? contentsOf(builder.text),
    dates: properties.dates,
    properties: [...frontmatter.properties],
    text,
    runs: [],
    words: text.split(/\s+/).filter((word) => word !== '').length,
    template: templateOf(builder),
    headings: [],
    blocks: [],
    links: [...builder.facts.links, ...properties.links],
    embeds: builder.facts.embeds,
    diagrams: builder.facts.diagrams,
    ...(builder.bases.length > 0 ? {bases: builder.bases} : {}),
    css: [...builder.css].join(''),
    origins: [...builder.origins.values()],
    diagnostics: [...properties.diagnostics, ...problems.map((problem) => told(problem, file, at(problem.at))), ...builder.diagnostics]
  }
}

/** Longest description made from cards, in characters. */
const longestDescription = 160

/** What a canvas is about: how its cards begin, in the order of reading. */
function contentsOf(texts: readonly string[]): string {
  let description = ''
  for (const text of texts) {
    const line = text.split('\n').find((each) => each.trim() !== '')?.trim() ?? ''
    if (line === '') continue
    if (description.length + line.length > longestDescription) break
    description += (description === '' ? '' : ' · ') + line
  }
  return description
}

function told({what, reason}: CanvasProblem, {path}: SourceFile, place: Point): PreparedNote['diagnostics'][number] {
  return what === 'canvas' ? diagnose('canvas-syntax', {path, place}, {reason}) : diagnose('canvas-part', {path, place}, {what, reason})
}

/** Line and column of an offset, both from 1; looked up, not counted anew. */
function pointsOf(text: string): (offset: number) => Point {
  const starts = [0]
  for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', end + 1)) starts.push(end + 1)
  return (offset) => {
    let [low, high] = [0, starts.length]
    while (high - low > 1) {
      const middle = (low + high) >> 1
      if ((starts[middle] ?? 0) <= offset) low = middle
      else high = middle
    }
    return {line: low + 1, column: offset - (starts[low] ?? 0) + 1}
  }
}

function draw(drawing: Drawing): void {
  const {builder, canvas, file, options} = drawing
  const {words} = options
  if (canvas.cards.length === 0) {
    builder.parts.push(`<p class="cv-empty">${escapeText(words.canvasEmpty)}</p>`)
    return
  }
  const bounds = boundsOf(canvas.cards)
  const name = `cv-${shortHash(file.path)}`
  builder.css.add(styleOf(canvas, bounds, name))
  const title = baseName(file.path).replace(/\.canvas$/i, '')
  const {lines, labels} = edgesSvg(canvas, bounds)
  builder.parts.push(
    `<div class="canvas ${name}${isPrintable(bounds) ? '' : ' cv-long'}"><div class="cv-box" tabindex="0" role="group" aria-label="${escapeAttribute(words.canvas.replace('{name}', title))}">` +
    `<div class="cv-sheet"><div class="cv-plane">${lines}`
  )
  const order = readingOrder(canvas.cards)
  // Names first: an edge may lead to a card that is read later.
  const contents = new Map(order.map((index) => [index, contentOf(index, drawing)]))
  const leads = leadsOf(canvas)
  for (const index of order) {
    const card = canvas.cards[index]
    if (card) builder.parts.push(`<section class="cv-card cv-${card.type} n${index}${colourClass(card.color, '')}" id="${holeIn(builder, {kind: 'id', id: `card-${index + 1}`})}">${contents.get(index) ?? ''}${leadsList(leads.get(index) ?? [], drawing)}</section>`)
  }
  builder.parts.push(`${labels}</div></div></div></div>`)
}

type EdgeOf = Canvas['edges'][number]

function leadsOf({edges}: Canvas): Map<number, EdgeOf[]> {
  return Map.groupBy(edges, ({from}) => from)
}

/** Where a card leads, as text: the edges for whoever does not see them. */
function leadsList(edges: readonly EdgeOf[], {builder, names, options}: Drawing): string {
  if (edges.length === 0) return ''
  const items = edges.map(({to, label}) => {
    const link = `<a href="${holeIn(builder, {kind: 'id', id: `card-${to + 1}`, href: true})}">${names.get(to) ?? ''}</a>`
    return `<li>${label ? `${escapeText(label)}: ` : ''}${link}</li>`
  })
  return `<div class="cv-leads"><p>${escapeText(options.words.canvasLeads)}</p><ul>${items.join('')}</ul></div>`
}

/** The inside of a card. It is made apart, as parts are numbered in the order of their making. */
function contentOf(index: number, drawing: Drawing): string {
  const card = drawing.canvas.cards[index]
  if (!card) return ''
  const before = drawing.builder.parts.length
  contents(card, index, drawing)
  return drawing.builder.parts.splice(before).join('')
}

function contents(card: Card, index: number, drawing: Drawing): void {
  const {builder, names, options} = drawing
  switch (card.type) {
    case 'text':
      return textCard(card, index, drawing)
    case 'file':
      names.set(index, holeIn(builder, {kind: 'name', index: builder.facts.embeds.length}))
      builder.parts.push(`<div class="cv-body" tabindex="0">${fileHole(card.file, card.subpath, {card, drawing})}</div>`)
      return
    case 'link':
      names.set(index, escapeText(printLinkCard(card, {builder, options, where: {path: drawing.file.path, place: drawing.at(card.at)}})))
      return
    case 'group':
      names.set(index, escapeText(card.label ?? options.words.canvasGroup))
      if (card.background !== undefined) builder.parts.push(`<div class="cv-ground cv-${card.backgroundStyle}">${fileHole(card.background, undefined, {card, drawing, tile: card.backgroundStyle === 'repeat'})}</div>`)
      if (card.label !== undefined) {
        builder.text.push(card.label)
        builder.parts.push(`<p class="cv-label" dir="auto">${escapeText(card.label)}</p>`)
      }
  }
}

/** Longest name that a card gets from its text, in characters. */
const longestName = 60

function textCard(card: Extract<Card, {type: 'text'}>, index: number, drawing: Drawing): void {
  const {builder, file, options} = drawing
  // A line before it keeps `---` what it is on a card: text, no properties (Q-03).
  const part = parseNote({path: file.path, text: `\n${card.text}`, hash: ''}, {...options, publish: 'all', exclude: []})
  const line = [...(part.text.split('\n').find((each) => each.trim() !== '') ?? options.words.canvasCard)]
  drawing.names.set(index, escapeText(line.length > longestName ? `${line.slice(0, longestName - 1).join('')}…` : line.join('')))
  builder.parts.push('<div class="cv-body" dir="auto" tabindex="0">')
  addPart(builder, part, {prefix: `card-${index + 1}-`, place: drawing.at(card.textAt)})
  builder.parts.push('</div>')
}

/** The hole of a file that a card shows; paths start at the root of the vault. */
function fileHole(file: string, subpath: string | undefined, {card, drawing, tile = false}: {card: Card; drawing: Drawing; tile?: boolean}): string {
  const {builder, at} = drawing
  const {fragment} = splitTarget(subpath ?? '')
  builder.facts.embeds.push({
    kind: 'canvas',
    form: 'path',
    target: file,
    ...(fragment ? {fragment} : {}),
    text: baseName(file).replace(/\.mdx?$/i, ''),
    aliased: false,
    inline: false,
    ...(tile ? {tile: true as const} : {}),
    place: at(card.at),
    context: ''
  })
  return holeIn(builder, {kind: 'embed', index: builder.facts.embeds.length - 1})
}
