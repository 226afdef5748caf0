/** Names of files by what stands in them, as short as they can be: browsers load a list of all of them. */
import {createHash} from 'node:crypto'

/** RFC 4648's letters for five bits, small: names that differ in case alone would be one file on some machines. */
const digits = 'abcdefghijklmnopqrstuvwxyz234567'

/** Letters of the shortest names: a browser that kept a file of the same name from an earlier build has the same file. */
const shortest = 5

/** One name each, all of one length. @throws When two contents are the same. */
export function shortNames(contents: readonly Uint8Array[]): string[] {
  const long = contents.map(longName)
  for (let length = shortest; length <= (long[0]?.length ?? 0); length += 1) {
    const names = long.map((name) => name.slice(0, length))
    if (new Set(names).size === names.length) return names
  }
  if (long.length > 0) throw new Error('Two files of the index are the same')
  return []
}

function longName(content: Uint8Array): string {
  return [...createHash('sha256').update(content).digest()].map((byte) => digits[byte % digits.length]).join('')
}
