/** The taxonomy: two levels, the first says what kind of thing, the second what about. A branch is a row. */

import type {Diagnostic} from '../../src/garden/model.ts'
import {templates} from './kinds.ts'
import {problem} from './messages.ts'
import {list, type Note, placeOf} from './note.ts'

const branches: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries({
    concept: ['data', 'design', 'distributed', 'organisation', 'performance', 'reliability'],
    pattern: ['data', 'evolution', 'messaging', 'resilience', 'traffic'],
    practice: ['delivery', 'observability', 'operations', 'platform', 'runtime', 'security', 'testing'],
    tool: ['ci-cd', 'container', 'database', 'messaging', 'observability', 'orchestration', 'quality', 'traffic'],
    comparison: ['architecture', 'messaging', 'observability', 'platform', 'traffic'],
    design: ['marketplace', 'platform', 'realtime'],
    question: ['architecture', 'delivery', 'design', 'operations'],
    kind: ['hub', 'lab', 'path', 'reference'],
    topic: [
      'ci-cd', 'cloud', 'data', 'devops', 'event-driven', 'integration', 'interview-prep', 'kubernetes', 'microservices',
      'observability', 'performance', 'reliability', 'security', 'testing'
    ]
  }).map(([branch, values]) => [branch, new Set(values)])
)

/** Check that tags are in the taxonomy: exactly one of the note's kind, one to three topics. */
export function checkTags(note: Note): Diagnostic[] {
  if (note.frontmatter.state !== 'read') return []
  const tags = list(note.frontmatter.properties.get('tags'))
  const place = placeOf(note, 'tags')
  const topics = tags.filter((tag) => tag.startsWith('topic/'))
  const kinds = tags.filter((tag) => !tag.startsWith('topic/') && isKnown(tag))
  const branch = templates.get(note.kind)?.branch
  const fitting = kinds.filter((tag) => tag.startsWith(`${branch}/`) && (branch !== 'kind' || tag === `kind/${note.kind}`))
  return [
    ...tags.filter((tag) => !isKnown(tag)).map((tag) => problem('tag-unknown', {note, place}, tag)),
    ...(branch !== undefined && (kinds.length !== 1 || fitting.length !== 1) ? [problem('tag-kind', {note, place}, String(kinds.length), branch)] : []),
    ...(topics.length < 1 || topics.length > 3 ? [problem('tag-topics', {note, place}, String(topics.length))] : [])
  ]
}

function isKnown(tag: string): boolean {
  const [branch = '', value = '', ...rest] = tag.split('/')
  return rest.length === 0 && branches.get(branch)?.has(value) === true
}
