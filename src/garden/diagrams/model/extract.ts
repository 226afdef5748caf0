import type {DiagramEdge, DiagramModel, DiagramNode} from '../../model.ts'
import type {Facts} from './facts.ts'
import {call, plain, string} from './read.ts'
import {readers, withData} from './readers.ts'

/**
 * What mermaid's own parser understood of a diagram.
 *
 * @param type
 *   Mermaid's name of the type.
 * @param db
 *   Its database, once a source was parsed.
 */
export function extract(type: string, db: unknown): DiagramModel {
  const name = typeName(type)
  const {nodes, edges = [], groups = [], remarks = []} = steady((readers.get(name) ?? withData)(db))
  return {
    type: name,
    title: plain(call(db, 'getAccTitle')) || plain(call(db, 'getDiagramTitle')),
    description: string(call(db, 'getAccDescription')).replace(/\s+/g, ' ').trim(),
    nodes: nodes.map((node): DiagramNode => (node.called ? node : {...node, label: node.label || node.id})),
    edges: edges.map(({label, ...edge}): DiagramEdge => ({...edge, ...(label && {label})})),
    groups,
    remarks,
    ...(leadsDown.has(name) && /^(?:T[BD]|BT)$/.test(string(call(db, 'getDirection'))) && {down: true as const})
  }
}

/** Ids that mermaid makes up count all that it made before, in other diagrams too: each gets its place in this one. */
function steady({nodes, edges = [], groups = [], ...rest}: Facts): Facts {
  const made = new Map<string, string>()
  const rename = (id: string): string =>
    id.replace(/^id-[a-z0-9]{6,16}-\d{1,6}/, (whole) => {
      made.set(whole, made.get(whole) ?? `id-${made.size + 1}`)
      return made.get(whole) ?? whole
    })
  return {
    ...rest,
    groups: groups.map((group) => ({...group, id: rename(group.id)})),
    nodes: nodes.map(({id, group, ...node}) => ({id: rename(id), ...node, ...(group !== undefined && {group: rename(group)})})),
    edges: edges.map((edge) => ({...edge, from: rename(edge.from), to: rename(edge.to)}))
  }
}

/** Types that begin with a node at their top, where their direction says so. */
const leadsDown = new Set(['flowchart', 'stateDiagram'])

/** Mermaid's versions of one type are one type to a reader. */
function typeName(type: string): string {
  const name = type.replace(/-(?:v2|elk)$/, '')
  if (name === 'graph') return 'flowchart'
  if (/^c4/i.test(name)) return 'c4'
  return name === 'class' || name === 'state' ? `${name}Diagram` : name
}
