/** The shelf: whether it is put away, and the whole tree in it once somebody sees it. */

/** Width from which the tree is a column and not a sheet, as in `shelf.css`. */
const column = matchMedia('(width >= 84rem)')
const key = 'trellis.tree'

/** Remember from page to page whether the tree is put away; `theme.js` hides it before the page is drawn. */
function remember(box: HTMLInputElement): void {
  const root = document.documentElement
  box.checked = root.dataset['tree'] === 'away'
  delete root.dataset['tree']
  box.addEventListener('change', () => {
    try {
      localStorage.setItem(key, box.checked ? 'away' : 'here')
    } catch {
      // Storage may be forbidden; the choice then lasts as long as the page.
    }
    load()
  })
}

let loading = false

/** Bring the tree where it can be seen. */
function load(): void {
  const nav = document.querySelector<HTMLElement>('[data-explorer]')
  if (loading || !nav || !nav.checkVisibility()) return
  loading = true
  import('./explorer/explorer.ts').then(({explorer}) => explorer(nav)).catch(() => {
    // What the page has of the tree stays.
  })
}

/** Let the shelf hold the whole tree, and stay as a reader left it. */
export function shelf(): void {
  const box = document.querySelector<HTMLInputElement>('input#tree-switch')
  if (box) remember(box)
  document.querySelector('#explorer')?.addEventListener('toggle', load)
  column.addEventListener('change', load)
  load()
}
