/**
 * The way into the search: a button, `/`, Ctrl-K or ⌘-K, or an address with `?q=`.
 *
 * The dialog stands in every page, so that it opens at once and nothing typed is
 * lost; what fills it is loaded when it is first wanted.
 */

const dialog = document.querySelector<HTMLDialogElement>('dialog.palette')
const input = dialog?.querySelector('input')

function open(query?: string): void {
  if (!dialog || !input || document.querySelector('dialog[open]')) return
  if (query !== undefined) input.value = query.slice(0, input.maxLength)
  dialog.showModal()
  input.select()
  import('./palette/dialog.ts').then(
    ({start}) => start(dialog, input),
    () => dialog.classList.add('failed')
  )
}

/** Whether keys go into a text that somebody writes. */
function isWriting(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select'))
}

function isPlain({button, ctrlKey, metaKey, shiftKey, altKey}: MouseEvent): boolean {
  return button === 0 && !ctrlKey && !metaKey && !shiftKey && !altKey
}

function onKey(event: KeyboardEvent): void {
  const {key, ctrlKey, metaKey, altKey, shiftKey} = event
  const isSlash = key === '/' && !ctrlKey && !metaKey && !altKey && document.documentElement.dataset['keys'] !== 'off' && !isWriting(event.target)
  const isChord = key.toLowerCase() === 'k' && ctrlKey !== metaKey && !altKey && !shiftKey
  if (!isSlash && !isChord) return
  event.preventDefault()
  open()
}

for (const button of document.querySelectorAll<HTMLElement>('[data-search]')) {
  button.hidden = false
  button.setAttribute('aria-haspopup', 'dialog')
  button.addEventListener('click', (event) => {
    if (!isPlain(event)) return
    event.preventDefault()
    // The page of a lost address knows what was looked for.
    open(button.dataset['query'])
  })
}
addEventListener('keydown', onKey)

const asked = new URLSearchParams(location.search).get('q')
if (asked !== null && asked.trim() !== '') open(asked)
