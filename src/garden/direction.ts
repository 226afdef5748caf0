/** Direction of each block of a note that has letters of a script written from right to left. Other notes have none to tell, and cost nothing. */

import type {Element, Root} from 'hast'

/** Letters of scripts written from right to left: Hebrew, Arabic, Syriac, Thaana, N’Ko, Adlam and their kin. */
const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u
const letter = /\p{L}/u

/** Elements that stand as blocks, and may run against their neighbours. */
const blocks = new Set(['p', 'li', 'ul', 'ol', 'blockquote', 'dl', 'dt', 'dd', 'td', 'th', 'div', 'details', 'summary', 'figcaption'])

/** Direction of a text: that of its first letter, as browsers find it for `dir="auto"`; nothing for a text without letters. */
export function directionOf(text: string): 'ltr' | 'rtl' | undefined {
  const [first] = letter.exec(text) ?? []
  if (first === undefined) return undefined
  return rightToLeft.test(first) ? 'rtl' : 'ltr'
}

/**
 * Say on each block which way it runs, unless its author did.
 *
 * `dir="auto"` would not do: a list or callout looks past the blocks in it that have a direction of their own.
 */
export function withDirections(tree: Root, source: string): void {
  if (!rightToLeft.test(source)) return
  for (const child of tree.children) if (child.type === 'element') direct(child)
}

/** Text of an element; directions are told on the way up, so that each text is read once. */
function direct(node: Element): string {
  const text = node.children.map((child) => (child.type === 'element' ? direct(child) : child.type === 'text' ? child.value : '')).join('')
  if (blocks.has(node.tagName) && node.properties['dir'] === undefined) {
    const direction = directionOf(text)
    if (direction) node.properties['dir'] = direction
  }
  return text
}
