/** A drawing one step at a time: the messages of a sequence diagram, or what an author numbered in another. */

import {all, wordsOf} from './dom.ts'
import {linesOf, messagesOf} from './lines.ts'

export interface Step {
  readonly parts: readonly (Element | undefined)[]
  readonly text: string
}

/** Fewest numbers that make steps. */
const fewest = 3

/** The steps of a drawing in their order, told as its lines of text tell them. */
export function stepsOf(svg: SVGElement, lines: readonly string[]): readonly Step[] {
  const messages = messagesOf(svg)
  if (!messages.length) return numberedOf(svg, lines)
  const told = lines.filter((line) => line.includes(' → '))
  return messages.map((parts, index) => ({
    parts,
    text: (told.length === messages.length && told[index]) || parts.filter((each) => each.matches('.messageText')).map(wordsOf).join(' ')
  }))
}

/** Nodes and lines whose words begin with a number (`1 buy`, `2. pay`, `(3) ship`), if these count from 1 without a gap. */
function numberedOf(svg: SVGElement, lines: readonly string[]): readonly Step[] {
  const byNumber = Map.groupBy(all(svg, '.node, g.edgeLabel'), (label) => Number(/^\(?(\d{1,2})(?![^.):\s])/.exec(wordsOf(label))?.[1] ?? 0))
  byNumber.delete(0)
  const steps = Array.from(byNumber, (_, index) => byNumber.get(index + 1) ?? [])
  if (steps.length < fewest || steps.some(({length}) => !length)) return []
  const joined = linesOf(svg)
  return steps.map((labels) => ({
    // The line that words stand on, with the nodes that it joins.
    parts: labels.flatMap((label) => [label, ...joined.flatMap((line) => (line.labels.includes(label) ? [line.path, ...line.ends] : []))]),
    text: labels.map((label) => toldIn(lines, wordsOf(label))).join('; ')
  }))
}

/** The line of text that ends in these words: it tells who is joined by them. */
function toldIn(lines: readonly string[], text: string): string {
  const bare = (words: string): string => words.replace(/\s+/g, '')
  return lines.find((line) => bare(line).endsWith(`:${bare(text)}`)) ?? text
}
