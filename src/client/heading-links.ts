/** A sign at each heading that copies the address of its section (Pu-14). */

/** How long the sign says that it has copied, in milliseconds. */
const thanks = 1500

/** Put the signs; those in what is embedded from other notes belong there. */
export function headingLinks(prose: HTMLElement): void {
  const {link = '', copied = ''} = prose.dataset
  for (const heading of prose.querySelectorAll<HTMLElement>(':is(h2, h3, h4, h5, h6)[id]')) {
    if (heading.closest('.markdown-embed, .footnotes')) continue
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
    heading.append(sign)
  }
}
