/** The public notes as one file to take away: the same bytes from the same notes. */
import {closeSync, openSync, readFileSync, writeSync} from 'node:fs'
import {join} from 'node:path'
import {crc32, deflateRawSync} from 'node:zlib'
import type {Garden} from '../../src/garden/model.ts'
import {Stop} from '../run.ts'

/** Name of the file under the published folder. */
export const zipName = 'garden.zip'

/** What is compressed already. */
const packed = /\.(?:png|jpe?g|gif|webp|avif|mp[34]|m4a|webm|ogg|flac|pdf|zip|gz|woff2?)$/i
/** Most files, and most bytes, that a zip holds without its later extensions, which not every program reads. */
const most = {files: 0xffff, bytes: 0xffffffff} as const

/** Write the archive of a garden; a garden without notes has none. */
export function writeZip({archive}: Garden, out: string): void {
  const entries = archive()
  if (entries.length === 0) return
  if (entries.length > most.files) throw tooLarge()

  const file = openSync(join(out, zipName), 'w')
  try {
    const directory: Buffer[] = []
    let at = 0
    for (const entry of entries) {
      const bytes = 'text' in entry ? Buffer.from(entry.text) : readFileSync(entry.file)
      const {head, body, listed} = memberOf(entry.path, bytes, at)
      writeSync(file, head)
      writeSync(file, body)
      directory.push(listed)
      at += head.length + body.length
      if (at > most.bytes) throw tooLarge()
    }
    const list = Buffer.concat(directory)
    writeSync(file, list)
    writeSync(file, endOf(entries.length, list.length, at))
  } finally {
    closeSync(file)
  }
}

function tooLarge(): Stop {
  return new Stop(`The notes and their attachments do not fit into ${zipName}: it holds ${most.files} files and 4 GB at most. The site is as it was.`)
}

interface Member {
  readonly head: Buffer
  readonly body: Buffer
  /** Its line in the list at the end of the archive. */
  readonly listed: Buffer
}

/** Version 2.0 of the format: files are compressed. */
const version = 20
/** Names are UTF-8. */
const utf8 = 0x0800
/** Zip's times have no zone, and are those of the machine: so is this one, the first there is, the 1st of January 1980. */
const firstDay = (1 << 5) | 1

/** @param at Bytes that stand before it in the archive. */
function memberOf(path: string, bytes: Buffer, at: number): Member {
  const isPacked = packed.test(path)
  const body = isPacked ? bytes : deflateRawSync(bytes, {level: 5})
  const name = Buffer.from(path)
  // Both heads say the same of the file: version, flags, method, time, date, sum, sizes, lengths of name and extras.
  const facts = Buffer.alloc(26)
  facts.writeUInt16LE(version, 0)
  facts.writeUInt16LE(utf8, 2)
  facts.writeUInt16LE(isPacked ? 0 : 8, 4)
  facts.writeUInt16LE(firstDay, 8)
  facts.writeUInt32LE(crc32(bytes), 10)
  facts.writeUInt32LE(body.length, 14)
  facts.writeUInt32LE(bytes.length, 18)
  facts.writeUInt16LE(name.length, 22)
  const made = Buffer.alloc(2)
  made.writeUInt16LE(version)
  // Length of a remark, disk, kind, rights: nothing of all that; then where it stands.
  const rest = Buffer.alloc(14)
  rest.writeUInt32LE(at, 10)
  return {head: Buffer.concat([Buffer.from('PK\x03\x04'), facts, name]), body, listed: Buffer.concat([Buffer.from('PK\x01\x02'), made, facts, rest, name])}
}

/** The end of an archive: how many files, how large their list is, where it begins. */
function endOf(files: number, size: number, at: number): Buffer {
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 'latin1')
  end.writeUInt16LE(files, 8)
  end.writeUInt16LE(files, 10)
  end.writeUInt32LE(size, 12)
  end.writeUInt32LE(at, 16)
  return end
}
