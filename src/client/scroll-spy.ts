/** Part of the window, from its top, in which a heading counts as being read. */
const readingLine = 0.3

/** Mark the section being read in the contents, and those already passed. */
export function scrollSpy(): void {
  const links = [...document.querySelectorAll<HTMLAnchorElement>('[data-outline] a')]
  const targets = links.map((link) => document.getElementById(decodeURIComponent(link.hash.slice(1))))
  if (links.length === 0) return

  const mark = () => {
    const line = innerHeight * readingLine
    const current = targets.findLastIndex((target) => target && target.getBoundingClientRect().top <= line)
    for (const [index, link] of links.entries()) {
      link.classList.toggle('past', index < current)
      if (index === current) link.setAttribute('aria-current', 'location')
      else link.removeAttribute('aria-current')
    }
  }

  let waiting = false
  const soon = () => {
    if (waiting) return
    waiting = true
    requestAnimationFrame(() => {
      waiting = false
      mark()
    })
  }

  addEventListener('scroll', soon, {passive: true})
  addEventListener('resize', soon, {passive: true})
  // Not at once: where headings stand is known after the first layout, which is not asked for twice.
  soon()
}
