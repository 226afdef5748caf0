import type {SiteInfo} from '../site.ts'

/**
 * An address with its origin, as other sites and machines need it.
 *
 * @param address
 *   Address in this site as it stands in HTML: with the base path, percent-encoded.
 * @returns
 *   Nothing where the author did not say at which address the site is served.
 */
export function wholeAddress({site}: SiteInfo, address: string): string | undefined {
  return site === undefined ? undefined : new URL(address, site).href
}
