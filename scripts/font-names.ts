/** The name table of a font: read and rewritten, so that a changed copy does not carry a reserved name. */

/** Names that a licence forbids to changed copies, and what the copies are called. */
const renamed = [
  ['Source Serif 4', 'Ledger Serif'],
  ['SourceSerif4', 'LedgerSerif'],
  ['IBM Plex Mono', 'Ledger Mono'],
  ['IBMPlexMono', 'LedgerMono']
] as const

/** Copyright, trademark, licence and its address: these speak of the original and stay as they are. */
const untouched = new Set([0, 7, 13, 14])

/** A platform whose names are UTF-16; those of the others are one byte a letter. */
const wide = new Set([0, 3])

const recordSize = 12
const headerSize = 6

interface NameRecord {
  /** Platform, encoding, language and name id, as they stand. */
  readonly key: Buffer
  readonly text: Buffer
}

/**
 * Give a font its new names.
 *
 * @param font
 *   TrueType file.
 * @returns
 *   The same font with another name table. Checksums are those of the old one;
 *   whatever writes the file out must reckon them anew.
 */
export function renameFont(font: Buffer): Buffer {
  const entry = tableEntry(font, 'name')
  const table = font.subarray(font.readUInt32BE(entry + 8), font.readUInt32BE(entry + 8) + font.readUInt32BE(entry + 12))
  const names = nameTable(records(table).map(rename))
  // The new table goes behind everything else, so no other table moves.
  const padding = Buffer.alloc((4 - (font.length % 4)) % 4)
  const whole = Buffer.concat([font, padding, names])

  whole.writeUInt32BE(font.length + padding.length, entry + 8)
  whole.writeUInt32BE(names.length, entry + 12)
  return whole
}

/** Place of a table's entry in the directory of tables. */
function tableEntry(font: Buffer, tag: string): number {
  const count = font.readUInt16BE(4)
  for (let index = 0; index < count; index += 1) {
    const entry = 12 + index * 16
    if (font.toString('latin1', entry, entry + 4) === tag) return entry
  }
  throw new Error(`The font has no table “${tag}”.`)
}

function records(table: Buffer): readonly NameRecord[] {
  const texts = table.readUInt16BE(4)
  return Array.from({length: table.readUInt16BE(2)}, (_, index) => {
    const at = headerSize + index * recordSize
    const start = texts + table.readUInt16BE(at + 10)
    return {key: table.subarray(at, at + 8), text: table.subarray(start, start + table.readUInt16BE(at + 8))}
  })
}

function rename({key, text}: NameRecord): NameRecord {
  if (untouched.has(key.readUInt16BE(6))) return {key, text}

  const isWide = wide.has(key.readUInt16BE(0))
  const before = isWide ? Buffer.from(text).swap16().toString('utf16le') : text.toString('latin1')
  const after = renamed.reduce((name, [from, to]) => name.replaceAll(from, to), before)
  return {key, text: isWide ? Buffer.from(after, 'utf16le').swap16() : Buffer.from(after, 'latin1')}
}

function nameTable(names: readonly NameRecord[]): Buffer {
  const head = Buffer.alloc(headerSize + names.length * recordSize)
  head.writeUInt16BE(names.length, 2)
  head.writeUInt16BE(head.length, 4)

  let offset = 0
  for (const [index, {key, text}] of names.entries()) {
    const at = headerSize + index * recordSize
    key.copy(head, at)
    head.writeUInt16BE(text.length, at + 8)
    head.writeUInt16BE(offset, at + 10)
    offset += text.length
  }

  return Buffer.concat([head, ...names.map(({text}) => text)])
}
