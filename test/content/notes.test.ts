/** Rules that look at one note: each row changes a sound note, and says what is found and in which line. */
import assert from 'node:assert/strict'
import {test} from 'node:test'
import {fileName} from '../../scripts/content/properties.ts'
import {brief, changed, problemsIn, sound} from './support.ts'

type Row = readonly [sentence: string, text: string, found: readonly (readonly [rule: string, line: number])[]]

const rows: readonly Row[] = [
  ['a sound note has no problems', sound, []],

  ['a note without properties is an error', '# Tea\n\n> [!abstract]\n> Hot.\n', [['properties-unreadable', 1]]],
  ['properties that are no YAML are an error in their line', changed(['kind: reference', 'kind: [reference']), [['properties-unreadable', 9]]],
  ['a missing property is named', changed(['level: senior\n', '']), [['property-missing', 1]]],
  ['a level that is none of the three is an error', changed(['level: senior', 'level: guru']), [['property-form', 9]]],
  ['a day that the calendar does not have is an error', changed(['created: 2026-01-01', 'created: 2025-02-30']), [['property-form', 12]]],
  ['a short description is an error', changed([/description: .*/.exec(sound)?.[0] ?? '', 'description: Tea.']), [['property-form', 11]]],
  ['a property that no note of the kind has is an error', changed(['level:', 'licence: MIT\nlevel:']), [['property-unknown', 9]]],
  ['a property that no kind has is an error', changed(['level:', 'colour: green\nlevel:']), [['property-unknown', 9]]],
  ['an update before the creation is an error', changed(['updated: 2026-01-02', 'updated: 2025-01-02']), [['dates-disorder', 13]]],
  ['a file that is not called after its title is an error', changed(['title: Tea', 'title: Green tea?']), [['file-name', 2]]],

  ['a tag outside the taxonomy is an error', changed(['topic/cloud', 'topic/clouds\n  - topic/data']), [['tag-unknown', 6]]],
  ['a note without a kind tag is an error', changed(['  - kind/reference\n', '']), [['tag-kind', 6]]],
  ['a kind tag of another kind is an error', changed(['kind/reference', 'kind/hub']), [['tag-kind', 6]]],
  ['a note without a topic is an error', changed(['  - topic/cloud\n', '']), [['tag-topics', 6]]],

  ['a note that does not open with its answer is an error', changed(['> [!abstract] In thirty seconds\n', '']), [['abstract-first', 23]]],
  ['an answer of more than eighty words is an error', changed(['four minutes.\n', `${'many words '.repeat(40)}\n`]), [['abstract-long', 23]]],
  ['a callout without a meaning is an error', changed(['## Brewing', '> [!bug] Cold\n> Water.\n\n## Brewing']), [['callout-unknown', 26]]],
  ['seven callouts beside cards are an error', changed(['## Brewing', `${'> [!tip] Stir\n> Once.\n\n'.repeat(6)}## Brewing`]), [['callouts-many', 1]]],
  ['a short note is a warning', changed([`${'Plain words fill this note until it is as long as a reference should be. '.repeat(15)}`, 'Short.']), [['words-few', 1]]],
  ['a long note is a warning', changed(['Plain words', 'Plain words '.repeat(1000)]), [['words-many', 1]]],

  ['a card that is open is an error', changed(['[!question]-', '[!question]']), [['card-open', 30]]],
  ['a card without a block id is an error', changed([' ^tea-1', '']), [['card-id-missing', 30]]],
  ['a block id without a number is an error', changed(['^tea-1', '^tea']), [['card-id-form', 30]]],
  ['a card without an answer is an error', changed(['> Four minutes. ^tea-1', '> ^tea-1']), [['card-empty', 30]]],
  ['an answer of more than fifty words is an error', changed(['> Four minutes', `> ${'many words '.repeat(26)}`]), [['card-long', 30]]],

  ['a note with one source is an error', changed(['  - https://example.org/water\n', '']), [['sources-count', 17]]],
  ['a source that is not encrypted is an error', changed(['https://example.org/water', 'http://example.org/water']), [['source-address', 17]]],
  ['a source that is no address is an error', changed(['https://example.org/water', 'the water works']), [['source-address', 17]]],
  ['a source that stands twice is an error', changed(['https://example.org/water', 'https://example.org/tea']), [['source-twice', 17]]],
  ['a section of sources that lists nothing is an error', changed(['- Example, *Tea*.', 'None.']), [['sources-empty', 1]]],

  ['a version without a date is an error', changed(['## Brewing', '## Brewing\n\nSee v1.37.']), [['perishable', 28]]],
  ['a product with its number is a version', changed(['## Brewing', '## Brewing\n\nSee Kubernetes 1.37.']), [['perishable', 28]]],
  ['a version of three numbers is one', changed(['## Brewing', '## Brewing\n\nSee 1.37.2.']), [['perishable', 28]]],
  ['“currently” without a date is an error', changed(['## Brewing', '## Brewing\n\nCurrently hot.']), [['perishable', 28]]],
  ['a version with its month is sound', changed(['## Brewing', '## Brewing\n\nSee v1.37 (26 August 2026).']), []],
  ['a version under a dated heading is sound', changed(['## Brewing', '## Brewing\n\n## Status, November 2026\n\nSee v1.37.']), []],
  ['a measure is no version', changed(['## Brewing', '## Brewing\n\nIt takes 1.37 s at 99.9 %.']), []],
  ['a version in code is the code\'s', changed(['## Brewing', '## Brewing\n\nSay `v1.37`.']), []],
  ['an address of a machine is no version', changed(['## Brewing', '## Brewing\n\nAsk 10.0.0.1.']), []],

  ['an empty word is an error', changed(['## Brewing', '## Brewing\n\nYou simply pour.']), [['banned-word', 28]]],
  ['code without a language is an error', changed(['## Brewing', '## Brewing\n\n```\npour\n```']), [['code-language', 28]]],
  ['code of more than twenty lines is an error', changed(['## Brewing', `## Brewing\n\n\`\`\`bash\n${'pour\n'.repeat(21)}\`\`\``]), [['code-long', 28]]],
  ['an image that moves is an error', changed(['## Brewing', '## Brewing\n\n```yaml\nimage: tea/pot:latest\n```']), [['code-latest', 29]]],
  ['an action that moves is an error', changed(['## Brewing', '## Brewing\n\n```yaml\n- uses: tea/pot@v4\n```']), [['code-unpinned', 29]]],
  ['an action pinned by its commit is sound', changed(['## Brewing', `## Brewing\n\n\`\`\`yaml\n- uses: tea/pot@${'a'.repeat(40)}\n\`\`\``]), []],
  ['what a fence holds is not prose', changed(['## Brewing', '## Brewing\n\n```bash\n# simply [[Nowhere]]\n## Sources\n```']), []]
]

for (const [sentence, text, found] of rows) {
  test(sentence, () => {
    assert.deepEqual(brief(problemsIn(text)), found)
  })
}

test('a note in another folder than its kind\'s is an error', () => {
  assert.deepEqual(brief(problemsIn(sound, 'tools/Tea.md')), [['wrong-folder', 8]])
})

test('a message names the note, the place and the rule', () => {
  assert.deepEqual(problemsIn(changed(['## Brewing', '## Brewing\n\nYou simply pour.'])), [
    {
      rule: 'banned-word',
      severity: 'error',
      path: 'reference/Tea.md',
      place: {line: 28, column: 5},
      message: '“simply” says nothing; leave it out or give the number.'
    }
  ])
})

for (const [title, expected] of [
  ['How do you brew?', 'How do you brew'],
  ['CI-CD', 'CI-CD'],
  ['A/B: [x] #1 ^2 | "y" <z> \\ *', 'AB x 1 2  y z'],
  ['__proto__', '__proto__']
] as const) {
  test(`the file of “${title}” is called “${expected}”`, () => {
    assert.equal(fileName(title), expected)
  })
}
