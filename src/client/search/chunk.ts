/** A file of the index, read: words, the notes that have them, and where. The form is Pagefind's (CBOR, 1.5). */

/** Where a word stands in one note. */
export interface Posting {
  readonly note: number
  /** Place by place, counted in words from the beginning of the text. */
  readonly places: readonly number[]
  /** How much each place counts: 1 in plain text, 6 in a heading of the second depth, less for parts of words and for code. */
  readonly weights: readonly number[]
  /** Times it stands in the description. */
  readonly described: number
}

/** Words in order, each with its postings by note. */
export type Chunk = ReadonlyMap<string, readonly Posting[]>

/** What the indexer multiplies weights by. */
const unit = 24

type Item = number | string | readonly Item[]

/** Read a file of words. @throws When it is damaged. */
export function readChunk(bytes: Uint8Array): Chunk {
  const list = readCbor(bytes)
  const words = new Map<string, readonly Posting[]>()
  for (const item of listOf(list)) {
    const [word, pages, spellings] = listOf(item)
    if (typeof word !== 'string' || pages === undefined || spellings === undefined) throw new Error('A word was expected')
    const all = [postings(pages), ...listOf(spellings).map((each) => postings(listOf(each)[1] ?? []))]
    words.set(word, all.length === 1 ? (all[0] ?? []) : all.flat().sort((a, b) => a.note - b.note))
  }
  return words
}

/** Pages are counted from the one before; below zero stands a weight for the places after it, which count from one another. */
function postings(pages: Item): Posting[] {
  let note = 0
  return listOf(pages).map((page) => {
    const [step, text, fields] = listOf(page)
    note += Number(step)
    const places: number[] = []
    const weights: number[] = []
    let weight = 1
    let at = 0
    for (const each of listOf(text ?? [])) {
      const value = Number(each)
      if (value < 0) {
        weight = (-value - 1) / unit
        at = 0
      } else {
        at += value
        places.push(at)
        weights.push(weight)
      }
    }
    return {note, places, weights, described: listOf(fields ?? []).filter((value) => Number(value) >= 0).length}
  })
}

function listOf(item: Item): readonly Item[] {
  if (!Array.isArray(item)) throw new Error('A list was expected')
  return item
}

/** As much of CBOR (RFC 8949) as the index is written in: whole numbers, texts and lists of definite length. */
function readCbor(bytes: Uint8Array): Item {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const decoder = new TextDecoder('utf-8', {fatal: true})
  let at = 0

  function value(short: number): number {
    if (short < 24) return short
    const size = 2 ** (short - 24)
    if (size > 4) throw new Error('A smaller number was expected')
    at += size
    return size === 1 ? view.getUint8(at - 1) : size === 2 ? view.getUint16(at - 2) : view.getUint32(at - 4)
  }

  function item(): Item {
    const first = view.getUint8(at)
    at += 1
    const kind = first >> 5
    const count = value(first & 31)
    if (kind === 0) return count
    if (kind === 1) return -1 - count
    if (kind === 3) return text(count)
    if (kind !== 4 || count > bytes.length) throw new Error('A list was expected')
    return Array.from({length: count}, item)
  }

  function text(length: number): string {
    if (at + length > bytes.length) throw new Error('More text was expected')
    at += length
    return decoder.decode(bytes.subarray(at - length, at))
  }

  const all = item()
  if (at !== bytes.length) throw new Error('The file was expected to end')
  return all
}
