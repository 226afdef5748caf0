import type {DiagramEdge, DiagramModel, DiagramNode} from '../../model.ts'
import {describe} from './describe.ts'
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
  const facts = (readers.get(name) ?? withData)(db)
  const nodes = facts.nodes.map(labelled)
  const edges = facts.edges ?? []
  const known = {
    type: name,
    title: plain(call(db, 'getAccTitle')) || plain(call(db, 'getDiagramTitle')),
    description: string(call(db, 'getAccDescription')).replace(/\s+/g, ' ').trim(),
    nodes: nodes.map(({id, label, group}): DiagramNode => ({id, label, ...(group && {group})})),
    edges: edges.map(({from, to, label}): DiagramEdge => ({from, to, ...(label && {label})})),
    groups: facts.groups ?? []
  }
  return {...known, ...describe({...facts, ...known, nodes, edges})}
}

/** Mermaid's versions of one type are one type to a reader. */
function typeName(type: string): string {
  const name = type.replace(/-(?:v2|elk)$/, '')
  if (name === 'graph') return 'flowchart'
  if (/^c4/i.test(name)) return 'c4'
  return name === 'class' || name === 'state' ? `${name}Diagram` : name
}

function labelled(node: Facts['nodes'][number]): Facts['nodes'][number] {
  return {...node, label: node.label || node.id}
}

