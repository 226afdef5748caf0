/** What holds for every note that can be written. */

import assert from 'node:assert/strict'
import type {PreparedNote} from '../../src/garden/model.ts'

function countLines(text: string): number {
  return text.split(/\r\n|\n|\r/).length
}

/** A prepared note is whole: its holes, ranges and places are those of its text and template. */
export function checkNote(note: PreparedNote, text: string): void {
  checkHoles(note)
  checkPlaces(note, countLines(text))
  const {html} = note.template
  for (const {range: [start, end]} of [...note.headings, ...note.blocks]) assert.ok(start >= 0 && start <= end && end <= html.length)
  assert.equal(new Set(note.headings.map(({id}) => id)).size, note.headings.length, 'ids of headings are their own')
  assert.equal(new Set(note.blocks.map(({id}) => id)).size, note.blocks.length, 'ids of blocks are their own')
  assert.ok(!note.text.includes('\0') && !note.description.includes('\0'))
  assert.deepEqual(JSON.parse(JSON.stringify(note)), note, 'a note crosses threads as it is')
  balanced(html)
}

function checkHoles({template: {html, holes}, ...note}: PreparedNote): void {
  const parts = html.split('\0')
  assert.equal(parts.length, 2 * holes.length + 1, 'each hole stands in the template once')
  for (const [index, hole] of holes.entries()) {
    assert.equal(parts[2 * index + 1], String(index))
    if (hole.kind === 'link' || hole.kind === 'end') assert.ok(hole.index < note.links.length)
    if (hole.kind === 'embed') assert.ok(hole.index < note.embeds.length)
    if (hole.kind === 'diagram') assert.ok(hole.index < note.diagrams.length)
  }
}

function checkPlaces(note: PreparedNote, last: number): void {
  for (const {place} of [...note.links, ...note.embeds, ...note.tags, ...note.diagrams]) assert.ok(place.line >= 1 && place.line <= last && place.column >= 1, JSON.stringify(place))
  for (const {place, rule} of note.diagnostics) assert.ok(!place || (place.line >= 1 && place.line <= last + 1 && place.column >= 1), `${rule} ${JSON.stringify(place)}`)
}

const lone = new Set(['area', 'br', 'col', 'hr', 'img', 'input', 'source', 'track', 'wbr'])

/** Every element is closed where it was opened, so that any slice along its borders is one too. */
function balanced(html: string): void {
  const open: string[] = []
  for (const [, slash, name = ''] of html.matchAll(/<(\/?)([a-z][a-z0-9]*)[^>]*>/g)) {
    if (slash) assert.equal(open.pop(), name)
    else if (!lone.has(name)) open.push(name)
  }
  assert.deepEqual(open, [])
}
