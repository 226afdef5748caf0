import type {DiagramModel, Drawing, DrawingLink, Template} from '../../model.ts'
import type {Reference} from '../wiki.ts'
import {addAnchors} from './anchor.ts'
import {contrast} from './contrast.ts'
import {ink, inked, paint} from './dress.ts'
import {type Dress, inline} from './inline.ts'
import {liftTitles} from './lift.ts'
import {mergeThemes, withTokens} from './merge.ts'
import {fixedColours} from './fixed.ts'
import {print} from './print.ts'
import {repair} from './repair.ts'
import {simplifyPaths} from './simplify.ts'
import {straightenEnds} from './straighten.ts'
import {canonicalIds, dropInherited, prune, roundNumbers} from './tidy.ts'
import {attribute, type Element, elements, labelLines, withAttributes} from './tree.ts'

interface Meaning {
  readonly model: DiagramModel
  readonly references: readonly Reference[]
  /** Whether the words of links could not be marked. */
  readonly unmarked: boolean
}

/**
 * Make a drawing of what mermaid drew.
 *
 * @param dark
 *   Draws it again in dark colours; asked only when the light ones do not tell them.
 */
export async function finish(light: Element, dark: () => Promise<Element>, {model, references, unmarked}: Meaning): Promise<Drawing> {
  const dressed = await dress(light, dark, model.type)
  const anchored = addAnchors(contrast(dressed.svg), references, unmarked)
  const size = sizeOf(anchored.svg)
  const named = nameIt(anchored.svg, {model, size, look: inked.has(model.type) ? 'ink' : dressed.light ? 'light' : 'paint'})
  const tidy = roundNumbers(dropInherited(canonicalIds(prune(named)), initial))
  const texts = model.nodes.length + model.edges.length + model.remarks.length > 0 ? {} : {texts: textsOf(tidy)}
  return {ok: true, ...model, ...texts, ...printLinked(tidy, anchored.links), ...size, light: dressed.light}
}

/** Print a drawing, and tell which links are in it: one in a part that may not be printed is gone with it. */
function printLinked(svg: Element, all: readonly DrawingLink[]): Pick<Drawing, 'svg' | 'links'> {
  const {html, holes} = print(svg)
  const kept = [...new Set(holes.flatMap((hole) => (hole.kind === 'link' ? [hole.index] : [])))]
  const renamed = holes.map((hole) => (hole.kind === 'link' || hole.kind === 'end' ? {...hole, index: kept.indexOf(hole.index)} : hole))
  return {svg: withName(svg, {html, holes: renamed}), links: kept.flatMap((index) => all[index] ?? [])}
}

/** A hole for the name of a drawing that its author gave none: the page's language says what it is. */
function withName(svg: Element, {html, holes}: Template): Template {
  if (svg.attributes.has('aria-label')) return {html, holes}
  return {html: html.replace('<svg ', `<svg aria-label="\0${holes.length}\0" `), holes: [...holes, {kind: 'name', index: 0}]}
}

/** The texts of a drawing, for charts and other types whose parser knows no nodes. */
function textsOf(svg: Element): string[] {
  const texts = [...elements(svg)].filter(({name}) => name === 'text' || name === 'foreignObject')
  return [...new Set(texts.map((element) => labelLines(element).join(' ')).filter(Boolean))]
}

/** What every drawing starts from; `diagram.css` sets it on `.mm`. */
const initial = new Map([['fill', 'var(--ink)'], ['color', 'var(--ink)'], ['font-size', '14'], ['font-weight', '400'], ['text-anchor', 'start'], ['stroke', 'none'], ['stroke-width', '1']])

async function dress(light: Element, dark: () => Promise<Element>, type: string): Promise<{svg: Element; light: boolean}> {
  if (inked.has(type)) return {svg: liftTitles(shape(light, ink)), light: false}
  const fixed = fixedColours(type)
  const painted = shape(light, paint)
  const tokens = withTokens(painted, fixed)
  if (tokens.done) return {svg: tokens.svg, light: false}
  const merged = mergeThemes(canonicalIds(painted), canonicalIds(shape(await dark(), paint)), fixed)
  return merged ? {svg: merged, light: false} : {svg: painted, light: true}
}

/** Everything about a drawing but its colours, links and name. */
function shape(svg: Element, how: Dress): Element {
  return straightenEnds(simplifyPaths(prune(repair(inline(svg, how)))))
}

interface Size {
  readonly width: number
  readonly height: number
}

function sizeOf(svg: Element): Size {
  const [, , width = 0, height = 0] = boxOf(svg).split(/[\s,]+/).map(Number)
  return {width: Math.ceil(width) || 1, height: Math.ceil(height) || 1}
}

/** The view box; a drawing without one is as large as it says, or as the type `info`. */
function boxOf(svg: Element): string {
  const measures = ['width', 'height'].map((name) => Number.parseFloat(attribute(svg, name)) || 100)
  return attribute(svg, 'viewBox') || `0 0 ${measures.join(' ')}`
}

/**
 * The width in hundreds, from which `plate.css` knows how far a drawing may shrink; from 1,900 px it does not. What hardly
 * exceeds a phone is shown whole on it.
 */
function widthClass(width: number): string {
  if (width >= 400 && width < 450) return 'mm-narrow'
  return width >= 1900 ? 'mm-wide' : `mm-w${Math.floor(width / 100)}`
}

/** The outermost element: size, role, name and the classes that `diagram.css` asks for. */
function nameIt(svg: Element, {model, size, look}: {model: DiagramModel; size: Size; look: 'ink' | 'paint' | 'light'}): Element {
  const children = svg.children.filter((child) => child.kind !== 'element' || (child.name !== 'title' && child.name !== 'desc'))
  const root: Element = {kind: 'element', name: 'svg', attributes: new Map(), children}
  return withAttributes(root, {
    xmlns: '',
    class: `mm mm-${model.type} mm-${look} ${widthClass(size.width)}${model.down ? ' mm-down' : ''}`,
    viewBox: boxOf(svg),
    width: String(size.width),
    height: String(size.height),
    role: 'graphics-document document',
    'aria-roledescription': model.type,
    ...(model.title && {'aria-label': model.title})
  })
}
