/**
 * Golden gardens: each folder of `test/fixtures` is a vault and what it must become. `UPDATE=1` writes what it becomes
 * now; the difference is reviewed like code.
 */

import assert from 'node:assert/strict'
import {existsSync, globSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {dirname, join} from 'node:path'
import {test} from 'node:test'
import type {Garden} from '../../src/garden/model.ts'
import {readVault} from '../../src/garden/vault.ts'
import {growVault, printed} from './support.ts'

const fixtures = join(import.meta.dirname, '../fixtures')

/** The files that a garden must become: HTML of each page, what stands around it as JSON, and what the author is told. */
function expectedOf({pages, folders, tags, edges, unresolved, redirects, assets, diagnostics, publicDiagnostics}: Garden): Map<string, string> {
  const facts = {
    pages: pages.map(({slug, path, title, aliases, description, headings, tags: own, crumbs, properties, backlinks, links, previous, next}) => ({
      slug, path, title, aliases, description, headings, tags: own, crumbs: crumbs.map((crumb) => crumb.slug), properties, backlinks, links: links.map((link) => link.slug), previous: previous?.slug, next: next?.slug
    })),
    folders,
    tags,
    edges,
    unresolved,
    redirects: redirects.map(({slug, to}) => ({slug, to})),
    assets: assets.map(({file: _, ...asset}) => asset),
    publicDiagnostics: publicDiagnostics.map(({rule, path, place}) => `${path}:${place?.line ?? 0}:${place?.column ?? 0} ${rule}`)
  }
  return new Map([
    ...pages.map(({slug, html}): [string, string] => [`${slug === '' ? 'index' : slug}.html`, `${html}\n`]),
    ['garden.json', `${JSON.stringify(facts, null, 1)}\n`],
    ['diagnostics.txt', printed(diagnostics)]
  ])
}

function readAll(folder: string): Map<string, string> {
  return new Map(globSync('**/*.{html,json,txt}', {cwd: folder}).map((file) => [file.replaceAll('\\', '/'), readFileSync(join(folder, file), 'utf8')]))
}

for (const name of readdirSync(fixtures).sort()) {
  const folder = join(fixtures, name)
  if (!existsSync(join(folder, 'vault'))) continue

  test(`the garden of ${name} is as it should be`, async () => {
    const garden = await growVault(readVault(join(folder, 'vault'), {noteMegabytes: 10}).vault)
    const made = expectedOf(garden)
    const golden = join(folder, 'expected')
    if (process.env['UPDATE'] === '1') {
      rmSync(golden, {recursive: true, force: true})
      for (const [file, text] of made) {
        mkdirSync(dirname(join(golden, file)), {recursive: true})
        writeFileSync(join(golden, file), text)
      }
    }
    const expected = readAll(golden)
    assert.deepEqual([...made.keys()].sort(), [...expected.keys()].sort())
    for (const [file, text] of made) assert.equal(text, expected.get(file), file)
  })
}
