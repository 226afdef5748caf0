/** HTML of the old days that the parser would read wrongly or the allow-list would make something else of (M-15). */

import type {Element, ElementContent} from 'hast'

/** `size="+2"` of a `font`; it ends at the first `<`, so that each is read once. */
const larger = /(<font\b[^<>]*?\ssize\s*=\s*["']?)\+(\d)/gi

/** HTML whose fonts have sizes of their own: as numbers, which the parser makes of them, `+2` would be `2`, a small one. */
export function withFontSizes(html: string): string {
  return html.replace(larger, (_, before: string, steps: string) => `${before}${Math.min(7, 3 + Number(steps))}`)
}

/** HTML without elements that nothing can end: the rest of the note would be theirs. */
export function withoutPlaintext(html: string): string {
  return html.replace(/<(\/?)plaintext(?=[\s/>])/gi, '<$1kg-plain')
}

/** Kinds of fields that show no words of their own. */
const wordless = new Set(['hidden', 'password', 'radio', 'file', 'color'])

/** Whether an element is a field that is no box to tick: the allow-list would make one of it, and a false tick, or drop its words. */
export function isField({tagName, properties}: Element): boolean {
  return tagName === 'textarea' || tagName === 'select' || (tagName === 'input' && kindOf(properties) !== 'checkbox')
}

/** What a field says: what is in it, or what it asks for; of a choice, all there is to choose from. */
export function wordsOfField(field: Element): ElementContent[] {
  const words = field.tagName === 'select' ? optionsIn(field).join(', ') : field.tagName === 'textarea' ? textIn(field) || asked(field) : wordsOfInput(field)
  return words === '' ? [] : [{type: 'text', value: words}]
}

function wordsOfInput({properties}: Element): string {
  const {value, placeholder, alt} = properties
  return wordless.has(kindOf(properties)) ? '' : String(value || placeholder || alt || '')
}

function asked({properties}: Element): string {
  return String(properties.placeholder ?? '')
}

/** The words of a choice, one by one; also what stands there and cannot be chosen. */
function optionsIn({children}: Element): string[] {
  return children.flatMap((child) => (child.type === 'element' && child.tagName !== 'option' ? optionsIn(child) : optionOf(child))).filter(Boolean)
}

function optionOf(node: ElementContent): string {
  const words = textIn(node).replace(/\s+/g, ' ').trim()
  return words === '' && node.type === 'element' ? String(node.properties.label ?? '') : words
}

function textIn(node: ElementContent): string {
  if (node.type === 'text') return node.value
  return node.type === 'element' ? node.children.map(textIn).join('') : ''
}

function kindOf({type}: Element['properties']): string {
  return typeof type === 'string' ? type.trim().toLowerCase() : 'text'
}
