/** A node under the pointer, or with the focus, lights up with its neighbours and the lines between them. */

import {type Line, linesOf, nodeSelector, wordsOf} from './lines.ts'
import {rove} from './rove.ts'

interface Surroundings {
  /** What the drawing stands in, now or later: who comes by keyboard comes there first, or back from what stands after it. */
  readonly frames: readonly Element[]
  /** Words for what a node is joined to, with `{names}` in them. */
  readonly from: string
  readonly to: string
}

/** Let the nodes of a drawing light up. Types whose lines lead to no nodes stay as they are. */
export function lightUp(svg: SVGSVGElement, around: Surroundings): void {
  let lines: readonly Line[] | undefined
  let isReached = false
  const read = (): readonly Line[] => {
    lines ??= linesOf(svg)
    return lines
  }
  const light = ({target}: Event): void => {
    dim(svg)
    const at = target instanceof Element && svg.contains(target) ? nodeAt(target) : undefined
    if (at) lightAround(svg, at, read())
  }
  svg.addEventListener('pointerover', light)
  svg.addEventListener('pointerleave', () => dim(svg))
  // Not on the drawing itself: a browser makes a tab stop of a drawing that listens for focus.
  for (const frame of around.frames) {
    frame.addEventListener('focusin', (event) => {
      if (!frame.contains(svg)) return
      if (!isReached) rove(svg, (node) => told(node, read(), around))
      isReached = true
      light(event)
    })
    frame.addEventListener('focusout', () => dim(svg))
  }
}

function lightAround(svg: SVGSVGElement, at: Element, lines: readonly Line[]): void {
  const touching = lines.filter(({ends}) => ends.includes(at))
  if (touching.length === 0) return
  svg.classList.add('has-lit')
  for (const each of [at, ...touching.flatMap(({path, ends, labels}) => [path, ...ends, ...labels])]) each?.classList.add('is-lit')
}

/** The node that something belongs to, or that a link goes around. */
function nodeAt(target: Element): Element | undefined {
  return target.closest(nodeSelector) ?? target.closest('a')?.querySelector(nodeSelector) ?? undefined
}

function dim(svg: SVGSVGElement): void {
  svg.classList.remove('has-lit')
  for (const lit of svg.querySelectorAll('.is-lit')) lit.classList.remove('is-lit')
}

/** A node as a sentence: its words, and those of its neighbours. */
function told(node: Element, lines: readonly Line[], {from, to}: Surroundings): string {
  const others = (mine: 0 | 1, its: 0 | 1): string =>
    [...new Set(lines.flatMap(({ends}) => (ends[mine] === node && ends[its] ? [wordsOf(ends[its])] : [])))].join(', ')
  const [comes, goes] = [others(1, 0), others(0, 1)]
  return [`${wordsOf(node)}.`, ...(comes ? [from.replace('{names}', () => comes)] : []), ...(goes ? [to.replace('{names}', () => goes)] : [])].join(' ')
}
