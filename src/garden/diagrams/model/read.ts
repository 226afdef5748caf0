/**
 * Reading mermaid's databases, whose types it does not publish: everything is
 * `unknown` until it has been looked at, and what is not there reads as empty.
 */

/** The value of a field, or of what a method of that name gives. */
export function read(value: unknown, name: string): unknown {
  return isObject(value) ? Reflect.get(value, name) : undefined
}

export function call(value: unknown, method: string): unknown {
  const found = read(value, method)
  return typeof found === 'function' ? Reflect.apply(found, value, []) : undefined
}

/** The rows of an array, a `Map` or an object, each with its key. */
export function rows(value: unknown): [key: string, row: unknown][] {
  if (value instanceof Map) return [...value].map(([key, row]) => [String(key), row])
  if (Array.isArray(value)) return value.map((row, index) => [String(index), row])
  return isObject(value) ? Object.entries(value) : []
}

export function string(value: unknown): string {
  if (typeof value === 'string') return value
  if (typeof value === 'number') return String(value)
  return Array.isArray(value) ? value.map(string).join(' ') : ''
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null
}

const entities = new Map([['ﬂ°°', '#'], ['ﬂ°', '&'], ['¶ß', ';']])
const named = new Map([['lt', '<'], ['gt', '>'], ['quot', '"'], ['amp', '&'], ['nbsp', ' ']])

/** A label without markup, on one line: mermaid's own escapes, HTML, Markdown signs. */
export function plain(value: unknown): string {
  return string(value)
    .replace(/ﬂ°°|ﬂ°|¶ß/g, (sign) => entities.get(sign) ?? sign)
    .replace(/<br ?\/?>|\\n/gi, ' ')
    .replace(/<\/?[a-zA-Z][^<>]*>/g, '')
    .replace(/[#&](\d{1,6});/g, (whole, digits) => (Number(digits) <= 0x10ffff ? String.fromCodePoint(Number(digits)) : whole))
    .replace(/[#&]([a-z]{2,5});/g, (whole, name) => named.get(name) ?? whole)
    .replace(/\*\*|`|\$\$/g, '')
    .replace(/(^|\s)\*([^*\s][^*]{0,200})\*/g, '$1$2')
    .replace(/\s+/g, ' ')
    .trim()
}
