/** The notes that are drawn one by one: sigma, dressed in the page's colours and faces. */

import Graph from 'graphology'
import Sigma from 'sigma'
import {EdgeLineProgram, NodeCircleProgram} from 'sigma/rendering'
import type {Settings} from 'sigma/settings'
import type {MapData} from './data.ts'
import {drawHover} from './labels.ts'
import type {Picked, Sight} from './pick.ts'
import type {Camera} from './state.ts'
import type {Theme} from './theme.ts'

interface NodeData {
  readonly x: number
  readonly y: number
  readonly size: number
  readonly color: string
  readonly label: string
  readonly note: number
  readonly zIndex: number
}

interface EdgeData {
  readonly color: string
  readonly size: number
  readonly edge: number
  readonly zIndex: number
}

export type MapSigma = Sigma<NodeData, EdgeData>

/** What a note looks like now. */
export interface Looks {
  readonly theme: Theme
  readonly inkOf: (note: number) => number
  readonly linksOf: (note: number) => number
  /** `undefined` until the names have come. */
  readonly titleOf: (note: number) => string | undefined
  /** Notes in the light; the others are dimmed. `undefined` is all. */
  readonly lit: ReadonlySet<number> | undefined
  /** The note that links are shown of. */
  readonly focus: number | undefined
}

export interface Stage {
  readonly sigma: MapSigma
  /** Draw these notes and links. */
  readonly draw: (picked: Picked, looks: Looks) => void
  readonly sight: () => Sight
  readonly camera: () => Camera
}

/** Discs that are drawn once, and not a second time for sigma's way of finding what is under the pointer. */
class Disc extends NodeCircleProgram<NodeData, EdgeData> {
  constructor(gl: WebGLRenderingContext, _picking: WebGLFramebuffer | null, renderer: MapSigma) {
    super(gl, null, renderer)
  }
}

/** Sigma without what makes drawing in software slow: discs are smooth by themselves, so only lines need four samples a pixel. */
class Renderer extends Sigma<NodeData, EdgeData> {
  override createWebGLContext(id: string, options?: Parameters<MapSigma['createWebGLContext']>[1]): WebGLRenderingContext {
    return super.createWebGLContext(id, {...options, antialias: id === 'edges'})
  }
}

/** Pixels around a disc that still belong to it. */
const reach = {mouse: 3, touch: 12} as const

/**
 * Find the note at a place by its coordinates. Sigma draws all notes once more in colours that are numbers and reads
 * the pixel back, at each move of the mouse; drawing in software, the page then waits a tenth of a second each time.
 */
function noteAt(sigma: MapSigma, {x, y}: {readonly x: number; readonly y: number}): string | null {
  const room = matchMedia('(pointer: coarse)').matches ? reach.touch : reach.mouse
  let best: {readonly node: string; readonly off: number} | undefined
  sigma.getGraph().forEachNode((node, data) => {
    const at = sigma.graphToViewport(data)
    const off = Math.hypot(at.x - x, at.y - y) - sigma.scaleSize(data.size)
    if (off <= room && (!best || off < best.off)) best = {node, off}
  })
  return best?.node ?? null
}

/** Notes that have no colour of their own among those in the light. */
const dimmed = 0.25

/** A note's size in pixels. */
export function sizeOf(links: number): number {
  return Math.min(13, 2.6 + Math.sqrt(links) * 0.85)
}

/** Put the map into an element. The box is what is in sight at first, in the map's units. */
export function stage(container: HTMLElement, data: MapData, {theme, box}: {theme: Theme; box: Sight}): Stage {
  const sigma: MapSigma = new Renderer(new Graph<NodeData, EdgeData>({type: 'directed'}), container, settings(theme))
  Reflect.set(sigma, 'getNodeAtPosition', (at: {readonly x: number; readonly y: number}) => noteAt(sigma, at))
  sigma.setCustomBBox({x: [box.left, box.right], y: [-box.bottom, -box.top]})
  sigma.refresh()
  let worn = theme
  return {
    sigma,
    draw(picked, looks) {
      if (looks.theme !== worn) sigma.setSettings(colours(looks.theme))
      worn = looks.theme
      sigma.setGraph(graphOf(data, picked, looks))
    },
    sight: () => sightOf(sigma),
    camera: () => {
      const {x, y, ratio} = sigma.getCamera().getState()
      return {x, y, ratio}
    }
  }
}

function settings(theme: Theme): Partial<Settings<NodeData, EdgeData>> {
  return {
    ...colours(theme),
    allowInvalidContainer: true,
    defaultEdgeType: 'line',
    edgeProgramClasses: {line: EdgeLineProgram},
    nodeProgramClasses: {circle: Disc},
    hideEdgesOnMove: true,
    // Names are the sheet's: sigma's own may stand on each other.
    renderLabels: false,
    zIndex: true,
    stagePadding: 34,
    minCameraRatio: 0.01,
    maxCameraRatio: 2.5,
    inertiaDuration: 150,
    doubleClickZoomingDuration: 150,
    zoomDuration: 150
  }
}

function colours(theme: Theme): Partial<Settings<NodeData, EdgeData>> {
  return {
    defaultDrawNodeHover: (context, node) => drawHover(context, node, {ink: theme.ink, halo: theme.paper, ring: theme.rubric})
  }
}

function graphOf(data: MapData, {notes, edges}: Picked, looks: Looks): Graph<NodeData, EdgeData> {
  const graph = new Graph<NodeData, EdgeData>({type: 'directed', allowSelfLoops: false})
  for (const note of notes) graph.addNode(note, nodeOf(data, note, looks))
  for (const edge of edges) {
    graph.addDirectedEdgeWithKey(edge, data.a[edge] ?? 0, data.b[edge] ?? 0, edgeOf(data, edge, looks))
  }
  return graph
}

function nodeOf(data: MapData, note: number, {theme, inkOf, linksOf, titleOf, lit, focus}: Looks): NodeData {
  const isLit = !lit || lit.has(note)
  const ink = theme.inks[inkOf(note)] ?? theme.faint
  return {
    x: data.x[note] ?? 0,
    y: -(data.y[note] ?? 0),
    size: sizeOf(linksOf(note)),
    color: note === focus ? theme.rubric : isLit ? ink : mix(ink, theme.paper, dimmed),
    label: titleOf(note) ?? '',
    note,
    zIndex: isLit ? 1 : 0
  }
}

/** Links inside a community show its shape; those between two are fainter, or all would be one grey. */
function edgeOf(data: MapData, edge: number, {theme, lit, focus}: Looks): EdgeData {
  const [a, b] = [data.a[edge] ?? 0, data.b[edge] ?? 0]
  if (focus !== undefined && (a === focus || b === focus)) return {edge, size: 1, color: theme.rubric, zIndex: 2}
  const isDim = lit !== undefined && !(lit.has(a) && lit.has(b))
  const isInside = data.community[a] === data.community[b] && a < data.notes && b < data.notes
  if (isDim) return {edge, size: 1, color: mix(theme.link, theme.paper, 0.35), zIndex: 0}
  return {edge, size: 1, color: isInside || lit ? theme.link : mix(theme.link, theme.paper, 0.45), zIndex: isInside ? 1 : 0}
}

/** A colour between two, both as `#rrggbb`. */
function mix(colour: string, ground: string, share: number): string {
  const part = (of: string, at: number): number => Number.parseInt(of.slice(1 + 2 * at, 3 + 2 * at), 16)
  return `#${[0, 1, 2].map((at) => Math.round(part(colour, at) * share + part(ground, at) * (1 - share)).toString(16).padStart(2, '0')).join('')}`
}

/** What is in sight, in the map's units, and a little around it, so that a small move shows no empty edge. */
function sightOf(sigma: MapSigma): Sight {
  const {width, height} = sigma.getDimensions()
  const around = 0.15
  const from = sigma.viewportToGraph({x: -width * around, y: -height * around})
  const to = sigma.viewportToGraph({x: width * (1 + around), y: height * (1 + around)})
  return {left: Math.min(from.x, to.x), right: Math.max(from.x, to.x), top: Math.min(-from.y, -to.y), bottom: Math.max(-from.y, -to.y)}
}
