/** Names of files by what stands in them, as short as they can be: browsers load a list of all of them. */
import {createHash} from 'node:crypto'

/** RFC 4648's letters for five bits, small: names that differ in case alone would be one file on some machines. */
const digits = 'abcdefghijklmnopqrstuvwxyz234567'

/** Letters of the shortest names: a browser that kept a file of the same name from an earlier build has the same file. */
const shortest = 5

/** Long names cut to one length, at which those that differ still do. */
export function shortNames(long: readonly string[]): string[] {
  let length = shortest
  while (new Set(long.map((name) => name.slice(0, length))).size < new Set(long).size) length += 1
  return long.map((name) => name.slice(0, length))
}

/** The whole name of a content; what is the same has one name. */
export function longName(content: Uint8Array): string {
  return [...createHash('sha256').update(content).digest()].map((byte) => digits[byte % digits.length]).join('')
}
