/**
 * Spell out the elements that a rule is for. A browser keeps rules by the name or class at a selector's end and tries
 * each only on elements that have it; one that ends in `:is(h1, h2)` it tries on every element. Sheets may be written
 * the short way all the same: what a page gets says `.prose h1, .prose h2`, which means the same.
 */

/** A compound of names, classes, attributes and plain pseudo-classes, whose weight is their number. */
const plain = /^(?:[a-z][\w-]*)?(?:\.[\w-]+|\[[^\]]*\]|:[a-z-]+(?![\w(-]))*$/i

/** Spell out each selector of a list; what cannot be put otherwise without changing its weight stays as it is. */
export function spelledOut(list: string): string {
  if (!list.includes(':is(')) return list
  return partsOf(list, ',').map((selector) => spellOne(selector.trim())).join(', ')
}

function spellOne(selector: string): string {
  const from = lastCompound(selector)
  const compound = selector.slice(from)
  if (!compound.startsWith(':is(')) return selector
  const parts = splitAtClosing(compound.slice(':is('.length))
  if (!parts) return selector
  const [inner, rest] = parts
  const choices = partsOf(inner, ',').map((choice) => choice.trim())
  if (!choices.every((choice) => choice !== '' && plain.test(choice)) || new Set(choices.map(weightOf)).size !== 1) return selector
  return choices.map((choice) => selector.slice(0, from) + choice + rest).join(', ')
}

/** How much a plain compound weighs in the cascade: its classes and their like, and its name. */
function weightOf(compound: string): string {
  return `${compound.match(/\.[\w-]+|\[[^\]]*\]|:[a-z-]+/gi)?.length ?? 0} ${/^[a-z]/i.test(compound)}`
}

/** Where the last compound of a selector begins. */
function lastCompound(selector: string): number {
  let [depth, start] = [0, 0]
  for (let at = 0; at < selector.length; at += 1) {
    depth += deeper(selector, at)
    if (depth === 0 && /[\s>+~]/.test(selector[at] ?? '')) start = at + 1
  }
  return start
}

/** The parts of a text between the signs of a kind that stand in no brackets. */
function partsOf(text: string, sign: string): string[] {
  const parts: string[] = []
  let [depth, start] = [0, 0]
  for (let at = 0; at < text.length; at += 1) {
    depth += deeper(text, at)
    if (depth !== 0 || text[at] !== sign) continue
    parts.push(text.slice(start, at))
    start = at + 1
  }
  return [...parts, text.slice(start)]
}

/** A text before and after the bracket that closes one that stands open. */
function splitAtClosing(text: string): [string, string] | undefined {
  let depth = 1
  for (let at = 0; at < text.length; at += 1) {
    depth += deeper(text, at)
    if (depth === 0) return [text.slice(0, at), text.slice(at + 1)]
  }
  return undefined
}

/** How brackets change at a sign. No sheet has one in a string. */
function deeper(text: string, at: number): -1 | 0 | 1 {
  const sign = text[at] ?? ''
  return '(['.includes(sign) ? 1 : ')]'.includes(sign) ? -1 : 0
}

/** The step of PostCSS, which Vite takes all sheets through, that spells their rules out. */
export const spellOut = {
  postcssPlugin: 'trellis-spell-out',
  Rule(rule: {selector: string}): void {
    const selector = spelledOut(rule.selector)
    if (selector !== rule.selector) rule.selector = selector
  }
}
