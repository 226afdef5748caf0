import {element, icon, marked} from './element.ts'
import type {Found, Passage, Result} from './provider.ts'

/** What the dialog says and shows, printed into it by the build. */
export interface Shell {
  /** Address of the sprite of icons. */
  readonly icons: string
  /** Names in that sprite that are kinds of notes. */
  readonly kinds: readonly string[]
  readonly all: string
}

/** Most tags to narrow by. */
const mostTags = 6

/** One group a note: the note, and its best passage. */
export function printResults(results: readonly Result[], shell: Shell): HTMLElement[] {
  return results.map((result) => {
    const name = result.title.map(({text}) => text).join('')
    const note = option(result.url, [
      icon(shell.icons, shell.kinds.includes(result.kind) ? result.kind : 'note'),
      element('strong', {dir: 'auto'}, marked(result.title)),
      element('span', {class: 'where', dir: 'auto'}, [result.where]),
      ...paragraph(result.excerpt)
    ])
    const parts = result.best ? [passage(result.best, shell)] : []
    return element('div', {role: 'group', 'aria-label': name}, [note, ...parts])
  })
}

function passage({url, title, excerpt, isFigure}: Passage, {icons}: Shell): HTMLElement {
  const made = option(url, [icon(icons, isFigure ? 'figure' : 'hash'), element('strong', {dir: 'auto'}, marked(title)), ...paragraph(excerpt)])
  made.classList.add('part')
  return made
}

function option(url: string, children: readonly Node[]): HTMLElement {
  return element('a', {role: 'option', 'aria-selected': 'false', tabindex: '-1', href: url}, children)
}

function paragraph(pieces: Result['excerpt']): HTMLElement[] {
  return pieces.length > 0 ? [element('p', {dir: 'auto'}, marked(pieces))] : []
}

/** Everything, and the tags of most notes; the chosen one is always among them. */
export function printFacets({everything, tags}: Found, chosen: string | undefined, {all}: Shell): HTMLElement[] {
  const counts = new Map(tags)
  const useful = tags
    // A tag narrows if it leaves something out: of all that was found, and of the tag above it.
    .filter(([name, count]) => count < everything && name !== chosen && count !== counts.get(above(name)))
    .toSorted(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
    .slice(0, mostTags)
  const kept = tags.filter(([name]) => name === chosen)
  if (chosen !== undefined && kept.length === 0) kept.push([chosen, 0])
  return [radio(all, {value: '', count: everything, isChosen: chosen === undefined}), ...[...kept, ...useful].map(([name, count]) => radio(name, {value: name, count, isChosen: name === chosen}))]
}

function above(tag: string): string {
  return tag.slice(0, Math.max(0, tag.lastIndexOf('/')))
}

function radio(text: string, {value, count, isChosen}: {value: string; count: number; isChosen: boolean}): HTMLElement {
  const box = element('input', {class: 'vh', type: 'radio', name: 'kg-tag', value, ...(isChosen && {checked: ''})})
  return element('label', {}, [box, element('span', {dir: 'auto'}, [text]), element('span', {class: 'num'}, [String(count)])])
}
