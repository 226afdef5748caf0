/** Tables whose heads sort them: once up, once down, once as they were. */

type Order = 'ascending' | 'descending' | 'none'

/** The order that the next press brings. */
function after(order: string | null): Order {
  if (order === 'ascending') return 'descending'
  return order === 'descending' ? 'none' : 'ascending'
}

/** Make the heads of a table sort its rows, each group's among themselves. `words` names the button of a column. */
export function sortable(table: HTMLTableElement, words: string): void {
  const heads = [...table.querySelectorAll<HTMLElement>('thead th')]
  const before = [...table.tBodies].map((body) => [...body.rows].filter((row) => !row.matches('.base-group')))
  for (const [column, head] of heads.entries()) {
    const button = document.createElement('button')
    button.type = 'button'
    button.title = words.replace('{name}', () => head.textContent ?? '')
    button.append(...head.childNodes)
    head.append(button)
    button.addEventListener('click', () => {
      const order = after(head.ariaSort)
      for (const each of heads) each.ariaSort = null
      if (order !== 'none') head.ariaSort = order
      for (const [index, body] of [...table.tBodies].entries()) body.append(...sorted(before[index] ?? [], column, order))
    })
  }
}

function sorted(rows: readonly HTMLTableRowElement[], column: number, order: Order): HTMLTableRowElement[] {
  if (order === 'none') return [...rows]
  const sign = order === 'ascending' ? 1 : -1
  const {compare} = new Intl.Collator(document.documentElement.lang, {numeric: true})
  return rows
    .map((row) => ({row, text: row.cells[column]?.textContent?.trim() ?? '', value: row.cells[column]?.dataset['v']}))
    .sort((a, b) => {
      // What is empty comes last, whichever way.
      if (a.text === '' || b.text === '') return Number(a.text === '') - Number(b.text === '')
      const isNumber = a.value !== undefined && b.value !== undefined
      return (isNumber ? Number(a.value) - Number(b.value) : compare(a.text, b.text)) * sign
    })
    .map(({row}) => row)
}
