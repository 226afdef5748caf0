/**
 * Pagefind lists the values of a filter, and its filters, in an order that differs from run to run. Here they get one,
 * and the names made of their bytes follow: in the head of each language, and in the entry that names the heads.
 */
import {createHash} from 'node:crypto'
import {gunzipSync, gzipSync} from 'node:zlib'
import {arrayOf, itemsOf, textOf, textItem} from './cbor.ts'
import type {PackedFile} from './pack.ts'

/** What all of Pagefind's data begins with, once unpacked. */
const signature = Buffer.from('pagefind_dcd')
/** Place of the list of filters in the head of a language. */
const filtersInHead = 3

/** New names by old ones. */
type Renamed = Map<string, string>

/** Give the files of an index one order, so that the same notes make the same bytes. */
export function steady(files: readonly PackedFile[]): PackedFile[] {
  const renamed: Renamed = new Map()
  const filters = files.map((file) => (file.path.endsWith('.pf_filter') ? rewrite(file, sortFilter, renamed) : file))
  const heads = filters.map((file) => (file.path.endsWith('.pf_meta') ? rewrite(file, (head) => sortHead(head, renamed), renamed) : file))
  return heads.map((file) => (file.path === 'pagefind-entry.json' ? {...file, content: renameHeads(file.content, renamed)} : file))
}

/** Change a file's contents, and the hash in its name with them. */
function rewrite({path, content}: PackedFile, change: (body: Buffer) => Buffer, renamed: Renamed): PackedFile {
  const body = change(unpacked(content))
  const [, start = '', name = '', end = ''] = /^(filter\/|pagefind\.)(.*)(\.pf_(?:filter|meta))$/.exec(path) ?? []
  const border = name.lastIndexOf('_') + 1
  const next = name.slice(0, border) + createHash('sha256').update(body).digest('hex').slice(0, name.length - border)
  renamed.set(name, next)
  return {path: start + next + end, content: packed(body)}
}

/** A filter is its name and its values, each with the pages that have it. */
function sortFilter(filter: Buffer): Buffer {
  const [name, values] = itemsOf(filter)
  if (!name || !values) throw new Error('Pagefind writes filters in a form that is not known')
  return arrayOf([name, arrayOf(itemsOf(values).toSorted(Buffer.compare))])
}

/** The head of a language lists, among other things, each filter with the name of its file. */
function sortHead(head: Buffer, renamed: Renamed): Buffer {
  const parts = itemsOf(head).map((part, index) => {
    if (index !== filtersInHead) return part
    const filters = itemsOf(part).map((filter) => {
      const [name, file] = itemsOf(filter)
      const next = file && renamed.get(textOf(file))
      if (!name || next === undefined) throw new Error('Pagefind names filters in a form that is not known')
      return arrayOf([name, textItem(next)])
    })
    return arrayOf(filters.toSorted(Buffer.compare))
  })
  return arrayOf(parts)
}

function renameHeads(content: Uint8Array, renamed: Renamed): Uint8Array {
  const entry: {languages: Record<string, {hash: string}>} = JSON.parse(Buffer.from(content).toString('utf8'))
  const languages = Object.entries(entry.languages)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, language]) => [name, {...language, hash: renamed.get(language.hash) ?? language.hash}] as const)
  return Buffer.from(JSON.stringify({...entry, languages: Object.fromEntries(languages)}))
}

function unpacked(content: Uint8Array): Buffer {
  const bytes = gunzipSync(content)
  if (!bytes.subarray(0, signature.length).equals(signature)) throw new Error('Pagefind writes files in a form that is not known')
  return bytes.subarray(signature.length)
}

function packed(body: Buffer): Buffer {
  const bytes = gzipSync(Buffer.concat([signature, body]), {level: 9})
  // The machine's name, which would be another elsewhere.
  bytes[9] = 255
  return bytes
}
