/** Question cards, taken from pages as they are printed. */
import assert from 'node:assert/strict'
import {test} from 'node:test'
import {cardsIn} from '../../src/garden/cards.ts'
import {growFiles} from './support.ts'

async function cardsOf(text: string, others: Readonly<Record<string, string>> = {}): Promise<{id: string; html: string}[]> {
  const {pages} = await growFiles(new Map(Object.entries({'Here.md': text, ...others})))
  const page = pages.find(({path}) => path === 'Here.md')
  assert.equal(page?.cards ?? 0, cardsIn(page?.html ?? '').length)
  return cardsIn(page?.html ?? '')
}

test('a folded question with a block id is a card, whole and nothing more', async () => {
  const cards = await cardsOf('Before.\n\n> [!question]- Why?\n> Because.\n>\n> > [!note]- More\n> > Inside. ^in\n>\n> End. ^why\n\nAfter.\n\n> [!faq]- An alias\n> Of the type. ^alias\n')
  assert.deepEqual(cards.map(({id}) => id), ['why'])
  const [{html} = {html: ''}] = cards
  assert.match(html, /^<details class="callout[\s\S]*Why\?[\s\S]*Because[\s\S]*Inside[\s\S]*End[\s\S]*<\/details>$/)
  assert.doesNotMatch(html, /Before|After/)
  assert.equal(html.match(/<details\b/g)?.length, html.match(/<\/details>/g)?.length)
})

test('what has no id, stands open, is no question or is embedded from elsewhere, is no card', async () => {
  assert.deepEqual(await cardsOf('> [!question]- No id\n> A.\n\n> [!question]+ Open\n> A. ^a\n\n> [!question] Plain\n> A. ^b\n\n> [!note]- Note\n> A. ^c\n\n```\n> [!question]- Code\n> A. ^d\n```\n\n![[Other]]\n', {'Other.md': '> [!question]- Theirs\n> A. ^e\n'}), [])
})

test('a question in a private note is nobody’s card', async () => {
  const {pages} = await growFiles(new Map([['a.md', '![[s]]\n'], ['s.md', '---\npublish: false\n---\n> [!question]- Secret?\n> plugh ^s\n']]))
  assert.ok(pages.every(({cards}) => cards === undefined))
})
