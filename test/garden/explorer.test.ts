import assert from 'node:assert/strict'
import {test} from 'node:test'
import fc from 'fast-check'
import {explorerRows, notesIn} from '../../src/components/explorer-rows.ts'
import {explorer, type Twig} from '../../src/garden/explorer.ts'
import {byOrder, type Placed} from '../../src/garden/order.ts'
import {slugIn, trail} from '../../src/client/explorer/rows.ts'
import {growFiles} from './support.ts'

/** A tree as text: folders with what is in them in brackets. */
function told(twigs: readonly Twig[]): string {
  return twigs.map(({title, twigs: inner}) => (inner ? `${title}(${told(inner)})` : title)).join(' ')
}

async function grown(files: Readonly<Record<string, string>>, order: readonly string[] = []): Promise<readonly Twig[]> {
  const garden = await growFiles(new Map(Object.entries(files)))
  return explorer(garden.pages, order)
}

test('folders come before notes, both in natural order, at any depth', async () => {
  assert.equal(told(await grown({'b.md': '', 'a10.md': '', 'a2.md': '', 'z/1.md': '', 'z/y/deep.md': '', 'C/1.md': ''})), 'C(1) z(y(deep) 1) a2 a10 b')
})

test('the `order` property goes before names, of a folder too, whose own note says it', async () => {
  const files = {'a.md': '', 'first.md': '---\norder: 1\n---\n', 'f/index.md': '---\norder: 0\n---\n', 'f/x.md': '', 'g/y.md': ''}
  assert.equal(told(await grown(files)), 'f(x) first g(y) a')
})

test('the configured order goes before all, written in any way that names the same file', async () => {
  const files = {'a.md': '', 'b.md': '---\norder: 1\n---\n', 'f/x.md': '', 'f/y.md': '', 'g/z.md': ''}
  assert.equal(told(await grown(files, ['/G/', 'A.md', 'f/y'])), 'g(z) a b f(y x)')
})

test('private notes are not in the tree, nor folders that hold nothing else', async () => {
  assert.equal(told(await grown({'a.md': '', 'secret/b.md': '---\npublish: false\n---\n'})), 'a')
})

test('the first page and the own notes of folders are no entries of their own', async () => {
  assert.equal(told(await grown({'index.md': '', 'f/f.md': '', 'f/a.md': ''})), 'f(a)')
})

test('a file of the tree leads to every page, by the way that a reader’s browser takes', async () => {
  const garden = await growFiles(new Map([['a.md', ''], ['Deep down/Er/x.md', ''], ['Deep down/y.md', '---\npermalink: elsewhere\n---\n'], ['Deep down/z.md', '']]))
  const rows = explorerRows(explorer(garden.pages, []))
  assert.equal(notesIn(rows), garden.pages.length)
  const slugs = (folder: string, under: typeof rows): string[] =>
    under.flatMap((row) => (row[2] ? slugs(slugIn(folder, row), row[2]) : [slugIn(folder, row)]))
  assert.deepEqual(slugs('', rows).sort(), garden.pages.map(({slug}) => slug).sort())
  assert.deepEqual(trail(rows, 'deep-down/er/x'), ['deep-down', 'deep-down/er', 'deep-down/er/x'])
  assert.deepEqual(trail(rows, 'deep-down'), ['deep-down'])
  assert.deepEqual(trail(rows, 'nowhere'), [])
})

const placed = fc.record({
  path: fc.constantFrom('a', 'b', 'b.md', 'c/d.md', 'A', 'é'),
  title: fc.constantFrom('a', 'B', '10', '9', ''),
  isFolder: fc.boolean(),
  order: fc.option(fc.integer({min: -3, max: 3}), {nil: undefined})
})

test('the order is one: what comes before comes before from either side, and through a third', () => {
  fc.assert(
    fc.property(fc.tuple(placed, placed, placed), fc.subarray(['a', 'B', 'c/d']), (all, configured) => {
      const order = byOrder(configured)
      const [a, b, c] = all as [Placed, Placed, Placed]
      assert.equal(Math.sign(order(a, b)), -Math.sign(order(b, a)) + 0)
      if (order(a, b) <= 0 && order(b, c) <= 0) assert.ok(order(a, c) <= 0)
    })
  )
})
