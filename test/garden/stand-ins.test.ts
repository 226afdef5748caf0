/** A vault like Obsidian's help (`bench/stand-ins/`), as far as its notes: releases build it whole, and a far larger one. */
import assert from 'node:assert/strict'
import {test} from 'node:test'
import {unsaid} from '../../bench/stand-ins/features.ts'
import {standIn} from '../../bench/stand-ins/notes.ts'
import {escapedIn, leftoversIn} from '../../scripts/seen.ts'
import {readVault} from '../../src/garden/vault.ts'
import {growVault, rulesOf, temporaryFolder, writeFiles} from './support.ts'

test('of a vault like Obsidian’s help every note is shown, nothing is left over and no comment is read', async () => {
  const files = standIn('help')
  const texts = [...files].flatMap(([path, text]) => (path.endsWith('.md') && typeof text === 'string' ? [text] : []))
  const folder = temporaryFolder()
  writeFiles(`${folder}/help`, files)

  const garden = await growVault(readVault(`${folder}/help`, {noteMegabytes: 10}).vault)
  assert.equal(garden.pages.length, texts.length)
  const meant = texts.flatMap(escapedIn)
  assert.deepEqual(garden.pages.flatMap(({path, html}) => leftoversIn(html, meant).map(({name, text}) => `${path}: ${name}: ${text}`)), [])

  assert.ok(texts.some((text) => text.includes(unsaid)))
  assert.ok(!JSON.stringify([garden.pages, [...garden.previews()], garden.archive()]).includes(unsaid))
  assert.deepEqual([...new Set(rulesOf(garden.diagnostics))].sort(), ['ambiguous-link', 'broken-anchor', 'broken-embed', 'broken-link', 'unsupported-block'])
})
