/** The graph as GEXF 1.3, Gephi's own format: with the places and colours of the map. */

import {xmlText} from '../feeds/xml.ts'
import type {Site} from '../garden-access.ts'
import {type Field, graphRows, linkFields, type NoteRow, onPlane} from './graph.ts'

/** Make the file. Its date is the garden's *today*, so that it is the same whenever it is made. */
export function gexf(all: Site): string {
  const {notes, links, noteFields} = graphRows(all)
  const nodes = notes.map((row) => `<node id="${xmlText(row.id)}" label="${xmlText(row.page.title)}">${valuesOf(row, noteFields)}${looksOf(row)}</node>`)
  // A link is known by its index, as two kinds of links may join the same notes.
  const edges = links.map((row, index) => `<edge id="${index}" source="${xmlText(row.from)}" target="${xmlText(row.to)}" weight="${row.texts.length}" kind="${row.kind}">${valuesOf(row, linkFields)}</edge>`)
  const date = all.today === undefined ? '' : ` lastmodifieddate="${xmlText(all.today)}"`
  return `<?xml version="1.0" encoding="UTF-8"?>
<gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://gexf.net/1.3 http://gexf.net/1.3/gexf.xsd" version="1.3">
<meta${date}><description>${xmlText(all.site.title)}</description></meta>
<graph defaultedgetype="directed">
${attributesOf(noteFields, 'node')}
${attributesOf(linkFields, 'edge')}
<nodes>
${nodes.join('\n')}
</nodes>
<edges>
${edges.join('\n')}
</edges>
</graph>
</gexf>
`
}

function attributesOf<Row>(fields: readonly Field<Row>[], holder: 'node' | 'edge'): string {
  const rows = fields.map(({name, type}) => `<attribute id="${name}" title="${name}" type="${type === 'int' ? 'integer' : 'string'}"/>`)
  return `<attributes class="${holder}" mode="static">${rows.join('')}</attributes>`
}

function valuesOf<Row>(row: Row, fields: readonly Field<Row>[]): string {
  const values = fields.map(({name, of}) => [name, of(row)] as const).map(([name, value]) => (value === undefined ? '' : `<attvalue for="${name}" value="${xmlText(String(value))}"/>`))
  return `<attvalues>${values.join('')}</attvalues>`
}

function looksOf({look: {colour: [red, green, blue], size}, place}: NoteRow): string {
  const position = place ? `<viz:position x="${onPlane(place.x)}" y="${onPlane(-place.y)}" z="0"/>` : ''
  return `<viz:color r="${red}" g="${green}" b="${blue}"/>${position}<viz:size value="${size}"/>`
}
