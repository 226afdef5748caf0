/**
 * The way into the search: a button, `/`, Ctrl-K or ⌘-K, or an address with `?q=`.
 *
 * The dialog stands in every page, so that it opens at once and nothing typed is
 * lost; what fills it is loaded when it is first wanted. On the page of the search
 * the field there is used.
 */

import {isPlain} from './site.ts'
import {isWriting} from './writing.ts'

const dialog = document.querySelector<HTMLDialogElement>('dialog.palette')
const panel = dialog?.querySelector<HTMLElement>('.panel')
const input = dialog?.querySelector('input')
const own = document.querySelector<HTMLElement>('main .panel')

function open(query?: string): void {
  if (own) return own.querySelector('input')?.focus()
  if (!dialog || !panel || !input || document.querySelector('dialog[open]')) return
  if (query !== undefined) input.value = query.slice(0, input.maxLength)
  dialog.showModal()
  input.select()
  load(panel, () => {})
}

function load(root: HTMLElement, onShown: (text: string) => void): void {
  import('./palette/start.ts').then(
    ({start}) => start(root, {onLeave: () => dialog?.close(), onShown}),
    () => root.classList.add('failed')
  )
}

function onKey(event: KeyboardEvent): void {
  const {key, ctrlKey, metaKey, altKey, shiftKey} = event
  const isSlash = key === '/' && !ctrlKey && !metaKey && !altKey && document.documentElement.dataset['keys'] !== 'off' && !isWriting(event.target)
  const isChord = key.toLowerCase() === 'k' && ctrlKey !== metaKey && !altKey && !shiftKey
  if (!isSlash && !isChord) return
  event.preventDefault()
  open()
}

/** The page of the search: its address says what is looked for. */
function searchHere(root: HTMLElement): void {
  const field = root.querySelector('input')
  if (!field) return
  root.hidden = false
  const read = (): void => {
    field.value = (new URLSearchParams(location.search).get('q') ?? '').slice(0, field.maxLength)
    load(root, keep)
  }
  const keep = (text: string): void => {
    const address = new URL(location.href)
    if (text === '') address.searchParams.delete('q')
    else address.searchParams.set('q', text)
    if (address.href !== location.href) history.replaceState(history.state, '', address)
  }
  addEventListener('popstate', read)
  read()
}

for (const button of document.querySelectorAll<HTMLElement>('[data-search]')) {
  button.hidden = false
  if (!own) button.setAttribute('aria-haspopup', 'dialog')
  button.addEventListener('click', (event) => {
    if (!isPlain(event)) return
    event.preventDefault()
    // The page of a lost address knows what was looked for.
    open(button.dataset['query'])
  })
}
addEventListener('keydown', onKey)
dialog?.addEventListener('click', ({target}) => {
  if (target instanceof Element && (target === dialog || target.closest('[data-close]'))) dialog.close()
})

const asked = new URLSearchParams(location.search).get('q')
if (own) searchHere(own)
else if (asked !== null && asked.trim() !== '') open(asked)

// A search that led here says what to mark.
const {base} = panel?.dataset ?? {}
if (base !== undefined && new URLSearchParams(location.search).has('mark')) {
  import('./marks.ts').then(
    ({mark}) => mark(base),
    () => {}
  )
}
