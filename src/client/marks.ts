/** Marks on the page that a search led to: its words, until the reader takes them away. */

import {element} from './palette/element.ts'
import {own} from './palette/own.ts'
import {isSpaceless, wordsOfRun} from './search/spaceless.ts'
import {nameWords, plain, stem} from './search/words.ts'

/** Name of the marks in the style sheet. */
const name = 'found'

/** Most places that are marked. */
const most = 500

/** Mark the words that the address brought, and let it be the page's own again. */
export async function mark(base: string): Promise<void> {
  const address = new URL(location.href)
  const words = nameWords(address.searchParams.get('mark') ?? '')
  address.searchParams.delete('mark')
  history.replaceState(history.state, '', address)
  if (!('highlights' in CSS) || words.length === 0) return

  const places = placesOf(words)
  if (places.length === 0) return
  CSS.highlights.set(name, new Highlight(...places))
  const {words: said} = await own(`${base}search/palette.json`)
  const button = element('button', {type: 'button'}, [said.unmark])
  const bar = element('p', {class: 'found-words', role: 'status'}, [said.marked.replace('{count}', String(places.length)), ' ', button])
  const unmark = (): void => {
    CSS.highlights.delete(name)
    bar.remove()
    removeEventListener('keydown', onKey)
  }
  const onKey = ({key}: KeyboardEvent): void => {
    if (key === 'Escape' && !document.querySelector('dialog[open]')) unmark()
  }
  button.addEventListener('click', unmark)
  addEventListener('keydown', onKey)
  document.body.append(bar)
}

type Span = readonly [from: number, length: number]

/** Where a word stands in a text that has no borders of words. */
function placesIn(text: string, word: string): Span[] {
  const places: Span[] = []
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) places.push([at, word.length])
  return places
}

/** Where the words stand in the note: as they were typed, in other forms, or as parts. */
function placesOf(words: readonly string[]): Range[] {
  const places: Range[] = []
  const main = document.querySelector('main')
  if (!main) return places
  const spans = spansOf(words, document.documentElement.lang)
  const walker = document.createTreeWalker(main, NodeFilter.SHOW_TEXT, (node) => (node.parentElement?.closest('svg, script, style, .panel') ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT))
  for (let node = walker.nextNode(); node && places.length < most; node = walker.nextNode()) {
    for (const [from, length] of spans(node.textContent ?? '')) {
      const range = document.createRange()
      range.setStart(node, from)
      range.setEnd(node, from + length)
      places.push(range)
    }
  }
  return places
}

/** What finds the words in a text: offsets and lengths. */
function spansOf(words: readonly string[], lang: string): (text: string) => Span[] {
  const stems = new Set(words.map((word) => stem(word, lang)))
  const within = words.flatMap(wordsOfRun).filter(isSpaceless)
  return (text) =>
    [...text.matchAll(/[\p{L}\p{M}\p{N}_]+(?:[./:'’-][\p{L}\p{M}\p{N}_]+)*/gu)].flatMap(({0: found, index}): Span[] => {
      const isWhole = [plain(found), ...nameWords(found)].some((part) => stems.has(stem(part, lang)))
      return isWhole ? [[index, found.length]] : within.flatMap((word) => placesIn(found, word)).map(([from, length]) => [index + from, length])
    })
}
