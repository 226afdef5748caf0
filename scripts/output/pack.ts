/** Many small files in one, so that keeping them costs one write. A missing, foreign or damaged pack is as if it had never been kept. */
import {createHash} from 'node:crypto'
import {mkdirSync, readFileSync, renameSync, rmSync, writeFileSync} from 'node:fs'
import {dirname} from 'node:path'

export interface PackedFile {
  /** `/`-separated path under the folder that it is written into. */
  readonly path: string
  readonly content: Uint8Array
}

export interface Pack {
  /** Hash of what the files were made of. */
  readonly key: string
  readonly files: readonly PackedFile[]
}

type Sizes = readonly (readonly [path: string, size: number])[]

interface Head {
  readonly key: string
  /** Hash of what stands in `files`, and of all contents one after another. */
  readonly digest: string
  readonly files: Sizes
}

/** Keep files; a disk that refuses only makes the next build slower. */
export function keepPacked(file: string, {key, files}: Pack): void {
  const body = Buffer.concat(files.map(({content}) => content))
  const sizes: Sizes = files.map(({path, content}) => [path, content.length])
  const head: Head = {key, digest: digestOf(sizes, body), files: sizes}
  const temporary = `${file}.${process.pid}.tmp`
  try {
    mkdirSync(dirname(file), {recursive: true})
    writeFileSync(temporary, Buffer.concat([Buffer.from(`${JSON.stringify(head)}\n`), body]))
    renameSync(temporary, file)
  } catch {
    forget(temporary)
  }
}

function forget(file: string): void {
  try {
    rmSync(file, {force: true})
  } catch {
    // It was never made.
  }
}

/** The files kept under a key, if they are whole. */
export function readPacked(file: string, key: string): PackedFile[] | undefined {
  try {
    const bytes = readFileSync(file)
    const border = bytes.indexOf('\n')
    const head: Head = JSON.parse(bytes.toString('utf8', 0, border))
    const body = bytes.subarray(border + 1)
    if (head.key !== key || head.digest !== digestOf(head.files, body)) return undefined

    let at = 0
    return head.files.map(([path, size]) => {
      at += size
      return {path, content: body.subarray(at - size, at)}
    })
  } catch {
    return undefined
  }
}

function digestOf(sizes: Sizes, body: Uint8Array): string {
  return createHash('sha256').update(JSON.stringify(sizes)).update(body).digest('hex')
}
