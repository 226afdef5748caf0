/**
 * Chinese and Japanese put no space between words. In the index each of their characters is a word
 * (`garden/search-spaceless.ts`); what is asked for is characters that stand side by side.
 */

/** The same as in `garden/search-spaceless.ts`. */
const character = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]/u
const run = new RegExp(`${character.source}+|[^${character.source.slice(1, -1)}]+`, 'gu')

/** Longest run that is looked for as it is; of longer ones, which hold several words, each pair of neighbours. */
const longestWord = 3

/** Whether a text is of such a script, all of it. */
export function isSpaceless(text: string): boolean {
  return text !== '' && [...text].every((each) => character.test(each))
}

/** Words to look for in a run of letters: `API网关` is two, and a sentence is the pairs of its characters. */
export function wordsOfRun(text: string): string[] {
  return (text.match(run) ?? []).flatMap((part) => {
    const characters = [...part]
    if (!isSpaceless(part) || characters.length <= longestWord) return [part]
    return characters.slice(1).map((each, at) => `${characters[at]}${each}`)
  })
}

/** Whether a word is one of some, or stands in one of them where words have no borders. */
export function isAmong(word: string, words: readonly string[]): boolean {
  return words.includes(word) || (isSpaceless(word) && words.some((each) => each.includes(word)))
}
