/** Diagrams: understood by Mermaid, named and described, small enough to read, explained by a line beneath. */

import type {Diagnostic, DiagramModel, Point} from '../../src/garden/model.ts'
import {type Block, codeOf, type Line} from './blocks.ts'
import {templates} from './kinds.ts'
import type {Reading} from './mermaid.ts'
import {problem} from './messages.ts'
import type {Note} from './note.ts'

interface Limit {
  readonly nodes: number
  readonly edges: number
  /** What nodes and edges are called in this type. */
  readonly names: readonly [nodes: string, edges: string]
  /** One node more when three groups or more divide them. */
  readonly grouped?: true
}

/** Sizes that can be read at page width; types that are not named are not measured. */
const limits: ReadonlyMap<string, Limit> = new Map(Object.entries<Limit>({
  flowchart: {nodes: 12, edges: 14, names: ['nodes', 'edges'], grouped: true},
  sequence: {nodes: 6, edges: 14, names: ['participants', 'messages']},
  stateDiagram: {nodes: 12, edges: 20, names: ['states', 'transitions']}
}))

/** Most questions of a decision tree. */
const mostQuestions = 6

/** Types that print neither title nor description. */
const mute = /^\s*(timeline|mindmap|block|block-beta|sankey|sankey-beta|packet|packet-beta)\b/

/** What is written otherwise here, and why; each is looked for in a line. */
const avoided: readonly (readonly [sign: RegExp, what: string, instead: string])[] = [
  [/\[\["/, '`[["…"]]` looks like a link to other programs.', 'Use a rectangle.'],
  [/^\s*(?:style|linkStyle|classDef)\s/, 'Colours of its own do not follow the theme.', 'Let shape and words say it.'],
  [/^\s*%%\{\s*init/, 'A theme of its own does not follow the site\'s.', 'Leave it out.'],
  [/<(?!br\s{0,3}\/?>|\/?b>)\/?[a-z][^>]{0,100}>/i, 'Of HTML only `<br/>` and `<b>` are kept.', 'Write plain words.']
]

/** Mermaid fences of a note. */
export function diagramsOf({blocks}: Note): Block[] {
  return blocks.filter(({kind, title}) => kind === 'code' && title === 'mermaid')
}

/** Source of a fence. */
export function sourceOf(block: Block): string {
  return codeOf(block).map(({text}) => text).join('\n')
}

/**
 * Check the diagrams of a note.
 *
 * @param readings What Mermaid made of each of {@link diagramsOf}, in their order.
 */
export function checkDiagrams(note: Note, readings: readonly Reading[]): Diagnostic[] {
  const fences = diagramsOf(note)
  const [least, most] = templates.get(note.kind)?.diagrams ?? [0, fences.length]
  return [
    ...(fences.length < least && note.status !== 'seedling' ? [problem('diagrams-few', {note}, String(fences.length), String(least))] : []),
    ...(fences.length > most ? [problem('diagrams-many', {note}, String(fences.length), String(most))] : []),
    ...fences.flatMap((fence, index) => {
      const reading = readings[index]
      return [...checkSource(note, fence), ...(reading ? checkReading({note, fence}, reading) : []), ...checkLegend(note, fence)]
    })
  ]
}

function checkSource(note: Note, fence: Block): Diagnostic[] {
  const lines = codeOf(fence)
  const type = mute.exec(lines[0]?.text ?? '')?.[1]
  const questions = lines.filter(({text}) => /[\w"\])}>]\{(?!\{)"?/.test(text) && !text.includes('{{')).length
  return [
    ...(type === undefined ? [] : [problem('diagram-type', {note, place: fence.place}, type)]),
    ...(isFlow(lines) && questions > mostQuestions ? [problem('diagram-size', {note, place: fence.place}, `${questions} questions`, String(mostQuestions))] : []),
    ...lines.flatMap(({text, number}) =>
      avoided
        .filter(([sign]) => sign.test(text))
        .map(([, what, instead]) => problem('diagram-syntax-avoided', {note, place: {line: number, column: 1}}, what, instead))
    )
  ]
}

function isFlow(lines: readonly Line[]): boolean {
  return /^\s*(?:flowchart|graph)\b/.test(lines[0]?.text ?? '')
}

function checkReading({note, fence}: {readonly note: Note; readonly fence: Block}, reading: Reading): Diagnostic[] {
  if (!reading.ok) {
    const place: Point = {line: fence.place.line + (reading.line ?? 0), column: 1}
    return [problem('diagram-syntax', {note, place}, reading.message)]
  }
  const {model} = reading
  const source = sourceOf(fence)
  return [
    ...(/^\s*accTitle\s*:\s*\S/m.test(source) ? [] : [problem('diagram-title', {note, place: fence.place})]),
    ...(model.description === '' ? [problem('diagram-description', {note, place: fence.place})] : []),
    ...sizes(model).map(([found, limit]) => problem('diagram-size', {note, place: fence.place}, found, limit)),
    ...toItself(model).map((name) => problem('diagram-syntax-avoided', {note, place: fence.place}, `“${name}” sends a message to itself, whose words print across its line.`, 'Use `Note over`.'))
  ]
}

function sizes({type, nodes, edges, groups}: DiagramModel): (readonly [found: string, limit: string])[] {
  const limit = limits.get(type)
  if (!limit) return []
  const most = limit.nodes + (limit.grouped && groups.length >= 3 ? 1 : 0)
  const found: (readonly [string, string])[] = []
  // Where a state machine begins and ends is no state.
  const counted = nodes.filter(({label}) => type !== 'stateDiagram' || !/^(?:start|end)$/.test(label))
  if (counted.length > most) found.push([`${counted.length} ${limit.names[0]}`, String(most)])
  if (edges.length > limit.edges) found.push([`${edges.length} ${limit.names[1]}`, String(limit.edges)])
  return found
}

function toItself({type, edges}: DiagramModel): string[] {
  return type === 'sequence' ? edges.filter(({from, to}) => from === to).map(({from}) => from) : []
}

function checkLegend(note: Note, fence: Block): Diagnostic[] {
  const next = note.blocks[note.blocks.indexOf(fence) + 1]
  const first = next?.lines[0]?.text ?? ''
  return next?.kind === 'paragraph' && /^\*[^*\s]/.test(first) ? [] : [problem('diagram-legend', {note, place: fence.place})]
}
