/** What the list of diagrams can be sorted out by. */

import type {DiagramPage} from '../garden/model.ts'
import type {Strings} from './strings.ts'

/** The word for a type of diagram; Mermaid's own where the language has none. */
export function typeName(type: string, {diagramTypes}: Strings): string {
  return new Map(Object.entries(diagramTypes)).get(type) ?? type
}

export interface Choices {
  readonly types: readonly {readonly value: string; readonly name: string}[]
  readonly tags: readonly string[]
}

/** Types and tags that some diagram has, each in its order for readers. */
export function choices(diagrams: readonly DiagramPage[], t: Strings): Choices {
  const types = [...new Set(diagrams.map(({type}) => type))].map((value) => ({value, name: typeName(value, t)}))
  const tags = new Set(diagrams.flatMap((diagram) => diagram.tags.map(({name}) => name)))
  return {types: types.sort((a, b) => order(a.name, b.name)), tags: [...tags].sort(order)}
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
