/** Rules as browsers find them: by a name or class at the end of each selector. */
import assert from 'node:assert/strict'
import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {test} from 'node:test'
import {spelledOut} from '../../src/spelled-out.ts'

for (const [written, spelled] of [
  ['.prose :is(h1, h2)', '.prose h1, .prose h2'],
  ['.a, .b > :is(td, th):last-child', '.a, .b > td:last-child, .b > th:last-child'],
  [':is(.tree, .toc):popover-open', '.tree:popover-open, .toc:popover-open'],
  ['.mm :is(.a, .b) :is(rect, path):not([fill])', '.mm :is(.a, .b) rect:not([fill]), .mm :is(.a, .b) path:not([fill])'],
  [':is(select, input)::before', 'select::before, input::before'],
  ["x>:is(a[href],b[title='y'])", "x>a[href], x>b[title='y']"],
  [':is(p:first-child, li:hover)', 'p:first-child, li:hover']
] as const) {
  test(`${written} is spelled out`, () => assert.equal(spelledOut(written), spelled))
}

for (const [selector, why] of [
  ['.prose h1', 'it has no list'],
  ['.prose :is(li, .callout)', 'a name and a class weigh differently'],
  ['.prose :is(a:hover, b)', 'a state weighs more than none'],
  ['.prose :is(ul > li, ol > li)', 'what is above may stand outside'],
  ['td:is(.a, .b)', 'it ends in a name already'],
  ['.a:is(h1, h2)', 'it ends in a class already'],
  ['& :is(p:not(.a), li)', 'its weight takes reckoning'],
  [':is(*, p)', 'everything is no name'],
  [':where(h1, h2)', 'it weighs nothing'],
  [':is(h1, h2) + *', 'it is for another element'],
  [':is(h1, h2', 'it never ends']
] as const) {
  test(`${selector} stays, as ${why}`, () => assert.equal(spelledOut(selector), selector))
}

test('of all rules, few are still tried on every element', () => {
  const styles = join(import.meta.dirname, '..', '..', 'src', 'styles')
  const sheets = readdirSync(styles).filter((name) => name.endsWith('.css')).map((name) => readFileSync(join(styles, name), 'utf8').replace(/\/\*[\s\S]*?\*\//g, ''))
  const lists = sheets.flatMap((css) => [...css.matchAll(/([^{}@;]+)\{/g)].map(([, list = '']) => list.trim()))
  const ends = (list: string): number => list.match(/(?:^|[\s>+~,])(?::is\((?:[^()]|\([^()]*\))*\))[^\s>+~,()]*(?=,|$)/g)?.length ?? 0
  const [written, left] = [lists, lists.map(spelledOut)].map((all) => all.reduce((sum, list) => sum + ends(list), 0))
  assert.ok(lists.length > 800 && Number(written) > 80, `${lists.length} ${written}`)
  assert.ok(Number(left) <= 25, String(left))
})
