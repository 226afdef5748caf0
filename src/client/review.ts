/** Length of the ruler under the date of the next check, in units of its drawing. */
const ruler = 144
const svg = 'http://www.w3.org/2000/svg'

/** Put today on the ruler under the date of the next check, and say when that date has passed. */
export function review(): void {
  for (const cell of document.querySelectorAll<HTMLElement>('[data-review]')) {
    const end = Date.parse(cell.dataset.review ?? '')
    const start = Date.parse(cell.dataset.since ?? '')
    const today = Date.now()
    if (Number.isNaN(end)) continue

    if (today > end) {
      cell.classList.add('overdue')
      const name = cell.querySelector('dt')
      if (name) name.textContent = cell.dataset.overdue ?? name.textContent
    }

    const passed = end > start ? (today - start) / (end - start) : 1
    const x = 1 + Math.round(Math.min(1, Math.max(0, passed)) * (ruler - 2))
    const tick = document.createElementNS(svg, 'path')
    tick.setAttribute('class', 'now')
    tick.setAttribute('d', `M${x} 8V0`)
    cell.querySelector('svg.gauge')?.append(tick)
  }
}
