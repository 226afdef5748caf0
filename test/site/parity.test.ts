/** Drawings of Node beside those of a browser: the guard of any new version of mermaid. */
import assert from 'node:assert/strict'
import {after, test} from 'node:test'
import {corpus} from '../corpus.ts'
import {compare, type Difference} from './compare.ts'
import {bare, openMermaidPage, openMermaidThread, openPage, openStill} from './mermaid-page.ts'

/** Most that a drawing may differ, in percent of its pixels, without a row below. */
const limit = 0.5

/** Drawings that do differ: by how much at most, in pixels of size and in percent of pixels, and why. */
const apart: ReadonlyMap<string, Difference & {readonly why: string}> = new Map([
  ['eventmodeling', {size: 90, pixels: 12, why: 'Mermaid measures with Trebuchet MS there, whatever it is told; Node with the sans of the site, which is shown.'}],
  ['flowchart-math', {size: 24, pixels: 12, why: 'Formulas take the font for mathematics of the machine; Node estimates their size.'}],
  ['git-vertical', {size: 0.5, pixels: 4, why: bounds()}],
  ['railroad', {size: 0.5, pixels: 1.5, why: bounds()}],
  ['railroad-peg', {size: 1.5, pixels: 2.5, why: bounds()}]
])

/** Chromium counts the ink of a text's last letter in whole pixels. */
function bounds(): string {
  return 'A box of SVG text ends, in Chromium, at a whole pixel of its last letter; all after it moves by less than half a pixel.'
}

const browser = await openStill()
after(() => browser.close())
// C4 looks at the size of the screen, which pictures change: they are taken on a page of their own.
const [there, here, show] = [await openMermaidPage(browser), openMermaidThread(), await openPage(browser)]
after(() => here.close())

async function differenceOf(source: string): Promise<Difference> {
  const [browsers, nodes] = await Promise.all([there.render(source), here.render(source)])
  return compare(show, nodes, browsers)
}

const differences = new Map<string, Difference>()
for (const [name, source] of corpus) differences.set(name, await differenceOf(bare(source)))

test('the corpus is large enough to say something', () => assert.ok(corpus.size >= 60, String(corpus.size)))

for (const [name, {size, pixels}] of differences) {
  const row = apart.get(name)
  if (!row) {
    test(`${name} is drawn in Node as in a browser`, () => {
      assert.ok(pixels < limit, `${pixels.toFixed(2)} % of the pixels differ`)
      assert.ok(size < 1, `the sizes differ by ${size.toFixed(2)} pixels`)
    })
  } else {
    test(`${name} is drawn in Node nearly as in a browser`, () => {
      assert.ok(pixels >= limit, `only ${pixels.toFixed(2)} % of the pixels differ: take it from the table`)
      assert.ok(pixels <= row.pixels && size <= row.size, `${pixels.toFixed(2)} % of the pixels differ, and the sizes by ${size.toFixed(2)} pixels`)
    })
  }
}

test('at most six in sixty differ, and each of them is in the corpus', () => {
  assert.ok(apart.size <= 6)
  assert.deepEqual([...apart.keys()].filter((name) => !corpus.has(name)), [])
})
