import type {Facts} from './readers.ts'

interface Described extends Facts {
  readonly type: string
  readonly title: string
  readonly edges: NonNullable<Facts['edges']>
}

const kinds = new Map([
  ['flowchart', 'Flowchart'], ['sequence', 'Sequence diagram'], ['classDiagram', 'Class diagram'], ['stateDiagram', 'State diagram'],
  ['er', 'Entity relationship diagram'], ['c4', 'C4 diagram'], ['gantt', 'Gantt chart'], ['pie', 'Pie chart'], ['xychart', 'Chart'],
  ['gitGraph', 'Git graph'], ['mindmap', 'Mind map'], ['timeline', 'Timeline'], ['journey', 'User journey'], ['quadrantChart', 'Quadrant chart'],
  ['architecture', 'Architecture diagram'], ['sankey', 'Sankey diagram'], ['kanban', 'Kanban board'], ['requirement', 'Requirement diagram'],
  ['swimlanes', 'Swimlane diagram'], ['usecase', 'Use case diagram'], ['treemap', 'Treemap'], ['radar', 'Radar chart']
])

/** Names that the summary lists before it breaks off. */
const listed = 12

/** One sentence about a diagram, and the diagram as lines of text. */
export function describe(facts: Described): {summary: string; lines: string[]} {
  return {summary: summary(facts), lines: lines(facts)}
}

function summary({type, title, nodes, edges}: Described): string {
  const kind = kinds.get(type) ?? `${type.slice(0, 1).toUpperCase()}${type.slice(1)} diagram`
  const named = nodes.filter(({label}) => label !== 'start' && label !== 'end')
  const [things, ties] = type === 'sequence' ? ['participant', 'message'] : ['item', 'connection']
  const head = title ? `${kind} “${title}”` : kind
  if (named.length === 0) return `${head}.`
  const counts = [count(named.length, things), ...(edges.length > 0 ? [count(edges.length, ties)] : [])].join(', ')
  const names = named.slice(0, listed).map(({label}) => label).join(', ')
  return `${head}: ${counts}. ${names}${named.length > listed ? ', …' : ''}.`
}

function count(number: number, what: string): string {
  return `${number} ${what}${number === 1 ? '' : 's'}`
}

function lines({nodes, edges, remarks = []}: Described): string[] {
  const labels = new Map(nodes.map(({id, label}) => [id, label]))
  const name = (id: string): string => labels.get(id) ?? id
  const found: string[] = []
  for (const [index, {from, to, label, note}] of edges.entries()) {
    found.push(...remarks.filter(({after}) => after === index).map(({text}) => text))
    found.push(`${name(from)} → ${name(to)}${label ? `: ${label}` : ''}${note ? ` (${note})` : ''}`)
  }
  found.push(...remarks.filter(({after}) => after >= edges.length).map(({text}) => text))
  const tied = new Set(edges.flatMap(({from, to}) => [from, to]))
  for (const {id, label, note} of nodes) if (note || !tied.has(id)) found.push(note ? `${label}: ${note}` : label)
  return found
}
