/** As much of CBOR (RFC 8949) as it takes to cut lists: lengths are definite, as Pagefind writes them. */

const number = 0
const text = 3
const array = 4
const map = 5
const tag = 6

interface Head {
  /** Major type. */
  readonly kind: number
  readonly value: number
  /** Offset after the head. */
  readonly end: number
}

/**
 * The items of an array, each as it is encoded.
 *
 * @throws When the bytes are not one array.
 */
export function itemsOf(bytes: Buffer): Buffer[] {
  const {kind, value, end} = headAt(bytes, 0)
  if (kind !== array) throw new Error('A list was expected')
  const items: Buffer[] = []
  let at = end
  for (let count = 0; count < value; count += 1) {
    const next = endOfItem(bytes, at)
    items.push(bytes.subarray(at, next))
    at = next
  }
  if (at !== bytes.length) throw new Error('A list was expected to end')
  return items
}

/** An array of encoded items. */
export function arrayOf(items: readonly Buffer[]): Buffer {
  return Buffer.concat([headOf(array, items.length), ...items])
}

/** The text of an encoded text. */
export function textOf(item: Buffer): string {
  const {kind, end} = headAt(item, 0)
  if (kind !== text) throw new Error('A text was expected')
  return item.toString('utf8', end)
}

/** How many items an encoded array has. */
export function countOf(item: Buffer): number {
  const {kind, value} = headAt(item, 0)
  if (kind !== array) throw new Error('A list was expected')
  return value
}

/** The value of an encoded number, not below zero. */
export function numberOf(item: Buffer): number {
  const {kind, value} = headAt(item, 0)
  if (kind !== number) throw new Error('A number was expected')
  return value
}

/** The number that an encoded array begins with, not below zero. */
export function firstNumber(list: Buffer): number {
  const {kind, end} = headAt(list, 0)
  if (kind !== array) throw new Error('A list was expected')
  return numberOf(list.subarray(end))
}

/** A text, encoded. */
export function textItem(value: string): Buffer {
  const bytes = Buffer.from(value)
  return Buffer.concat([headOf(text, bytes.length), bytes])
}

/** A number, not below zero, encoded. */
export function numberItem(value: number): Buffer {
  return headOf(number, value)
}

function headAt(bytes: Buffer, at: number): Head {
  const first = bytes.readUInt8(at)
  const kind = first >> 5
  const short = first & 31
  if (short < 24) return {kind, value: short, end: at + 1}
  const size = 2 ** (short - 24)
  if (size > 8) throw new Error('A length was expected')
  // Of eight bytes the first two are zero in any count there can be; numbers themselves are not looked at.
  return {kind, value: size === 8 ? bytes.readUIntBE(at + 3, 6) : bytes.readUIntBE(at + 1, size), end: at + 1 + size}
}

function headOf(kind: number, value: number): Buffer {
  if (value < 24) return Buffer.of((kind << 5) | value)
  const size = value < 2 ** 8 ? 1 : value < 2 ** 16 ? 2 : 4
  const bytes = Buffer.alloc(1 + size)
  bytes[0] = (kind << 5) | (24 + Math.log2(size))
  bytes.writeUIntBE(value, 1, size)
  return bytes
}

/** Every number of an index is passed over here, so the heads that most items have make no object. */
function endOfItem(bytes: Buffer, from: number): number {
  let at = from
  for (let left = 1; left > 0; left -= 1) {
    const first = bytes[at] ?? 255
    const length = lengths[first] ?? 0
    if (length > 0) {
      at += length
      left += shortLists[first] ?? 0
    } else {
      const {kind, value, end} = headAt(bytes, at)
      at = kind === 2 || kind === text ? end + value : end
      left += itemsUnder(kind, value)
    }
  }
  return at
}

/** Items of a short list by its first byte; 0 of all else. */
const shortLists = Uint8Array.from({length: 256}, (_, first) => (first >> 5 === array && (first & 31) < 24 ? first & 31 : 0))

/** Bytes of an item's own by its first: of numbers above and below zero, and of the heads of short lists; 0 where it takes more to say. */
const lengths = Uint8Array.from({length: 256}, (_, first) => {
  const [kind, short] = [first >> 5, first & 31]
  if (kind > 1) return kind === array && short < 24 ? 1 : 0
  return short < 24 ? 1 : short < 28 ? 1 + 2 ** (short - 24) : 0
})

/** Items that belong to one with this head. */
function itemsUnder(kind: number, value: number): number {
  if (kind === array) return value
  if (kind === map) return 2 * value
  return kind === tag ? 1 : 0
}
