/** A `.base` file as a prepared note: a section a view, which rendering fills. */

import {diagnose} from '../diagnostics.ts'
import {type Frontmatter, mentionsVisibility} from '../frontmatter.ts'
import type {Diagnostic, Heading, Hole, PreparedNote, PropertyValue, SourceFile} from '../model.ts'
import {headingId, uniqueIds} from '../heading-ids.ts'
import {baseName} from '../names.ts'
import {readProperties} from '../properties.ts'
import {escapeText} from '../sentences.ts'
import {type BaseView, readDefinition, type ReadDefinition} from './definition.ts'

/** What preparing depends on besides the file. */
export interface BaseOptions {
  readonly publish: 'all' | 'explicit'
  readonly exclude: readonly string[]
  readonly linkText: 'app' | 'raw' | 'basename'
  readonly words: {readonly baseBroken: string}
}

/** Prepare a base. */
export function prepareBase(file: SourceFile, {words, ...options}: BaseOptions): PreparedNote {
  const read = readDefinition(file.text)
  const properties = readProperties(frontmatterOf(read, file.text), {path: file.path, ...options})
  const name = baseName(file.path)
  const body = read.broken ? {html: `<p class="failure">${escapeText(words.baseBroken)}</p>`, holes: [], headings: []} : sections(read.definition.views)
  const text = read.definition.views.map((view) => view.name).filter((each) => each !== '').join('\n')
  return {
    path: file.path,
    format: 'base',
    name,
    title: name.replace(/\.base$/i, ''),
    aliases: [],
    tags: [],
    visibility: properties.visibility,
    description: text.replaceAll('\n', ' · '),
    dates: {},
    properties: [],
    text,
    runs: [],
    words: 0,
    template: {html: body.html, holes: body.holes},
    headings: body.headings,
    blocks: [],
    links: [],
    embeds: [],
    diagrams: [],
    bases: [{source: file.text, place: {line: 0, column: 1}}],
    css: '',
    origins: [],
    diagnostics: [...properties.diagnostics, ...baseProblems(read, {path: file.path, line: 0})]
  }
}

/** What the author is told of a base; `line` is that of the file before its first. */
export function baseProblems({problems}: ReadDefinition, {path, line}: {path: string; line: number}): Diagnostic[] {
  return problems.map((each) => diagnose('base-syntax', {path, place: {line: line + each.line, column: each.column}}, {reason: each.reason}))
}

/** A section a view; its heading stands outside of what `![[F.base#View]]` shows, as the embed has a name already. */
function sections(views: readonly BaseView[]): {html: string; holes: Hole[]; headings: Heading[]} {
  const uniqueId = uniqueIds()
  const holes: Hole[] = []
  const headings: Heading[] = []
  let html = ''
  const hole = (made: Hole): string => `\0${holes.push(made) - 1}\0`
  for (const [index, view] of views.entries()) {
    const id = uniqueId(headingId(view.name === '' ? `view-${index + 1}` : view.name))
    const place = hole({kind: 'id', id})
    html += views.length > 1 && view.name !== '' ? `<h2 id="${place}" dir="auto">${escapeText(view.name)}</h2>` : `<div id="${place}"></div>`
    const start = html.length
    html += hole({kind: 'base', index: 0, view: index})
    headings.push({depth: 2, text: view.name, id, line: 1, range: [start, html.length]})
  }
  return {html, holes, headings}
}

/** What the top of a base says of its visibility, as a note's properties do. */
function frontmatterOf({top, broken}: ReadDefinition, text: string): Frontmatter {
  const said = [...top].flatMap(([key, value]): [string, PropertyValue][] => (mentionsVisibility(key) ? [[key, isPlain(value) ? value : String(value)]] : []))
  return {properties: new Map(said), overwritten: [], places: new Map(), lines: new Map(), body: '', bodyLine: 0, state: broken ? 'broken' : 'read', source: broken ? text : '', diagnostics: []}
}

function isPlain(value: unknown): value is string | number | boolean | null {
  return value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
}
