import type {Passage, Piece, Result} from '../search/result.ts'
import {element, icon, marked} from './element.ts'

/** What printing needs of the page, printed into it by the build. */
export interface Shell {
  /** Address of the sprite of icons. */
  readonly icons: string
  /** Names in that sprite that are kinds of notes. */
  readonly kinds: readonly string[]
  /** Base path, with a slash at its end. */
  readonly base: string
}

/** Address of a place in a note, with the words that are to be marked there. */
export function addressOf({base}: Shell, slug: string, {words, anchor}: {words: readonly string[]; anchor?: string | undefined}): string {
  const path = slug === '' ? '' : `${slug.split('/').map(encodeURIComponent).join('/')}/`
  const mark = words.length > 0 ? `?mark=${encodeURIComponent(words.join(' ')).replaceAll('%20', '+')}` : ''
  return `${base}${path}${mark}${anchor === undefined ? '' : `#${encodeURIComponent(anchor)}`}`
}

/** One group a note: the note, and its best places. */
export function printResults(results: readonly Result[], words: readonly string[], shell: Shell): HTMLElement[] {
  return results.map((result) => {
    const note = option(addressOf(shell, result.slug, {words}), [
      icon(shell.icons, shell.kinds.includes(result.kind) ? result.kind : 'note'),
      element('strong', {dir: 'auto'}, marked(result.title)),
      element('span', {class: 'where', dir: 'auto'}, [whereOf(result)]),
      ...paragraph(result.excerpt),
      ...(result.tags.length > 0 ? [element('span', {class: 'tagged', dir: 'auto'}, [result.tags.map((tag) => `#${tag}`).join(' ')])] : [])
    ])
    const places = result.passages.map((passage) => place(passage, {result, words, shell}))
    return element('div', {role: 'group', 'aria-label': textOf(result.title)}, [note, ...places])
  })
}

function textOf(pieces: readonly Piece[]): string {
  return pieces.map(({text}) => text).join('')
}

/** Folders, and the kind where they do not say it already. */
function whereOf({folders, kind}: Result): string {
  const says = folders.some((folder) => folder.toLowerCase().startsWith(kind.toLowerCase()))
  return [folders.join(' / '), ...(says ? [] : [kind])].filter((part) => part !== '').join(' · ')
}

function place({anchor, title, excerpt, drawing}: Passage, {result, words, shell}: {result: Result; words: readonly string[]; shell: Shell}): HTMLElement {
  const made = option(addressOf(shell, result.slug, {words, anchor}), [
    icon(shell.icons, drawing === undefined ? 'hash' : 'figure'),
    element('strong', {dir: 'auto'}, marked(title)),
    ...paragraph(excerpt),
    ...(drawing === undefined ? [] : [element('span', {class: 'sketch', 'data-drawing': `${shell.base}${drawing}/drawing.svg`})])
  ])
  made.classList.add('part')
  return made
}

function option(url: string, children: readonly Node[]): HTMLElement {
  return element('a', {role: 'option', 'aria-selected': 'false', tabindex: '-1', href: url}, children)
}

function paragraph(pieces: readonly Piece[]): HTMLElement[] {
  return pieces.length > 0 ? [element('p', {dir: 'auto'}, marked(pieces))] : []
}

/** Put small drawings where they are wanted; where one cannot be had, the words stand alone. */
export async function sketch(box: Element): Promise<void> {
  for (const frame of box.querySelectorAll<HTMLElement>('[data-drawing]')) {
    const {drawing: address = ''} = frame.dataset
    // Asked for once, also when the list is looked at again before the answer.
    delete frame.dataset['drawing']
    const response = await fetch(address).catch(() => undefined)
    if (!response?.ok || !frame.isConnected) continue
    const holder = document.createElement('template')
    holder.innerHTML = await response.text()
    const drawing = holder.content.querySelector('svg')
    if (!drawing) continue
    for (const name of ['role', 'aria-label', 'aria-roledescription']) drawing.removeAttribute(name)
    drawing.ariaHidden = 'true'
    frame.append(drawing)
  }
}

/** A closer look at a result, beside the list on wide screens. It says again what the list says, so it is for eyes only. */
export function printGlance(result: Result, passage: Passage | undefined, shell: Shell): HTMLElement[] {
  const {title, description, tags, passages, excerpt} = result
  const shown = passage ?? passages[0]
  const drawing = passages.find((each) => each.drawing !== undefined && (passage === undefined || each === passage))?.drawing
  return [
    element('p', {class: 'where', dir: 'auto'}, [whereOf(result)]),
    element('h2', {dir: 'auto'}, marked(title)),
    ...(description === '' ? [] : [element('p', {class: 'said', dir: 'auto'}, [description])]),
    ...(shown ? [element('h3', {dir: 'auto'}, marked(shown.title)), ...paragraph(shown.excerpt)] : paragraph(excerpt)),
    ...(drawing === undefined ? [] : [element('div', {class: 'sketch', 'data-drawing': `${shell.base}${drawing}/drawing.svg`})]),
    ...(tags.length > 0 ? [element('p', {class: 'tagged', dir: 'auto'}, [tags.map((tag) => `#${tag}`).join(' ')])] : [])
  ]
}
