/** Write suggested links into a text. Pure: what is written where, and what no longer stands where it was found. */

import type {LinkSuggestion} from '../../src/garden/model.ts'

export interface Applied {
  readonly text: string
  readonly done: readonly LinkSuggestion[]
  /** Those whose words are not at their place any more. */
  readonly gone: readonly LinkSuggestion[]
}

/** Put links in the place of words, all in one text; places are those before the first is written. */
export function applyLinks(text: string, suggestions: readonly LinkSuggestion[]): Applied {
  const starts = lineStarts(text)
  const done: LinkSuggestion[] = []
  const gone: LinkSuggestion[] = []
  let written = text
  let end = text.length
  // From the last to the first, so that no place moves before its turn.
  const backwards = [...suggestions].sort((a, b) => b.place.line - a.place.line || b.place.column - a.place.column)
  for (const suggestion of backwards) {
    const {place, words, link} = suggestion
    const at = (starts[place.line - 1] ?? text.length) + place.column - 1
    if (!text.startsWith(words, at) || at + words.length > end) {
      gone.unshift(suggestion)
      continue
    }
    written = written.slice(0, at) + link + written.slice(at + words.length)
    done.unshift(suggestion)
    end = at
  }
  return {text: written, done, gone}
}

/** Offset of each line's first character; a byte order mark is none. */
function lineStarts(text: string): number[] {
  const first = text.startsWith('\uFEFF') ? 1 : 0
  return [first, ...Array.from(text.matchAll(/\r\n|\n|\r/g), (match) => match.index + match[0].length)]
}
