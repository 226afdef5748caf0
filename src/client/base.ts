/** What the view of a base gains from a script: rows are searched, sorted and copied. Without it, all of them stand there. */

import {copied} from './base/csv.ts'
import {sortable} from './base/sort.ts'

const template = document.querySelector<HTMLTemplateElement>('#kg-base-tools')

/** Fewer rows than this are seen at a glance. */
const few = 4

for (const base of document.querySelectorAll<HTMLElement>('.base')) {
  const table = base.querySelector('table')
  const items = [...base.querySelectorAll<HTMLElement>('tbody > tr:not(.base-group), .base-grid > li, .base-list > li')]
  if (!template || items.length < few) continue
  if (table) sortable(table, template.dataset['sort'] ?? '')
  base.prepend(template.content.cloneNode(true))
  const [input, output, button] = [base.querySelector('input'), base.querySelector('output'), base.querySelector<HTMLElement>('.base-tools button')]
  if (!input || !output || !button) continue
  // A list or cards have no columns to copy.
  if (table) button.addEventListener('click', () => copied(table, button, template.dataset['copied'] ?? ''))
  else button.remove()
  const texts = items.map((item) => (item.textContent ?? '').toLowerCase())
  input.addEventListener('input', () => {
    const words = input.value.toLowerCase().split(/\s+/).filter((word) => word !== '')
    let shown = 0
    for (const [index, item] of items.entries()) {
      const fits = words.every((word) => texts[index]?.includes(word))
      item.hidden = !fits
      shown += Number(fits)
    }
    output.textContent = words.length === 0 ? '' : (output.dataset['some'] ?? '').replace('{shown}', String(shown)).replace('{count}', String(items.length))
  })
}
