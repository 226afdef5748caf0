/** HTML of the old days that the parser would read wrongly or the allow-list would make something else of (M-15). */

import type {Element, ElementContent} from 'hast'

/** `size="+2"` of a `font`; it ends at the first `<`, so that each is read once. */
const larger = /(<font\b[^<>]*?\ssize\s*=\s*["']?)\+(\d)/gi

/** HTML whose fonts have sizes of their own: as numbers, which the parser makes of them, `+2` would be `2`, a small one. */
export function withFontSizes(html: string): string {
  return html.replace(larger, (_, before: string, steps: string) => `${before}${Math.min(7, 3 + Number(steps))}`)
}

/** Kinds of fields that show no words of their own. */
const wordless = new Set(['hidden', 'password', 'radio', 'file', 'color'])

/** Whether an element is a field that is no box to tick: the allow-list would make one of it, and a false tick. */
export function isField({tagName, properties}: Element): boolean {
  return tagName === 'input' && kindOf(properties) !== 'checkbox'
}

/** What a field says: what is in it, or what it asks for. */
export function wordsOfField({properties}: Element): ElementContent[] {
  const {value, placeholder, alt} = properties
  const words = wordless.has(kindOf(properties)) ? '' : String(value || placeholder || alt || '')
  return words === '' ? [] : [{type: 'text', value: words}]
}

function kindOf({type}: Element['properties']): string {
  return typeof type === 'string' ? type.trim().toLowerCase() : 'text'
}
