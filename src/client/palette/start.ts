/** Begin to search in a panel: in the dialog of every page, and on the page of the search. */

import {indexProvider} from '../search/provider.ts'
import {addIcons} from './element.ts'
import {own, type Own} from './own.ts'
import {panel, type PanelOptions} from './panel.ts'
import {titles} from './titles.ts'

const started = new WeakMap<HTMLElement, (() => void) | undefined>()

/** Bring a panel to life, or look again for what stands in its field. */
export function start(root: HTMLElement, {onLeave, onShown}: Pick<PanelOptions, 'onLeave' | 'onShown'>): void {
  if (!started.has(root)) started.set(root, panel(root, {...optionsOf(root), onLeave, onShown}))
  started.get(root)?.()
}

function optionsOf({dataset}: HTMLElement): Pick<PanelOptions, 'provider' | 'own' | 'shell'> {
  const {base = '', kinds = ''} = dataset
  const words: Promise<Own> = own(`${base}search/palette.json`)
  // Looked at when it is needed; until then a failure is nobody's surprise.
  words.then(({sprite}) => addIcons(sprite)).catch(() => {})
  return {
    provider: import.meta.env.DEV ? titles(`${base}garden.json`) : indexProvider(`${base}pagefind/`),
    own: words,
    shell: {kinds: kinds.split(' '), base}
  }
}
