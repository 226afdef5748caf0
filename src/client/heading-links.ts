/** A sign at each heading that copies the address of its section (Pu-14). */

import {inPieces} from './idle.ts'

/** How long the sign says that it has copied, in milliseconds. */
const thanks = 1500

/** Put the signs; those in what is embedded from other notes belong there. */
export function headingLinks(prose: HTMLElement): void {
  const headings = [...prose.querySelectorAll<HTMLElement>(':is(h2, h3, h4, h5, h6)[id]')]
  inPieces(headings.filter((heading) => !heading.closest('.markdown-embed, .footnotes')), (heading) => heading.append(signFor(heading, prose.dataset)))
}

function signFor(heading: HTMLElement, {link = '', copied = ''}: DOMStringMap): HTMLAnchorElement {
  const label = link.replace('{heading}', heading.textContent.trim())
  const sign = document.createElement('a')
  sign.className = 'hash'
  sign.href = `#${encodeURIComponent(heading.id)}`
  sign.textContent = '#'
  sign.title = label
  sign.setAttribute('aria-label', label)
  sign.addEventListener('click', async () => {
    await navigator.clipboard?.writeText(sign.href)
    sign.title = copied
    sign.setAttribute('aria-label', copied)
    setTimeout(() => {
      sign.title = label
      sign.setAttribute('aria-label', label)
    }, thanks)
  })
  return sign
}
