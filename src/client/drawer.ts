/** Width from which the tree is a column and not a drawer, as in `shelf.css`. */
const column = matchMedia('(width >= 84rem)')

/** Let Escape, and a press outside of it, close the drawer of the tree. */
export function drawer(): void {
  const open = document.querySelector<HTMLInputElement>('input#tree-switch')
  if (!open) return

  addEventListener('keydown', ({key}) => {
    if (key === 'Escape' && !column.matches) open.checked = false
  })
  addEventListener('pointerdown', ({target}) => {
    const inside = target instanceof Element && target.closest('.tree, label:has(#tree-switch), label[for="tree-switch"]')
    if (!inside && !column.matches) open.checked = false
  })
}
