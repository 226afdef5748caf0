/** Where this site stands, and which page of it an address is. */

/** Base path, with a slash at both ends. */
export const base: string = import.meta.env.BASE_URL.replace(/\/?$/, '/')

/**
 * The slug of a page's address, `` for home.
 *
 * @returns `undefined` for an address that is not under the base path, or is a file's.
 */
export function slugAt(address: URL | Location | HTMLAnchorElement): string | undefined {
  if (address.origin !== location.origin || !address.pathname.startsWith(base)) return undefined
  const path = address.pathname.slice(base.length)
  if (path !== '' && !path.endsWith('/')) return undefined
  try {
    return decodeURIComponent(path.slice(0, -1)).normalize('NFC')
  } catch {
    return undefined
  }
}

/** Address of a page, by its slug. */
export function addressOf(slug: string): string {
  return slug === '' ? base : `${base}${slug.split('/').map(encodeURIComponent).join('/')}/`
}

/** The link that an event comes from; links of diagrams are SVG's own and have no `pathname`. */
export function linkAt(target: EventTarget | null): URL | undefined {
  const link = target instanceof Element ? target.closest('a[href]') : null
  return link ? URL.parse(link.getAttribute('href') ?? '', document.baseURI) ?? undefined : undefined
}

/** Whether a click asks for no other tab or window, and nobody has answered it. */
export function isPlain({button, ctrlKey, metaKey, shiftKey, altKey, defaultPrevented}: MouseEvent): boolean {
  return button === 0 && !ctrlKey && !metaKey && !shiftKey && !altKey && !defaultPrevented
}
