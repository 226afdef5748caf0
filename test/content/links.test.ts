/** Rules that look at all notes together. */
import assert from 'node:assert/strict'
import {test} from 'node:test'
import {checkCardIds} from '../../scripts/content/cards.ts'
import {checkLinks} from '../../scripts/content/links.ts'
import type {Note} from '../../scripts/content/note.ts'
import {brief, noteOf} from './support.ts'

function made(name: string, text: string, more = ''): Note {
  return noteOf(`---\ntitle: ${name}\n${more}---\n\n${text}\n`, `${name}.md`)
}

/** Problems of links and names, counts of links aside. */
function linkProblems(...notes: readonly Note[]): (readonly [string, number | undefined])[] {
  return brief(checkLinks(notes)).filter(([rule]) => !rule.startsWith('links-few'))
}

for (const [written, found] of [
  ['[[Pot]]', []],
  ['[[pot|the pot]]', []],
  ['[[Kettle]] by its alias', []],
  ['| [[Pot\\|the pot]] |', []],
  ['[[Pot#Lid]]', []],
  ['[[Pot#^pot-1]]', []],
  ['[[#Here]]\n\n## Here', []],
  ['`[[Nowhere]]`', []],
  ['```bash\n[[ -f x ]]\n```', []],
  ['[[Nowhere]]', [['link-broken', 5]]],
  ['[[constructor]]', [['link-broken', 5]]],
  ['[[Pot#Handle]]', [['anchor-broken', 5]]],
  ['[[Pot#^pot-2]]', [['anchor-broken', 5]]]
] as const) {
  test(`${JSON.stringify(written)} finds ${found.length === 0 ? 'its note' : 'nothing'}`, () => {
    const pot = made('Pot', '## Lid\n\n> [!question]- Hot?\n> Yes. ^pot-1', 'aliases: [Kettle]\n')
    assert.deepEqual(linkProblems(made('Tea', written), pot), found)
  })
}

test('an alias that is another note\'s title is an error', () => {
  assert.deepEqual(linkProblems(made('Tea', ''), made('Pot', '', 'aliases: [TEA]\n')), [['name-twice', 3]])
})

test('an alias of two notes is an error', () => {
  assert.deepEqual(linkProblems(made('Tea', '', 'aliases: [Hot]\n'), made('Pot', '', 'aliases: [Hot]\n')), [['name-twice', 3]])
})

test('an alias that repeats its own note\'s title is an error', () => {
  assert.deepEqual(linkProblems(made('Tea', '', 'aliases: [Tea]\n')), [['name-twice', 3]])
})

test('links are counted by note, out, in prose and in', () => {
  const names = ['A', 'B', 'C', 'D', 'E'] as const
  const all = (except: string): string => names.filter((name) => name !== except).map((name) => `[[${name}]]`).join(' ')
  const notes = [made('Tea', `${all('')} ${all('')}`), ...names.map((name) => made(name, `${all(name)} [[Tea]]`))]
  assert.deepEqual(checkLinks(notes), [])

  const lonely = checkLinks([...notes, made('Moss', 'It links to [[Tea]].\n\n## Related\n\n[[A]] [[B]]')])
  assert.deepEqual(brief(lonely), [['links-few', 1], ['links-few-prose', 1], ['links-few-in', 1]])
  assert.match(lonely[0]?.message ?? '', /links to 3 other notes/)
})

test('a card\'s id is one note\'s only', () => {
  const card = '> [!question]- Hot?\n> Yes. ^hot-1'
  assert.deepEqual(brief(checkCardIds([made('Tea', card), made('Pot', `Words.\n\n${card}`)])), [['card-id-twice', 7]])
})

test('a checkpoint that names a card which nobody has is an error', () => {
  const path = noteOf('---\ntitle: Way\nkind: path\n---\n\n## Checkpoints\n\n1. Hot? (`tea-1`, [[Tea]])\n2. Cold? (`tea-9`)\n', 'Way.md')
  assert.deepEqual(brief(checkCardIds([made('Tea', '> [!question]- Hot?\n> Yes. ^tea-1'), path])), [['card-unknown', 9]])
})
