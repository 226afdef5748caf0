/**
 * A font of boxes for characters that the site's sans lacks.
 *
 * Machines draw Chinese or emoji with whatever they have, or with nothing;
 * with this font they are as wide everywhere as `dom/font.ts` takes them to be.
 */

const unitsPerEm = 1000

/** A glyph is a box, `advance` wide in thousandths of an em; nothing to see when that is 0. */
const glyphs = [
  {advance: 500, ranges: []},
  {advance: 1000, ranges: [[0x1100, 0x115f], [0x2e80, 0xa4cf], [0xac00, 0xd7a3], [0xf900, 0xfaff], [0xff00, 0xffe6]]},
  {advance: 1250, ranges: [[0x2705, 0x2705], [0x1f300, 0x1f4ba], [0x1f4bc, 0x1f9ff]]},
  // Greek, Cyrillic, Hebrew, Arabic.
  {advance: 550, ranges: [[0x370, 0x52f], [0x590, 0x6ff]]},
  // Two make a flag.
  {advance: 625, ranges: [[0x1f1e6, 0x1f1ff]]},
  // What joins emoji, and the laptop that the corpus joins to a woman.
  {advance: 0, ranges: [[0x200d, 0x200d], [0xfe00, 0xfe0f], [0x1f4bb, 0x1f4bb]]}
] as const

/** The characters it has, as CSS writes them. */
export const standInRange = glyphs.flatMap(({ranges}) => ranges.map((range) => `U+${range.map((code) => code.toString(16)).join('-')}`)).join(',')

/** A TrueType file. */
export function standInFont(): Buffer {
  const outlines = glyphs.map(({advance}) => (advance === 0 ? Buffer.alloc(0) : box(advance)))
  const starts = [...outlines.keys(), outlines.length].map((end) => Buffer.concat(outlines.slice(0, end)).length)
  return join([
    ['OS/2', os2()],
    ['cmap', cmap()],
    ['glyf', Buffer.concat(outlines)],
    ['head', head()],
    ['hhea', words(1, 0, 800, -200, 0, 1250, 0, 0, 1250, 1, 0, 0, 0, 0, 0, 0, 0, glyphs.length)],
    ['hmtx', words(...glyphs.flatMap(({advance}) => [advance, 0]))],
    ['loca', longs(...starts)],
    ['maxp', words(1, 0, glyphs.length, 4, 1, 0, 0, 2, 0, 0, 0, 0, 0, 0, 0, 0)],
    ['name', words(0, 0, 6)],
    ['post', Buffer.concat([longs(0x30000), Buffer.alloc(28)])]
  ])
}

function box(advance: number): Buffer {
  const [left, right, top] = [60, advance - 60, 700]
  const outline = words(1, left, 0, right, top, 3, 0)
  const flags = Buffer.from([1, 1, 1, 1])
  const across = words(left, 0, right - left, 0)
  const up = words(0, top, 0, -top)
  return Buffer.concat([outline, flags, across, up])
}

/** Format 13: many characters for one glyph. */
function cmap(): Buffer {
  const groups = glyphs.flatMap(({ranges}, glyph) => ranges.map(([first, last]) => [first, last, glyph] as const)).sort(([a], [b]) => a - b)
  const table = Buffer.concat([words(13, 0), longs(16 + groups.length * 12, 0, groups.length), longs(...groups.flat())])
  return Buffer.concat([words(0, 1, 3, 10), longs(12), table])
}

function head(): Buffer {
  return Buffer.concat([
    longs(0x10000, 0x10000, 0, 0x5f0f3cf5), words(0, unitsPerEm), Buffer.alloc(16), words(0, 0, 1250, 700, 0, 8, 2, 1, 0)
  ])
}

function os2(): Buffer {
  const start = words(3, 1000, 400, 5, 0, 650, 600, 0, 75, 650, 600, 0, 350, 50, 300, 0)
  const end = words(0x40, 0x1100, 0xffff, 800, -200, 0, 800, 200, 0, 0, 0, 0, 500, 700, 0, 32, 1)
  return Buffer.concat([start, Buffer.alloc(10), Buffer.alloc(16), Buffer.from('none'), end])
}

function words(...values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(values.length * 2)
  for (const [index, value] of values.entries()) bytes.writeUInt16BE(value & 0xffff, index * 2)
  return bytes
}

function longs(...values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(values.length * 4)
  for (const [index, value] of values.entries()) bytes.writeUInt32BE(value, index * 4)
  return bytes
}

/** Put tables behind a directory, each at a multiple of four bytes. Browsers do not look at sums, so there are none. */
function join(tables: readonly (readonly [tag: string, bytes: Buffer])[]): Buffer {
  const power = Math.floor(Math.log2(tables.length))
  const entries = [longs(0x10000), words(tables.length, 16 << power, power, (tables.length - (1 << power)) * 16)]
  const bodies: Buffer[] = []
  let at = 12 + tables.length * 16
  for (const [tag, bytes] of tables) {
    entries.push(Buffer.from(tag), longs(0, at, bytes.length))
    const padded = Buffer.concat([bytes, Buffer.alloc((4 - (bytes.length % 4)) % 4)])
    bodies.push(padded)
    at += padded.length
  }
  return Buffer.concat([...entries, ...bodies])
}
