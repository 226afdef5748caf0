/** What keys, the menu and the palette can do to a page: one function a move. */

import type {Action} from './keys-table.ts'
import {toggle} from './reading/marks.ts'
import {choose, setting, step} from './settings.ts'
import {addressOf} from './site.ts'

/** What each move does; the search is its own file's. */
export const moves: Readonly<Record<Exclude<Action, 'search'> | 'panes', () => void>> = {
  home: () => go(''),
  graph: () => go('graph'),
  allNotes: () => go('notes'),
  reader: () => go('reader'),
  nextHeading: () => toHeading(1),
  previousHeading: () => toHeading(-1),
  nextNote: () => follow('next'),
  previousNote: () => follow('prev'),
  preview: () => void import('./preview/open.ts').then(({previewHere}) => previewHere()),
  nextPane: () => inPanes(({stepPane}) => stepPane(1)),
  previousPane: () => inPanes(({stepPane}) => stepPane(-1)),
  closePane: () => inPanes(({closePane}) => closePane()),
  markRead: () => toggle('read'),
  markLater: () => toggle('later'),
  focus: () => step('focus'),
  larger: () => step('size', 1),
  smaller: () => step('size', -1),
  shortcuts: () => void import('./shortcuts.ts').then(({showShortcuts}) => showShortcuts()),
  panes: () => choose('panes', setting('panes') === 'on' ? 'off' : 'on')
}

/** Panes are there only once they were asked for. */
function inPanes(act: (panes: typeof import('./panes/panes.ts')) => void): void {
  if (document.querySelector('.pane')) void import('./panes/panes.ts').then(act)
}

function go(slug: string): void {
  location.href = addressOf(slug)
}

function follow(rel: 'next' | 'prev'): void {
  document.querySelector<HTMLAnchorElement>(`main a[rel="${rel}"]`)?.click()
}

/** Pixels below the head in which a heading counts as the one that is read. */
const slack = 8

/** Where the headings stand, in pixels below the head of the page. */
function places(headings: readonly HTMLElement[]): number[] {
  const head = Number.parseFloat(getComputedStyle(document.documentElement).scrollPaddingBlockStart) || 0
  return headings.map((heading) => heading.getBoundingClientRect().top - head)
}

/** Go to the heading after or before the one that is read; the page's title is only gone back to. */
function toHeading(by: 1 | -1): void {
  const within = document.activeElement?.closest('.pane') ?? document.querySelector('main')
  const headings = [...(within?.querySelectorAll<HTMLElement>(`:is(${by === 1 ? '' : 'h1, '}h2, h3)`) ?? [])].filter((heading) => heading.checkVisibility())
  const tops = places(headings)
  const at = headings.findIndex((heading, index) => heading === document.activeElement && (tops[index] ?? -1) >= -slack && (tops[index] ?? 0) < innerHeight)
  // The last headings of a page cannot come to its head: the focus says which of them is read.
  const next = at >= 0 ? at + by : by === 1 ? tops.findIndex((top) => top > slack) : tops.findLastIndex((top) => top < -slack)
  const target = headings[next]
  if (!target) return
  // What reads aloud goes on from here, too; the heading is no stop for the tab key.
  target.tabIndex = -1
  target.focus({preventScroll: true})
  target.scrollIntoView()
}
