/** How a browser's address bar asks this site's search (OpenSearch 1.1). */

import {wholeAddress} from '../components/whole-address.ts'
import type {SiteInfo} from '../site.ts'
import {xmlText} from './xml.ts'

/** Letters that OpenSearch allows in a short name. */
const longestName = 16

/** The description; nothing without the site's address, as a browser needs a whole one. */
export function opensearch(site: SiteInfo, {search, says}: {search: string; says: string}): string | undefined {
  const address = wholeAddress(site, search)
  if (address === undefined) return undefined
  return `<?xml version="1.0" encoding="UTF-8"?>
<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">
<ShortName>${xmlText(site.title.slice(0, longestName).trim())}</ShortName>
<Description>${xmlText(says)}</Description>
<InputEncoding>UTF-8</InputEncoding>
<Url type="text/html" template="${xmlText(address)}?q={searchTerms}"/>
</OpenSearchDescription>
`
}
