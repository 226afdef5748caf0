/** Arrow keys in the explorer: up and down from line to line, right and left to open and close folders. Tab works as everywhere. */

function move(tree: HTMLElement, from: HTMLElement, step: number): void {
  const links = [...tree.querySelectorAll<HTMLElement>('a')].filter((each) => each.checkVisibility())
  const at = links.indexOf(from.closest('li')?.querySelector('a') ?? links[0] ?? from)
  links[at + step]?.focus()
}

/** Open or close the folder of a line; a line that cannot hands it to its folder. */
function fold(tree: HTMLElement, from: HTMLElement, open: boolean): void {
  const item = from.closest('li')
  const button = item?.querySelector<HTMLElement>(':scope > button')
  const isOpen = button?.getAttribute('aria-expanded') === 'true'
  if (button && isOpen !== open) button.click()
  else if (open && button) move(tree, from, 1)
  else if (!open) item?.parentElement?.closest('li')?.querySelector('a')?.focus()
}

function isForward(key: string, tree: HTMLElement): boolean {
  return key === (getComputedStyle(tree).direction === 'rtl' ? 'ArrowLeft' : 'ArrowRight')
}

const acts: ReadonlyMap<string, (tree: HTMLElement, from: HTMLElement, key: string) => void> = new Map([
  ['ArrowDown', (tree, from) => move(tree, from, 1)],
  ['ArrowUp', (tree, from) => move(tree, from, -1)],
  ['ArrowRight', (tree, from, key) => fold(tree, from, isForward(key, tree))],
  ['ArrowLeft', (tree, from, key) => fold(tree, from, isForward(key, tree))]
])

/** Listen to arrow keys in a tree. */
export function keys(tree: HTMLElement): void {
  tree.addEventListener('keydown', (event) => {
    const {key, target, altKey, ctrlKey, metaKey} = event
    const act = altKey || ctrlKey || metaKey ? undefined : acts.get(key)
    if (!act || !(target instanceof HTMLElement)) return
    act(tree, target, key)
    event.preventDefault()
  })
}
