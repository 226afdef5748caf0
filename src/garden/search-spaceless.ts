/**
 * Chinese and Japanese in the search index: no space stands between words, so each character is one.
 * What is asked is found where its characters stand side by side (`client/search/spaceless.ts`).
 */

const characters = '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}ー'
const border = new RegExp(`<[^<>]*>|(?<=[^\\s<>\\u2060])(?=[${characters}])|(?<=[${characters}]\\p{M}*)(?=[\\p{L}\\p{N}])`, 'gu')
const run = new RegExp(`[${characters}]+`, 'gu')

/** Longest part of a name that leads to it; longer words are looked for by their pairs of characters. */
const longestGram = 3

/**
 * Text of HTML with each character of these scripts as a word. What was one begins with a word joiner (U+2060), so that
 * results can print it as it was. Tags stay as they are.
 */
export function charactersApart(html: string): string {
  return html.replace(border, (found) => (found === '' ? ' \u2060' : found))
}

/** Parts of a name that can be looked for: its characters, and two and three of them side by side. */
export function gramsOf(word: string): string[] {
  return (word.match(run) ?? []).flatMap((part) => {
    const each = [...part]
    return each.flatMap((_, at) => Array.from({length: longestGram}, (_, more) => each.slice(at, at + more + 1).join('')))
  })
}
