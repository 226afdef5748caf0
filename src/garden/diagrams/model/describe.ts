import type {Facts} from './facts.ts'

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
  ['swimlanes', 'Swimlane diagram'], ['usecase', 'Use case diagram'], ['treemap', 'Treemap'], ['radar', 'Radar chart'],
  ['treeView', 'Tree'], ['ishikawa', 'Fishbone diagram'], ['packet', 'Packet layout'], ['wardley', 'Wardley map'], ['eventmodeling', 'Event model'],
  ['agentflow', 'Agent flow'], ['railroad', 'Railroad diagram'], ['railroadEbnf', 'Railroad diagram'], ['railroadAbnf', 'Railroad diagram'], ['railroadPeg', 'Railroad diagram']
])

/** Names that the summary lists before it breaks off. */
const listed = 12

/** One sentence about a diagram, and the diagram as lines of text. */
export function describe(facts: Described): {summary: string; lines: string[]} {
  return {summary: summary(facts), lines: lines(facts)}
}

function summary({type, title, nodes, edges, groups = []}: Described): string {
  const kind = kinds.get(type) ?? `${type.slice(0, 1).toUpperCase()}${type.slice(1)} diagram`
  const named = nodes.filter(({label}) => label !== 'start' && label !== 'end')
  const [things, ties] = type === 'sequence' ? ['participant', 'message'] : ['item', 'connection']
  const head = title ? `${kind} “${title}”` : kind
  if (named.length === 0) return `${head}.`
  const counts = [count(named.length, things), ...(groups.length > 0 ? [count(groups.length, 'group')] : []), ...(edges.length > 0 ? [count(edges.length, ties)] : [])].join(', ')
  const names = named.slice(0, listed).map(({label}) => label).join(', ')
  return `${head}: ${counts}. ${names}${named.length > listed ? ', …' : ''}.`
}

function count(number: number, what: string): string {
  return `${number} ${what}${number === 1 ? '' : 's'}`
}

function lines({nodes, edges, groups = [], remarks = []}: Described): string[] {
  const labels = new Map([...groups, ...nodes].map(({id, label}) => [id, label]))
  const name = (id: string): string => labels.get(id) ?? id
  const found: string[] = []
  for (const [index, {from, to, label, note}] of edges.entries()) {
    found.push(...remarks.filter(({after}) => after === index).map(({text}) => text))
    found.push(`${name(from)} → ${name(to)}${label ? `: ${label}` : ''}${note ? ` (${note})` : ''}`)
  }
  found.push(...remarks.filter(({after}) => after >= edges.length).map(({text}) => text))
  const members = Map.groupBy(nodes, ({group}) => group)
  const shown = groups.map(({id, label}) => ({id, label: label || id, inside: (members.get(id) ?? []).map((node) => node.label)}))
  found.push(...shown.filter(({inside}) => inside.length > 0).map(({label, inside}) => `${label}: ${inside.join(', ')}`))
  const tied = new Set([...edges.flatMap(({from, to}) => [from, to]), ...nodes.filter(({group}) => shown.some(({id}) => id === group)).map(({id}) => id)])
  for (const {id, label, note} of nodes) if (note || !tied.has(id)) found.push(note ? `${label}: ${note}` : label)
  return found
}
