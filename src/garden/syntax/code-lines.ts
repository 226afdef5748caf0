/** Which lines of a note are code, told line by line: for what is changed or found before the note is read. */

interface Fence {
  readonly signs: string
  /** Quotes it stands in. */
  readonly quotes: number
  /** Where what belongs to its item of a list begins. */
  readonly from: number
}

interface Line {
  /** What stands before the words: quotes, signs of lists and spaces. */
  readonly before: string
  readonly words: string
  readonly quotes: number
  /** Spaces before the words or the first sign of a list. */
  readonly indent: number
}

/**
 * For each line whether it is code: fences with what is between them, and lines that are indented outside lists.
 * A fence may stand behind quotes and signs of lists, and ends with them.
 */
export function codeLines(lines: readonly string[]): boolean[] {
  let fence: Fence | undefined
  let inList = false
  let wasBlank = true
  return lines.map((text) => {
    const line = read(text)
    if (fence && holds(fence, line)) {
      if (closes(fence, line, inList)) fence = undefined
      return true
    }
    inList = isInList(line, inList, wasBlank)
    wasBlank = line.words === ''
    const isIndented = line.indent >= 4 && !inList && !wasBlank
    fence = isIndented ? undefined : fenceOf(line)
    return isIndented || fence !== undefined
  })
}

function read(text: string): Line {
  const line = text.trimEnd().replaceAll('\t', '    ')
  const before = /^(?: *(?:>|(?:[-*+]|\d{1,9}[.)])(?= )))* */.exec(line)?.[0] ?? ''
  const quoted = /^(?: {0,3}> ?)*/.exec(line)?.[0].length ?? 0
  return {before, words: line.slice(before.length), quotes: quotesOf(before), indent: line.slice(quoted).search(/\S|$/)}
}

function quotesOf(before: string): number {
  return before.split('>').length - 1
}

function isItem({before}: Line): boolean {
  return /[^ >]/.test(before)
}

/** Whether a line is of a list, which ends with the first line after a blank one that is not indented. */
function isInList(line: Line, wasInList: boolean, wasBlank: boolean): boolean {
  if (!wasInList) return isItem(line) && line.indent < 4
  return isItem(line) || !wasBlank || line.words === '' || line.indent >= 2
}

function fenceOf({before, words, quotes}: Line): Fence | undefined {
  const [, ticks, waves] = /^(?:(`{3,})[^`]*|(~{3,}).*)$/.exec(words) ?? []
  const signs = ticks ?? waves
  return signs === undefined ? undefined : {signs, quotes, from: (/^.*[^ >]/.exec(before)?.[0].length ?? -1) + 1}
}

/** Whether a line still stands in the quotes and the item that a fence stands in. */
function holds({quotes, from}: Fence, {before, words}: Line): boolean {
  const [spaces = ''] = /^[ >]*/.exec(before) ?? []
  return quotesOf(spaces) >= quotes && (spaces.length >= from || (words === '' && spaces === before))
}

function closes({signs, quotes}: Fence, line: Line, inList: boolean): boolean {
  return line.quotes === quotes && !isItem(line) && (inList || line.indent < 4) && line.words.startsWith(signs) && line.words.replaceAll(signs.charAt(0), '') === ''
}
