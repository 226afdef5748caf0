/** What the palette offers beside notes: one row an action. */

import type {SiteInfo} from '../site.ts'
import type {IconName} from './icons.ts'
import type {Strings} from './strings.ts'

export interface Action {
  /** By this name a script says how it is done (`onAction` in `client/actions.ts`), where there is no address. */
  readonly name: string
  readonly label: (t: Strings) => string
  readonly icon: IconName
  /** Slug of the page it leads to, and the place in it. */
  readonly to?: readonly [slug: string, fragment?: string]
  /** Whether a site has it; all have by default. */
  readonly isOn?: (site: SiteInfo) => boolean
}

export const actions: readonly Action[] = [
  {name: 'home', label: (t) => t.home, icon: 'brand', to: ['']},
  {name: 'notes', label: (t) => t.allNotes, icon: 'note', to: ['notes']},
  {name: 'tags', label: (t) => t.tags, icon: 'hash', to: ['tags']},
  {name: 'map', label: (t) => t.map.name, icon: 'links', to: ['graph']},
  {name: 'diagrams', label: (t) => t.diagrams, icon: 'design', to: ['diagrams'], isOn: (site) => site.diagrams === true},
  {name: 'recent', label: (t) => t.actions.recent, icon: 'clock', to: ['recent'], isOn: (site) => site.dated},
  {name: 'search', label: (t) => t.actions.search, icon: 'search', to: ['search']},
  {name: 'random', label: (t) => t.actions.random, icon: 'path'},
  {name: 'theme', label: (t) => t.actions.theme, icon: 'theme'},
  {name: 'reader', label: (t) => t.reader.title, icon: 'reader', to: ['reader']},
  {name: 'markRead', label: (t) => t.reader.actions.markRead, icon: 'reader'},
  {name: 'markLater', label: (t) => t.reader.actions.markLater, icon: 'reader'},
  {name: 'focus', label: (t) => t.reader.actions.focus, icon: 'reader'},
  {name: 'larger', label: (t) => t.reader.larger, icon: 'reader'},
  {name: 'smaller', label: (t) => t.reader.smaller, icon: 'reader'},
  {name: 'shortcuts', label: (t) => t.reader.shortcuts, icon: 'reader'}
]
