/**
 * The last look at a site before it is put in place: a second pair of eyes, which reads only what was written.
 */
import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import type {Diagnostic} from '../src/garden/model.ts'
import {follower, type Follow} from './audit/addresses.ts'
import {countProblems, type Expected} from './audit/count.ts'
import {isFeed, lookAtFeed} from './audit/feed.ts'
import {lookAtFragment, lookAtPage, type PageReport} from './audit/page.ts'
import {diagnostic, placeOf} from './audit/rules.ts'

export type {Expected} from './audit/count.ts'

export interface AuditResult {
  readonly diagnostics: readonly Diagnostic[]
  /** HTML files that were read. */
  readonly pages: number
  readonly files: readonly string[]
}

/**
 * Look at a whole site.
 *
 * @param folder Absolute path of what was written.
 */
export function audit(folder: string, expected: Expected): AuditResult {
  const files = filesUnder(folder)
  const pages = new Map<string, PageReport>()
  const diagnostics = countProblems(files, expected)

  for (const file of files) {
    if (!file.endsWith('.html')) continue
    const report = lookAtPage(file, readFileSync(join(folder, file), 'utf8'))
    pages.set(file, report)
    diagnostics.push(...report.diagnostics)
  }

  const follow = follower({files: new Set(files), base: expected.base})
  for (const [file, report] of pages) diagnostics.push(...deadEnds(file, report, {folder, pages, follow}))
  diagnostics.push(...files.filter((file) => file.startsWith('previews/')).flatMap((file) => lookAtPreview(file, {folder, pages, follow})))
  for (const file of files) if (file.endsWith('.css')) diagnostics.push(...lookAtSheet(file, folder, follow))
  for (const file of files) if (isFeed(file)) diagnostics.push(...lookAtFeed(file, readFileSync(join(folder, file), 'utf8'), {site: expected.site, follow}))

  return {diagnostics, pages: pages.size, files}
}

/** Paths of all files under a folder, `/`-separated, in code-point order. */
export function filesUnder(folder: string): string[] {
  return readdirSync(folder, {recursive: true, withFileTypes: true})
    .filter((entry) => !entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1).replaceAll('\\', '/'))
    .sort()
}

interface Whole {
  readonly folder: string
  readonly pages: ReadonlyMap<string, PageReport>
  readonly follow: Follow
}

function deadEnds(path: string, {references}: PageReport, {folder, pages, follow}: Whole): Diagnostic[] {
  return references.flatMap(({value, offset}) => {
    const target = follow(value, path)
    const rule =
      target.kind === 'nothing' ? 'dead-link'
      : target.kind === 'outside' ? 'outside-base'
      : hasPlace(pages.get(target.file), target.fragment) ? undefined
      : 'dead-anchor'
    if (rule === undefined) return []
    // The text is read again, as a sound site needs no place of any address.
    return [diagnostic({rule, path, facts: value, place: placeOf(readFileSync(join(folder, path), 'utf8'), offset)})]
  })
}

/** Look at a preview: its HTML is held to what pages are, and its links lead somewhere. */
function lookAtPreview(path: string, {folder, pages, follow}: Whole): Diagnostic[] {
  const {html}: {html: string} = JSON.parse(readFileSync(join(folder, path), 'utf8'))
  const report = lookAtFragment(path, html)
  const dead = report.references.filter(({value}) => {
    const target = follow(value, path)
    return target.kind !== 'file' || !hasPlace(pages.get(target.file), target.fragment)
  })
  return [...report.diagnostics, ...dead.map(({value}) => diagnostic({rule: 'dead-link', path, facts: value}))]
}

/** Whether a page has the place that a fragment names; what is no page has whatever its viewer makes of it. */
function hasPlace(page: PageReport | undefined, fragment: string): boolean {
  if (page === undefined || fragment === '' || fragment === 'top' || fragment.startsWith(':~:')) return true
  return page.ids.has(fragment) || page.ids.has(decoded(fragment))
}

function decoded(fragment: string): string {
  try {
    return decodeURIComponent(fragment)
  } catch {
    return fragment
  }
}

function lookAtSheet(path: string, folder: string, follow: Follow): Diagnostic[] {
  const text = readFileSync(join(folder, path), 'utf8')

  return [...text.matchAll(/url\(\s*["']?([^"')\s]+)|@import\s+["']([^"']+)/g)].flatMap((found) => {
    const value = found[1] ?? found[2] ?? ''
    const place = placeOf(text, found.index)
    if (value.startsWith('data:') || value.startsWith('#')) return []
    if (/^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(value)) return [diagnostic({rule: 'foreign-origin', path, facts: value, place})]
    return follow(value, path).kind === 'file' ? [] : [diagnostic({rule: 'dead-link', path, facts: value, place})]
  })
}
