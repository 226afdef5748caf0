/** What would make a drawing differ from machine to machine or from day to day, held still. */

const fields = ['FullYear', 'Month', 'Date', 'Hours', 'Minutes', 'Seconds', 'Milliseconds'] as const

/** The moment that a diagram takes for now: a gantt without dates starts here. */
const now = Date.UTC(2000, 0, 1)

/**
 * Make `Date` speak UTC and stand still.
 *
 * A worker cannot set its own time zone, and a gantt chart drawn in Auckland
 * must be that drawn in Lima. For good: to be called in a worker thread only.
 */
export function stopClock(): void {
  const real = globalThis.Date
  for (const field of fields) {
    define(real.prototype, `get${field}`, Reflect.get(real.prototype, `getUTC${field}`))
    if (`setUTC${field}` in real.prototype) define(real.prototype, `set${field}`, Reflect.get(real.prototype, `setUTC${field}`))
  }
  define(real.prototype, 'getDay', real.prototype.getUTCDay)
  define(real.prototype, 'getTimezoneOffset', () => 0)
  const fake = new Proxy(real, {
    construct: (_target, values: readonly unknown[], newTarget) => Reflect.construct(real, [moment(values)], newTarget),
    apply: () => new real(now).toUTCString(),
    get: (target, name) => (name === 'now' ? () => now : Reflect.get(target, name))
  })
  define(real.prototype, 'constructor', fake)
  define(globalThis, 'Date', fake)
}

/** Milliseconds that `new Date(...values)` means in UTC. */
function moment(values: readonly unknown[]): number {
  const [first] = values
  if (values.length === 0) return now
  if (values.length === 1) return typeof first === 'string' ? Date.parse(withZone(first)) : Number(first)
  const [year = 0, month = 0, ...rest] = values.map(Number)
  return Date.UTC(year, month, ...rest)
}

/** A date and time without a zone is local time; a date alone is UTC already. */
function withZone(text: string): string {
  if (/(?:Z|GMT|UTC|[+-]\d\d:?\d\d)\s*$/i.test(text) || /^\d{4}(?:-\d\d){0,2}$/.test(text)) return text
  return /^\d{4}-\d\d-\d\dT/.test(text) ? `${text}Z` : `${text} UTC`
}

/** Seed the dice: mermaid draws lots for ids, sketchy lines and the layout of mind maps. FNV-1a, then mulberry32. */
export function seedRandom(seed: string): void {
  let state = 0x811c9dc5
  for (let index = 0; index < seed.length; index++) state = Math.imul(state ^ seed.charCodeAt(index), 0x01000193)
  define(Math, 'random', () => {
    state = (state + 0x6d2b79f5) | 0
    const once = Math.imul(state ^ (state >>> 15), 1 | state)
    const twice = (once + Math.imul(once ^ (once >>> 7), 61 | once)) ^ once
    return ((twice ^ (twice >>> 14)) >>> 0) / 2 ** 32
  })
}

function define(target: object, name: string, value: unknown): void {
  Object.defineProperty(target, name, {value, configurable: true, writable: true})
}
