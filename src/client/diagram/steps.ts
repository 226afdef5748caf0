/** A drawing one step at a time: the messages of a sequence diagram, or what an author numbered in another. */

import {type Line, linesOf, wordsOf} from './lines.ts'

export interface Step {
  readonly parts: readonly Element[]
  readonly text: string
}

/** Fewest numbers that make steps. */
const fewest = 3

/** The steps of a drawing in their order, told as its lines of text tell them. */
export function stepsOf(svg: SVGSVGElement, lines: readonly string[]): readonly Step[] {
  return svg.matches('.mm-sequence') ? messagesOf(svg, lines) : numberedOf(svg, lines)
}

const pieces = '.messageText, .messageLine0, .messageLine1, .sequenceNumber, line[marker-start]:not([class])'

function messagesOf(svg: SVGSVGElement, lines: readonly string[]): readonly Step[] {
  const groups: Element[][] = []
  let isDrawn = true
  for (const piece of svg.querySelectorAll(pieces)) {
    const isLine = /messageLine/.test(piece.getAttribute('class') ?? '')
    // Words come before their line, in as many elements as they have lines; numbers come after it.
    if (isDrawn && (isLine || piece.matches('.messageText'))) {
      groups.push([])
      isDrawn = false
    }
    isDrawn ||= isLine
    groups.at(-1)?.push(piece)
  }
  const told = lines.filter((line) => line.includes(' → '))
  return groups.map((parts, index) => ({parts, text: (told.length === groups.length ? told[index] : undefined) ?? messageOf(parts)}))
}

function messageOf(parts: readonly Element[]): string {
  return parts.filter((part) => part.matches('.messageText')).map((part) => part.textContent).join(' ')
}

/** Nodes and lines whose words begin with a number, if these count from 1 without a gap. */
function numberedOf(svg: SVGSVGElement, lines: readonly string[]): readonly Step[] {
  const labels = [...svg.querySelectorAll('.node, g.edgeLabel')].map((element) => ({element, text: wordsOf(element)}))
  const byNumber = Map.groupBy(labels, ({text}) => numberOf(text))
  byNumber.delete(0)
  const counts = byNumber.size >= fewest && Array.from({length: byNumber.size}, (_, index) => index + 1).every((number) => byNumber.has(number))
  if (!counts) return []
  const joined = linesOf(svg)
  return [...byNumber].sort(([one], [other]) => one - other).map(([, found]) => ({
    parts: found.flatMap(({element}) => [element, ...around(element, joined)]),
    text: found.map(({text}) => toldIn(lines, text)).join('; ')
  }))
}

/** The number that words begin with: `1 buy`, `2. pay`, `(3) ship`; 0 where there is none. */
function numberOf(text: string): number {
  return Number(/^\(?(\d{1,2})(?:[.):]|\s|$)/.exec(text)?.[1] ?? 0)
}

/** The line that words stand on, with the nodes that it joins. */
function around(label: Element, lines: readonly Line[]): Element[] {
  const line = lines.find(({labels}) => labels.includes(label))
  return line ? [line.path, ...line.ends.flatMap((end) => end ?? [])] : []
}

/** The line of text that ends in these words: it tells who is joined by them. */
function toldIn(lines: readonly string[], text: string): string {
  return lines.find((line) => squeezed(line).endsWith(`:${squeezed(text)}`)) ?? text
}

function squeezed(text: string): string {
  return text.replaceAll(/\s+/g, '')
}

/** Dim all but one step; none lights all. */
export function showStep(svg: SVGSVGElement, step: Step | undefined): void {
  svg.classList.toggle('is-stepping', step !== undefined)
  for (const part of svg.querySelectorAll('.is-step')) part.classList.remove('is-step')
  for (const part of step?.parts ?? []) part.classList.add('is-step')
}
