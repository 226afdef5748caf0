/** HTML that is the same on many pages, kept from the first that printed it. */

import type {View} from './view.ts'

/** One site has one value; the dev server's next has another, and what was printed for this one goes with it. */
const printed = new WeakMap<View['site'], Map<string, Promise<string>>>()

/**
 * The HTML of a part, printed once a site.
 *
 * @param key Name of the part with everything that it depends on beside the site.
 */
export function keptHtml({site}: View, key: string, print: () => Promise<string>): Promise<string> {
  const parts = printed.get(site) ?? new Map<string, Promise<string>>()
  printed.set(site, parts)
  const html = parts.get(key) ?? print()
  parts.set(key, html)
  return html
}
