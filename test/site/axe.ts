/** What axe finds on a page: everything, not only what it calls serious. */
import {AxeBuilder} from '@axe-core/playwright'
import type {Page} from 'playwright'

export interface Look {
  /** What the findings are called by. */
  readonly name?: string
  /** Only this part of the page, by a selector. */
  readonly within?: string
  /** Only these rules. */
  readonly rules?: readonly string[]
}

/**
 * What axe finds on the page as it stands.
 *
 * Only violations are written out, and no second page is opened for frames of
 * other origins, as there are none: on long pages that takes most of its time.
 */
export async function axeFinds(page: Page, {name = '', within, rules}: Look = {}): Promise<string[]> {
  const axe = new AxeBuilder({page}).setLegacyMode(true).options({resultTypes: ['violations'], ...(rules && {runOnly: {type: 'rule', values: [...rules]}})})
  const {violations} = await (within === undefined ? axe : axe.include(within)).analyze()
  return violations.flatMap(({id, nodes}) => nodes.slice(0, 3).map(({html}) => `${name} ${id}: ${html.slice(0, 160)}`.trimStart()))
}

/** What axe finds in both themes: what is written is the same in both, colours are not. */
export async function axeFindsInBoth(page: Page, name: string): Promise<string[]> {
  const light = await axeFinds(page, {name})
  await page.emulateMedia({colorScheme: 'dark'})
  const dark = await axeFinds(page, {name: `${name} in the dark`, rules: ['color-contrast', 'link-in-text-block']})
  await page.emulateMedia({colorScheme: 'light'})
  return [...light, ...dark]
}
