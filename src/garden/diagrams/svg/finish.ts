import type {DiagramModel, Drawing} from '../../model.ts'
import type {Reference} from '../wiki.ts'
import {addAnchors} from './anchor.ts'
import {contrast} from './contrast.ts'
import {ink, inked, paint} from './dress.ts'
import {inline} from './inline.ts'
import {mergeThemes, withTokens} from './merge.ts'
import {print} from './print.ts'
import {stateNames} from './state.ts'
import {canonicalIds, dropInherited, prune, roundNumbers} from './tidy.ts'
import {attribute, type Element, withAttributes} from './tree.ts'

/** Types whose colours mermaid fixes, light ones: they are shown on a light card in both themes. */
const fixed: ReadonlySet<string> = new Set([])

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
  const anchored = addAnchors(stateNames(contrast(dressed.svg)), references, unmarked)
  const size = sizeOf(anchored.svg)
  const named = nameIt(anchored.svg, {model, size, inked: inked.has(model.type)})
  const tidy = roundNumbers(dropInherited(canonicalIds(prune(named)), initial))
  return {ok: true, ...model, svg: print(tidy), ...size, links: anchored.links, light: dressed.light || fixed.has(model.type)}
}

/** What every drawing starts from; `diagram.css` sets it on `.mm`. */
const initial = new Map([['fill', 'var(--ink)'], ['color', 'var(--ink)'], ['font-size', '14'], ['font-weight', '400'], ['text-anchor', 'start'], ['stroke', 'none'], ['stroke-width', '1']])

async function dress(light: Element, dark: () => Promise<Element>, type: string): Promise<{svg: Element; light: boolean}> {
  if (inked.has(type)) return {svg: inline(light, ink), light: false}
  const painted = inline(prune(light), paint)
  const tokens = withTokens(painted)
  if (tokens) return {svg: tokens, light: false}
  const merged = mergeThemes(canonicalIds(painted), canonicalIds(inline(prune(await dark()), paint)))
  return merged ? {svg: merged, light: false} : {svg: painted, light: true}
}

interface Size {
  readonly width: number
  readonly height: number
}

function sizeOf(svg: Element): Size {
  const [, , width = 0, height = 0] = attribute(svg, 'viewBox').split(/[\s,]+/).map(Number)
  return {width: Math.ceil(width) || 0, height: Math.ceil(height) || 0}
}

/** The outermost element: size, role, name and the classes that `diagram.css` asks for. */
function nameIt(svg: Element, {model, size, inked: isInked}: {model: DiagramModel; size: Size; inked: boolean}): Element {
  const step = size.width < 430 ? 's' : size.width < 720 ? 'm' : size.width < 1000 ? 'l' : 'x'
  const children = svg.children.filter((child) => child.kind !== 'element' || (child.name !== 'title' && child.name !== 'desc'))
  const root: Element = {kind: 'element', name: 'svg', attributes: new Map(), children}
  return withAttributes(root, {
    xmlns: '',
    class: `mm mm-${model.type} mm-${isInked ? 'ink' : 'paint'} mm-${step}`,
    viewBox: attribute(svg, 'viewBox'),
    width: String(size.width),
    height: String(size.height),
    role: 'graphics-document document',
    'aria-roledescription': model.type,
    'aria-label': model.title || model.summary
  })
}
