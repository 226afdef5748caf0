/** The law of the door, and that order means nothing, on random vaults. */

import assert from 'node:assert/strict'
import {test} from 'node:test'
import type {Garden} from '../../src/garden/model.ts'
import {type MadeNote, type MadeVault, mentions, visible} from '../oracle.ts'
import {asVault, law} from './random-vault.ts'
import {growVault} from './support.ts'

/** All that may be published of two gardens is the same, to the letter; the first difference is shown, not the whole. */
function same(left: Garden, right: Garden): void {
  const pieces = ({fillers: _, diagnostics: __, previews, ...rest}: Garden): string[] =>
    Object.entries({...rest, previews: [...previews()]}).flatMap(([key, value]) => (Array.isArray(value) ? value.map((each) => `${key} ${JSON.stringify(each)}`) : [`${key} ${JSON.stringify(value)}`]))
  const [a, b] = [pieces(left), pieces(right)]
  const at = a.findIndex((piece, index) => piece !== b[index])
  assert.equal(a[at], b[at])
  assert.equal(a.length, b.length)
}

/** The vault as if its private notes, and the files that only they use, had never been. */
function withoutPrivate(made: MadeVault): MadeVault {
  const used = new Set(mentions(made).flatMap(({to}) => (to.kind === 'attachment' ? [to.path] : [])))
  return {notes: visible(made), attachments: made.attachments.filter((path) => used.has(path))}
}

test('a private note is as if it were not there', async () => {
  await law(400, async (made) => {
    same(await growVault(asVault(made)), await growVault(asVault(withoutPrivate(made))))
  })
})

test('the order in which files are read changes nothing', async () => {
  await law(200, async (made) => {
    const shuffled = (notes: readonly MadeNote[]): MadeNote[] => [...notes].sort((a, b) => a.pieces.length - b.pieces.length || (a.path < b.path ? 1 : -1))
    const turned = {notes: shuffled(made.notes), attachments: [...made.attachments].reverse()}
    same(await growVault(asVault(made)), await growVault(asVault(turned)))
  })
})
