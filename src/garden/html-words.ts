/** What a page shows of an author's HTML, as words: none of scripts, of style sheets and of what else the allow-list drops whole (M-15). */

import {tagsOf} from './html-tags.ts'
import {authorSchema} from './safe.ts'

/** An element of which no page shows a word, and how many of its name stand in it; no name where there is none. */
export interface Unseen {
  name: string
  depth: number
}

/** Of these the words are shown (`html-old.ts`). */
const unwrapped = new Set(['plaintext', 'textarea'])

const dropped: ReadonlySet<string> = new Set((authorSchema.strip ?? []).filter((name) => !unwrapped.has(name)))

/**
 * The words of a piece of HTML, with spaces for its tags.
 *
 * @param unseen What it begins in; afterwards, what it ends in.
 */
export function shownWords(html: string, unseen: Unseen): string {
  const words: string[] = []
  let at = 0
  for (const {name, isEnd, start, end} of tagsOf(html)) {
    if (unseen.name === '') words.push(withoutMarkup(html.slice(at, start)), ' ')
    at = end
    follow(name, isEnd, unseen)
  }
  if (unseen.name === '') words.push(withoutMarkup(html.slice(at)))
  return words.join('')
}

function follow(name: string, isEnd: boolean, unseen: Unseen): void {
  if (unseen.name === '' ? isEnd || !dropped.has(name) : unseen.name !== name) return
  unseen.depth += isEnd ? -1 : 1
  unseen.name = unseen.depth > 0 ? name : ''
}

/** Without remarks, and what else looks like a tag and is none. */
function withoutMarkup(html: string): string {
  return html.replace(/<!--[\s\S]*?(?:-->|$)/g, ' ').replace(/<[^<>]*>/g, ' ')
}
