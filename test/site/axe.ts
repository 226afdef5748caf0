/** What axe finds on a page: everything, not only what it calls serious. */
import assert from 'node:assert/strict'
import axe from 'axe-core'
import type {Page} from 'playwright'

export interface Look {
  /** What the findings are called by. */
  readonly name?: string
  /** Only this part of the page, by a selector. */
  readonly within?: string
  /** Only these rules. */
  readonly rules?: readonly string[]
}

/** What axe finds on the page as it stands, which has no frames; only violations are written out, as on long pages that takes most of its time. */
export async function axeFinds(page: Page, {name = '', within, rules}: Look = {}): Promise<string[]> {
  assert.equal(page.frames().length, 1, 'what stands in frames would not be looked at')
  // Once a page: to send and read it takes as long as to look at a short page.
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe.source)
  const options = {resultTypes: ['violations' as const], ...(rules && {runOnly: {type: 'rule' as const, values: [...rules]}})}
  const violations = await page.evaluate(look, {within: within ?? 'html', options})
  return violations.flatMap(({id, nodes}) => nodes.slice(0, 3).map((html) => `${name} ${id}: ${html.slice(0, 160)}`.trimStart()))
}

/** Runs in the page. */
async function look({within, options}: {readonly within: string; readonly options: axe.RunOptions}): Promise<{id: string; nodes: string[]}[]> {
  const {violations} = await (globalThis as unknown as {axe: typeof axe}).axe.run(within, options)
  return violations.map(({id, nodes}) => ({id, nodes: nodes.map(({html}) => html)}))
}

/** What axe finds in both themes: what is written is the same in both, colours are not. */
export async function axeFindsInBoth(page: Page, name: string): Promise<string[]> {
  const light = await axeFinds(page, {name})
  await page.emulateMedia({colorScheme: 'dark'})
  const dark = await axeFinds(page, {name: `${name} in the dark`, rules: ['color-contrast', 'link-in-text-block']})
  await page.emulateMedia({colorScheme: 'light'})
  return [...light, ...dark]
}
