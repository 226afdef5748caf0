/**
 * Write vaults like two large public ones, Obsidian's help and its community's hub, for `scripts/try-vault.ts` where those
 * cannot be fetched: as many notes, with as much of each thing (`bench/stand-ins/`). Their words mean nothing.
 *
 *     node bench/stand-ins.ts folder [help|hub …]
 */
import {mkdirSync, writeFileSync} from 'node:fs'
import {dirname, join} from 'node:path'
import {standIn} from './stand-ins/notes.ts'
import type {Kind} from './stand-ins/world.ts'

const [folder, ...asked] = process.argv.slice(2)
if (folder === undefined) {
  console.error('Name the folder that the vaults are written to.')
  process.exit(1)
}
for (const kind of ['help', 'hub'] as const satisfies readonly Kind[]) {
  if (asked.length > 0 && !asked.includes(kind)) continue
  const files = standIn(kind)
  for (const [path, content] of files) {
    mkdirSync(dirname(join(folder, kind, path)), {recursive: true})
    writeFileSync(join(folder, kind, path), content)
  }
  console.log(`${join(folder, kind)}: ${files.size} files`)
}
