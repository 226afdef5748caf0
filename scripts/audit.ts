/**
 * The last look at a site before it is put in place: a second pair of eyes, which reads only what was written.
 */
import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import type {Diagnostic} from '../src/garden/model.ts'
import {follower, type Follow} from './audit/addresses.ts'
import {own} from './audit/own.ts'
import {countProblems, type Expected} from './audit/count.ts'
import {isFeed, lookAtFeed} from './audit/feed.ts'
import {lookAtFragment, lookAtPage, type PageReport} from './audit/page.ts'
import {diagnostic, placeOf} from './audit/rules.ts'
import {lookAtZip} from './audit/zip.ts'
import {zipName} from './output/zip.ts'

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
  const places = new Map<string, ReadonlySet<string>>()
  const diagnostics = countProblems(files, expected)
  const follow = follower({files: new Set(files), base: expected.base})
  const open: Anchor[] = []

  for (const file of files) {
    if (!file.endsWith('.html')) continue
    const html = readFileSync(join(folder, file), 'utf8')
    const report = lookAtPage(file, html)
    places.set(file, new Set([...report.ids].map(own)))
    diagnostics.push(...report.diagnostics, ...deadEnds({file, html, follow, open}, report))
  }

  diagnostics.push(...deadAnchors(open, folder, places))
  diagnostics.push(...files.filter((file) => file.startsWith('previews/')).flatMap((file) => lookAtPreview(file, {folder, places, follow})))
  if (files.includes(zipName)) diagnostics.push(...lookAtZip(zipName, readFileSync(join(folder, zipName)), expected.withheld))
  for (const file of files) if (file.endsWith('.css')) diagnostics.push(...lookAtSheet(file, folder, follow))
  for (const file of files) if (isFeed(file)) diagnostics.push(...lookAtFeed(file, readFileSync(join(folder, file), 'utf8'), {site: expected.site, follow}))

  return {diagnostics, pages: places.size, files}
}

/** Paths of all files under a folder, `/`-separated, in code-point order. */
export function filesUnder(folder: string): string[] {
  return readdirSync(folder, {recursive: true, withFileTypes: true})
    .filter((entry) => !entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1).replaceAll('\\', '/'))
    .sort()
}

/** A place in a page that another page leads to: whether there is one shows when all were read. */
interface Anchor {
  readonly from: string
  readonly offset: number
  readonly value: string
  readonly file: string
  readonly fragment: string
}

interface Looking {
  readonly file: string
  readonly html: string
  readonly follow: Follow
  readonly open: Anchor[]
}

function deadEnds({file, html, follow, open}: Looking, {references}: PageReport): Diagnostic[] {
  return references.flatMap(({value, offset}) => {
    const target = follow(value, file)
    if (target.kind === 'file') {
      if (target.fragment !== '') open.push({from: file, offset, value: own(value), file: target.file, fragment: own(target.fragment)})
      return []
    }
    return [diagnostic({rule: target.kind === 'nothing' ? 'dead-link' : 'outside-base', path: file, facts: value, place: placeOf(html, offset)})]
  })
}

function deadAnchors(open: readonly Anchor[], folder: string, places: ReadonlyMap<string, ReadonlySet<string>>): Diagnostic[] {
  return open
    .filter(({file, fragment}) => !hasPlace(places.get(file), fragment))
    .map(({from, offset, value}) => diagnostic({rule: 'dead-anchor', path: from, facts: value, place: placeOf(readFileSync(join(folder, from), 'utf8'), offset)}))
}

interface Whole {
  readonly folder: string
  readonly places: ReadonlyMap<string, ReadonlySet<string>>
  readonly follow: Follow
}

/** Look at a preview: its HTML is held to what pages are, and its links lead somewhere. */
function lookAtPreview(path: string, {folder, places, follow}: Whole): Diagnostic[] {
  const {html}: {html: string} = JSON.parse(readFileSync(join(folder, path), 'utf8'))
  const report = lookAtFragment(path, html)
  const dead = report.references.filter(({value}) => {
    const target = follow(value, path)
    return target.kind !== 'file' || !hasPlace(places.get(target.file), target.fragment)
  })
  return [...report.diagnostics, ...dead.map(({value}) => diagnostic({rule: 'dead-link', path, facts: value}))]
}

/** Whether a page has the place that a fragment names; what is no page has whatever its viewer makes of it. */
function hasPlace(ids: ReadonlySet<string> | undefined, fragment: string): boolean {
  if (ids === undefined || fragment === '' || fragment === 'top' || fragment.startsWith(':~:')) return true
  return ids.has(fragment) || ids.has(decoded(fragment))
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
