/** Which cards a page of cards asks, and where each of them is written. */

import {addressOf} from '../site.ts'
import {stepsIn} from './marks.ts'

/** A card that may be asked. */
export interface Ask {
  /** `slug#^block`: how it is kept. */
  readonly id: string
  /** Id of its block, with `^`. */
  readonly block: string
  /** Address of the page of its note's cards; `` is this one. */
  readonly page: string
  readonly title: string
  /** Its place in the note. */
  readonly href: string
}

export interface Asked {
  readonly question: readonly Node[]
  readonly answer: readonly Node[]
}

interface Deck {
  readonly note: string
  readonly title: string
  readonly page: string
  readonly ids: readonly string[]
}

function asksOf({note, title, page, ids}: Deck): Ask[] {
  return ids.map((id) => ({id: `${note}#^${id}`, block: `^${id}`, page, title, href: `${addressOf(note)}#${encodeURIComponent(`^${id}`)}`}))
}

/** The decks that the list of all cards names. */
function listed(): (Deck & {readonly tags: readonly string[]})[] {
  return [...document.querySelectorAll<HTMLElement>('#by-note li[data-note]')].map((item) => {
    const {note = '', ids = '', tags = ''} = item.dataset
    const link = item.querySelector('a')
    return {note, title: link?.textContent ?? '', page: link?.href ?? '', ids: ids.split(' '), tags: tags.split(' ')}
  })
}

/** The cards that this page's address asks for: a note's own, a tag's, a path's. None where it asks for none. */
export async function decksHere(): Promise<readonly Ask[]> {
  const own = document.querySelector<HTMLElement>('.cards[data-note]')
  if (own) {
    const ids = [...own.querySelectorAll('[data-cards] > details')].map(({id}) => id.slice(1))
    return asksOf({note: own.dataset['note'] ?? '', title: own.dataset['title'] ?? '', page: '', ids})
  }
  leadPathsHere()
  const query = new URLSearchParams(location.search)
  const [tag, path, note] = ['tag', 'path', 'note'].map((name) => query.get(name))
  const decks = listed()
  if (note) return decks.filter((deck) => deck.note === note).flatMap(asksOf)
  if (tag) return decks.filter(({tags}) => tags.some((each) => each === tag || each.startsWith(`${tag}/`))).flatMap(asksOf)
  if (!path) return []
  // In the order of the path.
  const steps = await stepsOf(path)
  return steps.flatMap((slug) => decks.filter((deck) => deck.note === slug)).flatMap(asksOf)
}

/** Without a script a path leads to its note; with one, to its cards. */
function leadPathsHere(): void {
  for (const link of document.querySelectorAll<HTMLAnchorElement>('a[data-query]')) link.href = `${location.pathname}?${link.dataset['query']}`
}

async function stepsOf(path: string): Promise<readonly string[]> {
  const page = await pageAt(addressOf(path))
  return page ? stepsIn(page) : []
}

const pages = new Map<string, Promise<Document | undefined>>()

function pageAt(address: string): Promise<Document | undefined> {
  const known = pages.get(address) ?? fetchPage(address)
  pages.set(address, known)
  return known
}

async function fetchPage(address: string): Promise<Document | undefined> {
  const response = await fetch(address).catch(() => undefined)
  return response?.ok ? new DOMParser().parseFromString(await response.text(), 'text/html') : undefined
}

/** The words of a card, from the page where it is written. */
export async function load({page, block}: Ask): Promise<Asked | undefined> {
  const source = page === '' ? document : await pageAt(page)
  const card = source?.getElementById(block)
  const [title, content] = [card?.querySelector('.callout-title-inner'), card?.querySelector('.callout-content')]
  if (!title || !content) return undefined
  const copy = (from: Element): Node[] => [...document.importNode(from, true).childNodes]
  return {question: copy(title), answer: copy(content)}
}
