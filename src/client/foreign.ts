/** What other sites serve, shown where it stands when a reader asks for it; before that nobody but this site is asked (decision 9). */

/** Attributes of a frame; the same as of those that are shown at once. */
const sandbox = 'allow-scripts allow-same-origin allow-popups allow-presentation'

/** Put a button beside each link to what can be shown. */
export function foreignButtons(): void {
  const words = document.querySelector<HTMLElement>('[data-show]')?.dataset['show']
  if (!words) return
  for (const place of document.querySelectorAll<HTMLElement>('.foreign[data-src]')) {
    const {src = ''} = place.dataset
    const button = document.createElement('button')
    button.type = 'button'
    button.textContent = words.replace('{host}', URL.parse(src)?.hostname ?? '')
    button.addEventListener('click', () => show(place, src))
    place.append(button)
  }
}

function show(place: HTMLElement, src: string): void {
  const {kind = 'img', words = '', width, height, referrer} = place.dataset
  const shown = document.createElement(kind)
  shown.title = words
  if (shown instanceof HTMLIFrameElement) {
    shown.setAttribute('sandbox', sandbox)
    shown.allowFullscreen = true
    shown.referrerPolicy = referrer === 'strict-origin' ? referrer : 'no-referrer'
  }
  if (shown instanceof HTMLImageElement) shown.alt = words
  if (shown instanceof HTMLMediaElement) shown.controls = true
  if (width) shown.setAttribute('width', width)
  if (height) shown.setAttribute('height', height)
  shown.setAttribute('src', src)
  shown.tabIndex = -1
  place.querySelector('button')?.replaceWith(shown)
  place.classList.add('is-shown')
  shown.focus()
}
