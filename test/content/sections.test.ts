/** Sections of a kind: a table of what each kind of note is made of, and what is said when a note is not. */
import assert from 'node:assert/strict'
import {test} from 'node:test'
import type {Diagnostic} from '../../src/garden/model.ts'
import {templates} from '../../scripts/content/kinds.ts'
import {checkSections} from '../../scripts/content/sections.ts'
import {checkCards} from '../../scripts/content/cards.ts'
import {noteOf} from './support.ts'

/** A note of a kind with these lines as its text. */
function written(kind: string, status: string, lines: readonly string[]): ReturnType<typeof noteOf> {
  return noteOf(`---\ntitle: Tea\nkind: ${kind}\nstatus: ${status}\n---\n\n> [!abstract] Tea\n> Hot.\n\n${lines.join('\n\n')}\n`, `${kind}/Tea.md`)
}

function sectionProblems(kind: string, lines: readonly string[], status = 'evergreen'): (readonly [string, string])[] {
  return checkSections(written(kind, status, lines)).filter(({rule}) => rule.startsWith('section')).map(({rule, message}: Diagnostic) => [rule, message])
}

/** The usual headings of a kind, in order. */
function usual(kind: string): string[] {
  return (templates.get(kind)?.parts ?? []).map(({titles}) => `## ${titles[0]?.replaceAll('*', '') ?? ''}`)
}

for (const kind of templates.keys()) {
  test(`a ${kind} with its sections in order is sound`, () => {
    assert.deepEqual(sectionProblems(kind, usual(kind)), [])
  })

  test(`a ${kind} needs every section that is not optional`, () => {
    const optional = templates.get(kind)?.parts.filter((part) => part.optional).length ?? 0
    const problems = sectionProblems(kind, [])
    assert.equal(problems.length, usual(kind).length - optional)
    assert.ok(problems.every(([rule]) => rule === 'section-missing'))
  })

  test(`a ${kind} that is a seedling needs only its sources`, () => {
    assert.deepEqual(sectionProblems(kind, ['## Anything', '## Sources'], 'seedling'), [])
  })

  test(`a ${kind} without cards has too few, unless it may have none or is a seedling`, () => {
    const least = templates.get(kind)?.cards ?? 0
    assert.deepEqual(checkCards(written(kind, 'evergreen', [])).map(({rule}) => rule), least > 0 ? ['cards-few'] : [])
    assert.deepEqual(checkCards(written(kind, 'seedling', [])), [])
  })
}

test('a section in the wrong place is named with what it should come before', () => {
  const [problem, how] = ['## The problem', '## How it works']
  const lines = usual('pattern').filter((line) => line !== problem)
  lines.splice(lines.indexOf(how) + 1, 0, problem)
  assert.deepEqual(sectionProblems('pattern', lines), [['section-order', '“The problem” stands after “How it works” and belongs before it.']])
})

test('the order counts for a seedling too', () => {
  assert.deepEqual(sectionProblems('pattern', ['## Sources', '## Related'], 'seedling'), [
    ['section-order', '“Related” stands after “Sources” and belongs before it.']
  ])
})

test('a section that stands twice is an error', () => {
  assert.deepEqual(sectionProblems('concept', ['## Sources', '## Sources'], 'seedling'), [['section-twice', '“Sources” stands twice.']])
})

test('a pattern may have sections of its own before it says where to implement it', () => {
  const lines = usual('pattern')
  lines.splice(2, 0, '## Sizing')
  assert.deepEqual(sectionProblems('pattern', lines), [])
})

test('a section of the note\'s own in another place is an error', () => {
  const lines = usual('pattern')
  lines.splice(lines.indexOf('## Related'), 0, '## Gossip')
  assert.deepEqual(sectionProblems('pattern', lines), [
    ['section-own', '“Gossip” is no section of this kind, and none of the note\'s own stands before “Related”.']
  ])
})

test('a callout may stand for a section', () => {
  const lines = usual('pattern').map((line) => (line === '## When not' ? '> [!failure] When not to use it\n> Never mind.' : line))
  assert.deepEqual(sectionProblems('pattern', lines), [])
})

test('designs may number their sections', () => {
  assert.deepEqual(sectionProblems('design', usual('design').map((line, index) => line.replace('## ', `## ${index + 1}. `))), [])
})
