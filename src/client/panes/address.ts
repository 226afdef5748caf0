/** The stack in the address: `?panes=`, slugs with commas between them. Pure. */

/** Most panes beside the page's own, so that an address cannot ask for a thousand. */
const most = 12

/** What a slug is made of: no dots, so that none leads out of the site. */
const isSlug = /^[\p{L}\p{M}\p{N}_-]+(?:\/[\p{L}\p{M}\p{N}_-]+)*$/u

/** Slugs of the panes that an address names, each once. */
export function panesIn(search: string): string[] {
  const slugs = (new URLSearchParams(search).get('panes') ?? '').split(',').map((slug) => slug.replace(/^\/+|\/+$/g, '').normalize('NFC'))
  return [...new Set(slugs.filter((slug) => isSlug.test(slug)))].slice(0, most)
}

/** The same address with another stack. */
export function withPanes(search: string, slugs: readonly string[]): string {
  const query = new URLSearchParams(search)
  query.delete('panes')
  const others = query.toString()
  const stack = slugs.map((slug) => slug.split('/').map(encodeURIComponent).join('/')).join(',')
  const parts = [others, stack === '' ? '' : `panes=${stack}`].filter((part) => part !== '')
  return parts.length === 0 ? '' : `?${parts.join('&')}`
}

/** The stack after a link was followed in the pane at `from` (−1 is the page itself): what stood to its right goes. */
export function follow(stack: readonly string[], from: number, slug: string): string[] {
  return stack.includes(slug) ? [...stack] : [...stack.slice(0, from + 1), slug]
}
