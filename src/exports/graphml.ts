/** The graph as GraphML 1.0, the field's common format: Gephi, yEd, Cytoscape and networkx read it. */

import {xmlText} from '../feeds/xml.ts'
import type {Site} from '../garden-access.ts'
import {type Field, graphRows, linkFields, type NoteRow, onPlane} from './graph.ts'

/** What Gephi draws by, under the names that it looks for. */
const drawn: readonly Field<NoteRow>[] = [
  {name: 'x', type: 'double', of: ({place}) => place && onPlane(place.x)},
  {name: 'y', type: 'double', of: ({place}) => place && onPlane(-place.y)},
  {name: 'size', type: 'double', of: ({look}) => look.size},
  {name: 'r', type: 'int', of: ({look}) => look.colour[0]},
  {name: 'g', type: 'int', of: ({look}) => look.colour[1]},
  {name: 'b', type: 'int', of: ({look}) => look.colour[2]}
]

/** Make the file. Attributes `label` and `weight` have the names that Gephi looks for. */
export function graphml(all: Site): string {
  const {notes, links, noteFields: told} = graphRows(all)
  const noteFields = [...told, ...drawn]
  const nodes = notes.map((row) => `<node id="${xmlText(row.id)}"><data key="label">${xmlText(row.page.title)}</data>${dataOf(row, noteFields, 'n')}</node>`)
  const edges = links.map((row, index) => `<edge id="e${index}" source="${xmlText(row.from)}" target="${xmlText(row.to)}"><data key="weight">${row.texts.length}</data>${dataOf(row, linkFields, 'e')}</edge>`)
  return `<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">
<key id="label" for="node" attr.name="label" attr.type="string"/>
${keysOf(noteFields, 'node', 'n')}
<key id="weight" for="edge" attr.name="weight" attr.type="int"/>
${keysOf(linkFields, 'edge', 'e')}
<graph id="garden" edgedefault="directed">
<desc>${xmlText(all.site.title)}</desc>
${[...nodes, ...edges].join('\n')}
</graph>
</graphml>
`
}

function keysOf<Row>(fields: readonly Field<Row>[], holder: 'node' | 'edge', prefix: string): string {
  return fields.map(({name, type}) => `<key id="${prefix}-${name}" for="${holder}" attr.name="${name}" attr.type="${type}"/>`).join('\n')
}

function dataOf<Row>(row: Row, fields: readonly Field<Row>[], prefix: string): string {
  return fields.map(({name, of}) => [name, of(row)] as const).map(([name, value]) => (value === undefined ? '' : `<data key="${prefix}-${name}">${xmlText(String(value))}</data>`)).join('')
}
