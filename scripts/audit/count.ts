/** The count law: what was written is what is public, no page more and none less. */
import type {Diagnostic} from '../../src/garden/model.ts'
import {diagnostic} from './rules.ts'

/** What the build says it published; the audit holds what was written against it. */
export interface Expected {
  /** Base path, with a slash at both ends. */
  readonly base: string
  readonly site?: string
  /** Addresses of the public notes, without slashes at their ends; `` is the home page. */
  readonly notes: ReadonlySet<string>
  /** Addresses of other pages: folders, tags, redirects. */
  readonly others: ReadonlySet<string>
  /** First segments of addresses that the site itself uses. */
  readonly reserved: ReadonlySet<string>
  /** Paths in the vault of notes that are not published. */
  readonly withheld: readonly string[]
  /** Addresses of the published attachments. */
  readonly attachments: ReadonlySet<string>
}

/** What speaks in whole addresses, and so needs the site's. */
const feeds = /^(?:sitemap.*\.xml|(?:rss|feed|atom)\.(?:xml|json)|og\/.*)$/
/** Files that are the site's own, whatever a private note is called. */
const own = /^(?:robots\.txt|rss\.xml|sitemap(?:-\d+)?\.xml|(?:favicon|icons)\.svg|apple-touch-icon\.png|icon-\d+\.png|theme\.js|sw\.js|app\.webmanifest|garden\.zip|_headers)$/
/** What Astro, Vite and editors leave behind. */
const strays = /(?:^|\/)(?:\.(?!nojekyll$|well-known\/)|.*data-store)|\.(?:map|mjs|tmp|ts|astro)$/

/** Hold the list of files against what was to be written. */
export function countProblems(files: readonly string[], expected: Expected): Diagnostic[] {
  const written = new Set(files)
  const withheld = new Map(expected.withheld.map((path) => [looseKey(path.replace(/\.[^./]*$/, '')), path]))
  const problems: Diagnostic[] = []

  for (const slug of [...expected.notes, ...expected.others]) {
    if (!written.has(fileOf(slug))) problems.push(diagnostic({rule: 'lost-page', path: fileOf(slug), facts: slug}))
  }
  for (const url of expected.attachments) {
    if (!written.has(url)) problems.push(diagnostic({rule: 'lost-attachment', path: url, facts: url}))
  }
  for (const path of expected.site === undefined ? [] : ['rss.xml', 'sitemap.xml']) {
    if (!written.has(path)) problems.push(diagnostic({rule: 'lost-feed', path}))
  }
  for (const path of files) problems.push(...fileProblems(path, expected, withheld))

  return problems
}

function fileProblems(path: string, expected: Expected, withheld: ReadonlyMap<string, string>): Diagnostic[] {
  if (strays.test(path)) return [diagnostic({rule: 'stray-file', path})]
  if (expected.site === undefined && feeds.test(path)) return [diagnostic({rule: 'feed-without-site', path})]
  if (path.startsWith('attachments/')) {
    return expected.attachments.has(path) ? [] : [diagnostic({rule: 'stray-attachment', path})]
  }

  if (own.test(path)) return []
  const address = addressOf(path)
  const known = address === '' || expected.notes.has(address) || expected.others.has(address) || isReserved(address, expected)
  if (known) return []

  const secret = withheld.get(looseKey(address))
  if (secret !== undefined) return [diagnostic({rule: 'private-file', path, facts: secret})]
  return path.endsWith('.html') ? [diagnostic({rule: 'stray-page', path})] : []
}

function fileOf(slug: string): string {
  return slug === '' ? 'index.html' : `${slug}/index.html`
}

/** Address of a file: without `index.html` or extension. */
function addressOf(path: string): string {
  return path.replace(/(?:^|\/)index\.html$/, '').replace(/\.[^./]*$/, '')
}

function isReserved(address: string, {reserved}: Expected): boolean {
  return reserved.has(address.split('/', 1)[0] ?? '')
}

/** What is left of a name when case, accents and punctuation are taken away: nearly equal names share it. */
function looseKey(path: string): string {
  return path.normalize('NFKD').toLowerCase().replace(/[^\p{L}\p{N}/]/gu, '')
}
