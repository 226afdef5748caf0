import {knowsAction} from '../actions.ts'
import {element, icon, marked} from './element.ts'
import {folded, titlePieces} from '../search/pieces.ts'

/** An action as the build prints it into `palette.json`. */
export interface Offered {
  readonly name: string
  readonly label: string
  readonly icon: string
  readonly href?: string
}

/** Most actions beside notes that were found. */
const mostBeside = 3

/** Actions that this page can do, and that a query asks for: all of them where nothing is asked. */
export function actionsFor(query: string, offered: readonly Offered[]): Offered[] {
  const words = folded(query).split(/\s+/).filter((word) => word !== '')
  const able = offered.filter(({name, href}) => href !== undefined || knowsAction(name))
  if (words.length === 0) return able
  const asked = able.filter(({label}) => {
    const parts = folded(label).split(/[^\p{L}\p{M}\p{N}]+/u)
    return words.every((word) => parts.some((part) => part.startsWith(word)))
  })
  return asked.slice(0, mostBeside)
}

/** A group of actions under its name; none where there is none. */
export function printActions(found: readonly Offered[], {query, label}: {query: string; label: string}): HTMLElement[] {
  if (found.length === 0) return []
  const options = found.map(({name, label: text, icon: shape, href = '#'}) =>
    element('a', {role: 'option', 'aria-selected': 'false', tabindex: '-1', href, class: 'act', ...(href === '#' && {'data-act': name})}, [
      icon(shape),
      element('strong', {dir: 'auto'}, marked(titlePieces(text, query)))
    ])
  )
  return [element('div', {role: 'group', 'aria-label': label}, [element('p', {class: 'caps', 'aria-hidden': 'true'}, [label]), ...options])]
}
