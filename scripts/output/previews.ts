/** Write the previews of links: thousands of small files, each at once. */
import {mkdirSync, writeFileSync} from 'node:fs'
import {dirname, join} from 'node:path'
import type {Garden} from '../../src/garden/model.ts'

/** Write all previews of a garden under the folder that is to be published. */
export function writePreviews({previews}: Garden, out: string): void {
  const made = new Set<string>()
  for (const {path, text} of previews()) {
    const file = join(out, path)
    const folder = dirname(file)
    if (!made.has(folder)) mkdirSync(folder, {recursive: true})
    made.add(folder)
    writeFileSync(file, text)
  }
}
