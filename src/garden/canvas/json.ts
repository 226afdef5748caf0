/** JSON with places: what a value is, and where in the file it stands. Never throws; objects are maps, so a key may be called `__proto__`. */

export type Json =
  | {readonly kind: 'object'; readonly at: number; readonly entries: ReadonlyMap<string, Json>}
  | {readonly kind: 'array'; readonly at: number; readonly items: readonly Json[]}
  | {readonly kind: 'plain'; readonly at: number; readonly value: string | number | boolean | null}

/** What is wrong, and at which offset. */
export interface JsonProblem {
  readonly at: number
  readonly reason: string
}

/** Deepest nesting that is read. */
const deepest = 64

interface Reader {
  readonly text: string
  at: number
  problem?: JsonProblem
}

/** Read a text. The last of two entries with one key counts, as with `JSON.parse`. */
export function readJson(text: string): Json | JsonProblem {
  const reader: Reader = {text, at: 0}
  const value = readValue(reader, 0)
  skipSpace(reader)
  if (!reader.problem && reader.at < text.length) fail(reader, 'something stands after the end')
  return reader.problem ?? value
}

/** Whether reading failed. */
export function isProblem(read: Json | JsonProblem): read is JsonProblem {
  return 'reason' in read
}

const nothing: Json = {kind: 'plain', at: 0, value: null}

function fail(reader: Reader, reason: string): Json {
  // The first problem is the one to tell; at the end nothing more is read.
  reader.problem ??= {at: Math.min(reader.at, reader.text.length), reason}
  reader.at = reader.text.length
  return nothing
}

const space = /[ \t\r\n\uFEFF]*/y

function skipSpace(reader: Reader): void {
  space.lastIndex = reader.at
  reader.at += space.exec(reader.text)?.[0].length ?? 0
}

function readValue(reader: Reader, depth: number): Json {
  skipSpace(reader)
  if (depth > deepest) return fail(reader, `it is nested more than ${deepest} deep`)
  const sign = reader.text[reader.at]
  if (sign === '{') return readObject(reader, depth)
  if (sign === '[') return readArray(reader, depth)
  return readPlain(reader)
}

const plain = /"[^"\\\n]*(?:\\.[^"\\\n]*)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y

function readPlain(reader: Reader): Json {
  const {at} = reader
  plain.lastIndex = at
  const token = plain.exec(reader.text)?.[0]
  if (token === undefined) return fail(reader, reader.text[at] === '"' ? 'a text is not closed' : at >= reader.text.length ? 'it ends too early' : 'a value was expected')
  try {
    const value = JSON.parse(token)
    reader.at += token.length
    return {kind: 'plain', at, value}
  } catch {
    return fail(reader, 'a value cannot be read')
  }
}

/** Read what is divided by commas up to a closing sign. */
function readList(reader: Reader, close: string, readOne: () => void): void {
  reader.at += 1
  skipSpace(reader)
  if (reader.text[reader.at] === close) {
    reader.at += 1
    return
  }
  while (!reader.problem) {
    readOne()
    skipSpace(reader)
    const sign = reader.text[reader.at]
    reader.at += 1
    if (sign === close) return
    if (sign !== ',') {
      reader.at -= 1
      fail(reader, `“,” or “${close}” was expected`)
    }
  }
}

function readObject(reader: Reader, depth: number): Json {
  const {at} = reader
  const entries = new Map<string, Json>()
  readList(reader, '}', () => {
    skipSpace(reader)
    const key = reader.text[reader.at] === '"' ? readPlain(reader) : fail(reader, 'a name in quotes was expected')
    skipSpace(reader)
    if (reader.text[reader.at] !== ':') fail(reader, '“:” was expected')
    reader.at += 1
    const value = readValue(reader, depth + 1)
    if (key.kind === 'plain') entries.set(String(key.value), value)
  })
  return {kind: 'object', at, entries}
}

function readArray(reader: Reader, depth: number): Json {
  const {at} = reader
  const items: Json[] = []
  readList(reader, ']', () => items.push(readValue(reader, depth + 1)))
  return {kind: 'array', at, items}
}

/** The value of an entry, if it is text. */
export function textAt(json: Json | undefined, key: string): string | undefined {
  const found = json?.kind === 'object' ? json.entries.get(key) : undefined
  return found?.kind === 'plain' && typeof found.value === 'string' ? found.value : undefined
}

/** The value of an entry, if it is a number that a drawing can have. */
export function numberAt(json: Json | undefined, key: string): number | undefined {
  const found = json?.kind === 'object' ? json.entries.get(key) : undefined
  return found?.kind === 'plain' && typeof found.value === 'number' && Number.isFinite(found.value) ? found.value : undefined
}

/** The items of an entry, if it is a list. */
export function itemsAt(json: Json | undefined, key: string): readonly Json[] | undefined {
  const found = json?.kind === 'object' ? json.entries.get(key) : undefined
  return found?.kind === 'array' ? found.items : undefined
}
