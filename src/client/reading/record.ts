/** What a reader has read and knows, as a value. Pure: no browser here. */

/** A note that was read, or is to be. */
export interface Mark {
  readonly state: 'read' | 'later'
  /** Day of the mark, ISO 8601, in the reader's own time. */
  readonly on: string
  /** Title, so that lists need nothing else. */
  readonly title: string
}

/** What is known of a question card (Leitner): its box from 0, and the day from which it is due again. */
export interface CardState {
  readonly box: number
  readonly due: string
}

export interface Reading {
  /** By slug. */
  readonly notes: ReadonlyMap<string, Mark>
  /** By `slug#^block`. */
  readonly cards: ReadonlyMap<string, CardState>
}

export const nothing: Reading = {notes: new Map(), cards: new Map()}

/** Raised when a field changes its meaning or goes. */
const version = 1

/** Most entries that are read of a file, so that a damaged or hostile one cannot fill the browser. */
const most = 50_000
const isDay = /^\d{4}-\d{2}-\d{2}$/

/** Print what is kept: JSON, in the order of slugs. */
export function printReading({notes, cards}: Reading): string {
  return JSON.stringify({version, notes: Object.fromEntries(sorted(notes)), cards: Object.fromEntries(sorted(cards))})
}

function sorted<Value>(map: ReadonlyMap<string, Value>): [string, Value][] {
  return [...map].sort(([a], [b]) => (a < b ? -1 : 1))
}

/** Read what was kept or exported; what is not understood is left out. `undefined` if nothing of it is. */
export function readReading(text: string): Reading | undefined {
  const value = parsed(text)
  if (!isObject(value) || value['version'] !== version) return undefined
  return {notes: new Map(entries(value['notes'], markOf)), cards: new Map(entries(value['cards'], cardOf))}
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}

function entries<Value>(value: unknown, read: (value: Readonly<Record<string, unknown>>) => Value | undefined): [string, Value][] {
  if (!isObject(value)) return []
  return Object.entries(value).slice(0, most).flatMap(([key, each]): [string, Value][] => {
    const made = isObject(each) ? read(each) : undefined
    return made === undefined ? [] : [[key, made]]
  })
}

function markOf({state, on, title}: Readonly<Record<string, unknown>>): Mark | undefined {
  if ((state !== 'read' && state !== 'later') || typeof on !== 'string' || !isDay.test(on)) return undefined
  return {state, on, title: typeof title === 'string' ? title.slice(0, 300) : ''}
}

function cardOf({box, due}: Readonly<Record<string, unknown>>): CardState | undefined {
  if (typeof box !== 'number' || !Number.isInteger(box) || box < 0 || box >= intervals.length) return undefined
  return typeof due === 'string' && isDay.test(due) ? {box, due} : undefined
}

/** Join two records: of two marks or cards the later day counts, so that joining is the same in either order. */
export function join(a: Reading, b: Reading): Reading {
  return {notes: later(a.notes, b.notes, ({on, state}) => `${on} ${state}`), cards: later(a.cards, b.cards, ({due, box}) => `${due} ${box}`)}
}

function later<Value>(a: ReadonlyMap<string, Value>, b: ReadonlyMap<string, Value>, rank: (value: Value) => string): Map<string, Value> {
  const joined = new Map(a)
  for (const [key, value] of b) {
    const known = joined.get(key)
    if (known === undefined || rank(value) > rank(known)) joined.set(key, value)
  }
  return joined
}

/** Mark a note, or take its mark away. */
export function withMark(reading: Reading, slug: string, mark: Mark | undefined): Reading {
  const notes = new Map(reading.notes)
  if (mark) notes.set(slug, mark)
  else notes.delete(slug)
  return {...reading, notes}
}

/** Days until a card of each box is due again: the boxes of Leitner, doubled. */
export const intervals = [0, 1, 3, 7, 16, 35, 80] as const

/** Answer a card: who knew it sees it later than last time, who did not sees it again today and tomorrow. */
export function withAnswer(reading: Reading, id: string, {knew, today}: {knew: boolean; today: string}): Reading {
  const known = reading.cards.get(id)?.box ?? 0
  const box = knew ? Math.min(known + 1, intervals.length - 1) : 0
  return {...reading, cards: new Map(reading.cards).set(id, {box, due: dayAfter(today, intervals[box] ?? 0)})}
}

/** Whether a card is to be asked: new ones are, and those whose day has come. */
export function isDue({cards}: Reading, id: string, today: string): boolean {
  const card = cards.get(id)
  return card === undefined || card.due <= today
}

/** A day some days after another. */
export function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
}
