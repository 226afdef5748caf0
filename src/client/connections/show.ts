/** Print chains between two notes, and what the two share. */

import type {Loaded, NoteLinks} from './load.ts'
import {shared} from './web.ts'

export interface Page {
  readonly loaded: Loaded
  readonly words: Readonly<Record<string, string>>
  /** Address of the first page. */
  readonly home: string
  readonly status: HTMLElement
  readonly room: HTMLElement
}

type Chain = readonly number[]

/** Most notes that a line of shared links names. */
const mostShared = 12

/** Show them, once all their sentences are there. */
export async function showChains(page: Page, ends: readonly [number, number], {found, beside}: {found: readonly Chain[]; beside: readonly Chain[]}): Promise<void> {
  const {room, words} = page
  const parts = await Promise.all([
    ...(found.length > 0 ? [chainsPart(page, words['chains'], found)] : []),
    ...(beside.length > 0 ? [chainsPart(page, words['beside'], beside)] : []),
    sharePart(page, ends)
  ])
  room.replaceChildren(...parts)
}

async function chainsPart(page: Page, heading: string | undefined, found: readonly Chain[]): Promise<HTMLElement> {
  const lists = await Promise.all(found.map((chain) => chainList(page, chain)))
  return element('section', {}, [element('h2', {}, [heading ?? '']), ...lists])
}

/** Notes one below the other, each link between them with its sentence. */
async function chainList(page: Page, chain: Chain): Promise<HTMLElement> {
  const steps = await Promise.all(chain.map(async (note, index) => {
    const next = chain[index + 1]
    const link = element('p', {class: 'stop'}, [noteLink(page, note)])
    return element('li', {}, next === undefined ? [link] : [link, await stepOf(page, note, next)])
  }))
  return element('ol', {class: 'chain'}, steps)
}

async function stepOf(page: Page, note: number, next: number): Promise<HTMLElement> {
  const {words, loaded} = page
  const there = sentenceOf(await loaded.linksOf(note), next)
  const back = sentenceOf(await loaded.linksOf(next), note)
  const [kind, way] = there && back ? ['link two', `${words['linksTo']}, ${words['both']}`] : there ? ['link', words['linksTo'] ?? ''] : ['link back', words['linkedFrom'] ?? '']
  return element('p', {class: kind, dir: 'auto'}, [element('small', {}, [way]), ...better(page, [there, note], [back, next])])
}

type Held = readonly [sentence: Sentence | undefined, holder: number]

/** What to show of two sentences: a row of names does not say why, so where the other way has more, that one. */
function better(page: Page, [there, note]: Held, [back, next]: Held): (Node | string)[] {
  if (there && !(back && isRow(there) && !isRow(back))) return sentence(page, there, note)
  return back ? sentence(page, back, next) : []
}

function isRow([, html]: Sentence): boolean {
  return (html.match(/ [·•|] /g)?.length ?? 0) > 1
}

type Sentence = NoteLinks['links'][number]

function sentenceOf({links}: NoteLinks, to: number): Sentence | undefined {
  return links.find(([note]) => note === to)
}

/** The sentence as the build made it, safe inline HTML, and where it stands. */
function sentence(page: Page, [, html, kind, place, anchor]: Sentence, holder: number): (Node | string)[] {
  const box = document.createElement('template')
  box.innerHTML = html
  const word = kind === 'diagram' ? page.words['inDiagram'] : page.words['under']
  const where = place === '' || kind === 'property' ? [] : [element('span', {class: 'where'}, [` ${word} `, element('a', {href: `${addressOf(page, holder)}${anchor === '' ? '' : `#${encodeURIComponent(anchor)}`}`}, [place])])]
  return [' ', box.content, ...where]
}

async function sharePart(page: Page, [from, to]: readonly [number, number]): Promise<HTMLElement> {
  const {words, loaded, home} = page
  const {web} = loaded
  const [left, right] = await Promise.all([loaded.linksOf(from), loaded.linksOf(to)])
  const tags = left.tags.flatMap((name, index) => (index % 2 === 0 && right.tags.includes(left.tags[index + 1] ?? '\0') ? [{name, slug: left.tags[index + 1] ?? ''}] : []))
  const rows = [
    row(words['bothLink'], shared(web.out[from], web.out[to]).map((note) => noteLink(page, note))),
    row(words['bothLinked'], shared(web.in[from], web.in[to]).map((note) => noteLink(page, note))),
    row(words['tags'], tags.map(({name, slug}) => element('a', {href: home + encodeSlug(slug), dir: 'auto'}, [name])))
  ].flat()
  return element('section', {}, [element('h2', {}, [words['share'] ?? '']), rows.length > 0 ? element('dl', {class: 'share'}, rows) : element('p', {}, [words['nothing'] ?? ''])])
}

function row(name: string | undefined, links: readonly HTMLElement[]): HTMLElement[] {
  if (links.length === 0) return []
  const shown = links.slice(0, mostShared).map((link) => element('li', {}, [link]))
  return [element('dt', {}, [name ?? '']), element('dd', {}, [element('ul', {}, links.length > mostShared ? [...shown, element('li', {}, [`… ${links.length - mostShared}`])] : shown)])]
}

function noteLink(page: Page, note: number): HTMLElement {
  return element('a', {href: addressOf(page, note), dir: 'auto'}, [page.loaded.web.titles[note] ?? ''])
}

function addressOf({home, loaded}: Page, note: number): string {
  const slug = loaded.web.slugs[note] ?? ''
  return slug === '' ? home : home + encodeSlug(slug)
}

function encodeSlug(slug: string): string {
  return `${slug.split('/').map(encodeURIComponent).join('/')}/`
}

function element(name: string, attributes: Readonly<Record<string, string>>, children: readonly (Node | string)[]): HTMLElement {
  const made = document.createElement(name)
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value)
  made.append(...children)
  return made
}
