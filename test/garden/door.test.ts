/** The law of the door, and that order means nothing, on random vaults. */

import {test} from 'node:test'
import {type MadeNote, type MadeVault, mentions, visible} from '../oracle.ts'
import {asVault, law} from './random-vault.ts'
import {growVault, same} from './support.ts'

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
