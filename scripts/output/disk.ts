/** Where Astro may write: it moves files out of the project's own folder, which works on one disk only. */
import {copyFileSync, existsSync, mkdirSync, readdirSync, rmSync, statSync} from 'node:fs'
import {dirname, join} from 'node:path'

/** Disk of a folder that may not be there yet. */
function diskOf(folder: string): number {
  const parent = dirname(folder)
  return existsSync(folder) || parent === folder ? statSync(folder).dev : diskOf(parent)
}

/**
 * Let something be written into a folder: there, where it is on the project's disk, else in the project, and copied.
 *
 * @param root Absolute path of the project.
 */
export async function writeOnOneDisk(root: string, out: string, write: (folder: string) => Promise<void>): Promise<void> {
  if (diskOf(root) === diskOf(out)) return write(out)
  const near = join(root, '.astro', 'printed')
  rmSync(near, {recursive: true, force: true})
  try {
    await write(near)
    copyFolder(near, out)
  } finally {
    rmSync(near, {recursive: true, force: true})
  }
}

/** One file after another: Node's own copy of folders says of a full disk that it has a fault. */
function copyFolder(from: string, to: string): void {
  mkdirSync(to, {recursive: true})
  for (const entry of readdirSync(from, {withFileTypes: true})) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)]
    if (entry.isDirectory()) copyFolder(source, target)
    else copyFileSync(source, target)
  }
}
