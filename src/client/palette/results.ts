import type {Passage, Piece, Result} from '../search/result.ts'
import {element, icon, marked} from './element.ts'

/** What printing needs of the page, printed into it by the build. */
export interface Shell {
  /** Names in that sprite that are kinds of notes. */
  readonly kinds: readonly string[]
  /** Base path, with a slash at its end. */
  readonly base: string
}

/** Address of a place in a note, with the words that are to be marked there. */
export function addressOf({base}: Shell, slug: string, {words, anchor}: {words: readonly string[]; anchor?: string | undefined}): string {
  // As `href` in `garden/names.ts`: what ends like a file's name has no slash.
  const end = slug === '' || /\.[a-z0-9]+$/i.test(slug) ? '' : '/'
  const path = slug.split('/').map(encodeURIComponent).join('/') + end
  const mark = words.length > 0 ? `?mark=${encodeURIComponent(words.join(' ')).replaceAll('%20', '+')}` : ''
  return `${base}${path}${mark}${anchor === undefined ? '' : `#${encodeURIComponent(anchor)}`}`
}

/** One group a note: the note, and its best places. */
export function printResults(results: readonly Result[], words: readonly string[], shell: Shell): HTMLElement[] {
  return results.map((result) => {
    const note = option(addressOf(shell, result.slug, {words}), [
      icon(shell.kinds.includes(result.kind) ? result.kind : 'note'),
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
    icon(drawing === undefined ? 'hash' : 'figure'),
    element('strong', {dir: 'auto'}, marked(title)),
    ...paragraph(excerpt),
    ...(drawing === undefined ? [] : [sketch(drawing, shell)])
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

/** A drawing in small; where it cannot be had, the words stand alone. */
function sketch(drawing: string, {base}: Shell): HTMLElement {
  const picture = element('img', {class: 'sketch', src: `${base}${drawing}/drawing.svg`, alt: ''})
  picture.addEventListener('error', () => picture.remove())
  return picture
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
    ...(shown ? [element('h3', {dir: 'auto'}, marked(shown.title)), ...paragraph(shown.excerpt)] : textOf(excerpt) === description ? [] : paragraph(excerpt)),
    ...(drawing === undefined ? [] : [sketch(drawing, shell)]),
    ...(tags.length > 0 ? [element('p', {class: 'tagged', dir: 'auto'}, [tags.map((tag) => `#${tag}`).join(' ')])] : [])
  ]
}
