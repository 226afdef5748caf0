/** Length of the ruler under the date of the next check, in units of its drawing. */
const ruler = 144
const svg = 'http://www.w3.org/2000/svg'

/** Put today on the ruler under the date of the next check, and say when that date has passed. */
export function review(): void {
  const today = Date.now()
  for (const cell of document.querySelectorAll<HTMLElement>('[data-review]')) {
    const due = Date.parse(cell.dataset.review ?? '')
    if (Number.isNaN(due)) continue

    if (today > due) sayOverdue(cell)
    cell.querySelector('svg.gauge')?.append(tick(passed(Date.parse(cell.dataset.since ?? ''), due, today)))
  }
}

function sayOverdue(cell: HTMLElement): void {
  cell.classList.add('overdue')
  const name = cell.querySelector('dt')
  if (name && cell.dataset.overdue) name.textContent = cell.dataset.overdue
}

/** How much of the time between two days has passed, from 0 to 1. */
function passed(start: number, end: number, today: number): number {
  return end > start ? Math.min(1, Math.max(0, (today - start) / (end - start))) : 1
}

function tick(part: number): SVGElement {
  const path = document.createElementNS(svg, 'path')
  path.setAttribute('class', 'now')
  path.setAttribute('d', `M${1 + Math.round(part * (ruler - 2))} 8V0`)
  return path
}
