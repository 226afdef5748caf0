/** Diagrams: what Mermaid's parser says of them, and what the garden asks beyond. */
import assert from 'node:assert/strict'
import {before, test} from 'node:test'
import {checkDiagrams, diagramsOf, sourceOf} from '../../scripts/content/diagrams.ts'
import {type Reading, readDiagrams} from '../../scripts/content/mermaid.ts'
import {brief, noteOf} from './support.ts'

const named = '    accTitle: Tea\n    accDescr: Water meets leaves.\n'
const legend = '\n*Boxes are vessels; notice the leaves.*\n'

function fence(source: string, after = legend): string {
  return `\`\`\`mermaid\n${source}\n\`\`\`\n${after}`
}

const chain = (count: number): string => Array.from({length: count - 1}, (_, index) => `    n${index}["Pot ${index}"] --> n${index + 1}["Pot ${index + 1}"]`).join('\n')
const star = (count: number): string => Array.from({length: count}, (_, index) => `    a --> b${index % 5}`).join('\n')
const groups = (each: number): string => ['x', 'y', 'z'].map((id) => `    subgraph ${id}\n${Array.from({length: each}, (_, index) => `        ${id}${index}["Pot"]`).join('\n')}\n    end`).join('\n')

const rows: readonly (readonly [sentence: string, text: string, found: readonly (readonly [rule: string, line: number])[]])[] = [
  ['a small, named diagram with a legend is sound', fence(`flowchart LR\n${named}    a["Pot"] --> b["Cup"]`), []],
  ['a diagram that Mermaid does not understand is an error in its line', fence(`flowchart LR\n${named}    a["Pot" --> b`), [['diagram-syntax', 10]]],
  ['a diagram without a title for screen readers is an error', fence('flowchart LR\n    accDescr: Tea.\n    a --> b'), [['diagram-title', 6]]],
  ['a diagram without a description is an error', fence('flowchart LR\n    accTitle: Tea\n    a --> b'), [['diagram-description', 6]]],
  ['a diagram without a legend is an error', fence(`flowchart LR\n${named}    a --> b`, '\nPlain words.\n'), [['diagram-legend', 6]]],
  ['bold words are no legend', fence(`flowchart LR\n${named}    a --> b`, '\n**Loud.**\n'), [['diagram-legend', 6]]],
  ['twelve nodes are sound', fence(`flowchart LR\n${named}${chain(12)}`), []],
  ['thirteen nodes are an error', fence(`flowchart LR\n${named}${chain(13)}`), [['diagram-size', 6]]],
  ['thirteen nodes in three groups are sound', fence(`flowchart LR\n${named}${groups(4)}\n    x0 --> last["Cup"]`), []],
  ['fifteen edges are an error', fence(`flowchart LR\n${named}${star(15)}`), [['diagram-size', 6]]],
  ['seven participants are an error', fence(`sequenceDiagram\n${named}${'abcdefg'.split('').map((id) => `    participant ${id}`).join('\n')}\n    a->>b: pour`), [['diagram-size', 6]]],
  ['fifteen messages are an error', fence(`sequenceDiagram\n${named}${'    a->>b: pour\n'.repeat(15)}`), [['diagram-size', 6]]],
  ['a message to oneself is an error', fence(`sequenceDiagram\n${named}    a->>a: wait`), [['diagram-syntax-avoided', 6]]],
  ['thirteen states are an error', fence(`stateDiagram-v2\n${named}    [*] --> s0\n${Array.from({length: 12}, (_, index) => `    s${index} --> s${index + 1}`).join('\n')}`), [['diagram-size', 6]]],
  ['seven questions are an error', fence(`flowchart TD\n${named}${Array.from({length: 7}, (_, index) => `    q${index}{"Hot?"} --> q${index + 1}`).join('\n').replace('--> q7', '--> a')}`), [['diagram-size', 6]]],
  ['a type without title and description is an error', fence('timeline\n    2026 : Tea'), [['diagram-type', 6], ['diagram-title', 6], ['diagram-description', 6]]],
  ['colours of its own are an error', fence(`flowchart LR\n${named}    a --> b\n    style a fill:#f00`), [['diagram-syntax-avoided', 11]]],
  ['a subroutine looks like a link', fence(`flowchart LR\n${named}    a[["Pot"]] --> b`), [['diagram-syntax-avoided', 10]]],
  ['HTML beyond line breaks and bold is an error', fence(`flowchart LR\n${named}    a["<i>Pot</i><br/><b>Tea</b>"] --> b`), [['diagram-syntax-avoided', 10]]]
]

const noteWith = (text: string, kind = 'reference', status = 'evergreen') => noteOf(`---\nkind: ${kind}\nstatus: ${status}\n---\n\n${text}`)

// One thread for all rows, as loading Mermaid takes longer than reading them.
let readings: Reading[][] = []
before(async () => {
  const sources = rows.map(([, text]) => diagramsOf(noteWith(text)).map(sourceOf))
  const flat = await readDiagrams(sources.flat())
  readings = sources.map((own) => flat.splice(0, own.length))
})

for (const [index, [sentence, text, found]] of rows.entries()) {
  test(sentence, () => {
    assert.deepEqual(brief(checkDiagrams(noteWith(text), readings[index] ?? [])), found)
  })
}

test('a kind that needs two diagrams says so, and a seedling may wait', () => {
  assert.deepEqual(brief(checkDiagrams(noteWith('', 'pattern'), [])), [['diagrams-few', 1]])
  assert.deepEqual(brief(checkDiagrams(noteWith('', 'pattern', 'seedling'), [])), [])
})

test('more diagrams than a kind has are an error', () => {
  assert.deepEqual(brief(checkDiagrams(noteWith(fence('flowchart LR').repeat(2)), [])), [['diagrams-many', 1]])
})

test('no diagrams need no Mermaid', async () => {
  assert.deepEqual(await readDiagrams([]), [])
})
