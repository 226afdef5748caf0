/** Searching in the map: what is found is lit, and listed under the field. A combobox by the pattern of WAI-ARIA. */

import {element} from './elements.ts'
import type {Model} from './model.ts'

const most = 8

/** The list under the field. */
interface List {
  readonly open: (titles: readonly string[]) => void
  readonly close: () => void
  /** Mark the next option, or the one before. */
  readonly go: (by: 1 | -1) => void
  /** Index of the marked option; the first where none is. */
  readonly current: () => number
}

/** Let a field find notes; choosing one visits it. */
export function find(input: HTMLInputElement, box: HTMLElement, {model, visit}: {model: Model; visit: (note: number) => void}): void {
  const found = (): readonly number[] => model.now().found?.slice(0, most) ?? []
  const clear = (): void => {
    input.value = ''
    model.set({find: ''})
  }
  const choose = (index: number): void => {
    const note = found()[index]
    if (note === undefined) return
    clear()
    visit(note)
  }
  const list = listOf(input, box, choose)
  const keys: Readonly<Record<string, () => void>> = {
    ArrowDown: () => list.go(1),
    ArrowUp: () => list.go(-1),
    Enter: () => choose(list.current()),
    Escape: clear
  }
  input.addEventListener('keydown', (event) => {
    const act = Object.entries(keys).find(([key]) => key === event.key)?.[1]
    if (!act || event.isComposing || input.value === '') return
    event.preventDefault()
    event.stopPropagation()
    act()
  })
  input.addEventListener('blur', list.close)
  model.follow(({names, state}) => {
    if (document.activeElement === input && state.find !== '') list.open(found().map((note) => names.titles[note] ?? ''))
    else list.close()
  })
}

function listOf(input: HTMLInputElement, box: HTMLElement, choose: (index: number) => void): List {
  let current = -1
  const mark = (index: number): void => {
    current = index
    for (const [at, option] of [...box.children].entries()) option.setAttribute('aria-selected', String(at === index))
    const id = box.children[index]?.id
    if (id) input.setAttribute('aria-activedescendant', id)
    else input.removeAttribute('aria-activedescendant')
  }
  const show = (isOpen: boolean): void => {
    box.hidden = !isOpen
    input.setAttribute('aria-expanded', String(isOpen))
    mark(-1)
  }
  return {
    open(titles) {
      box.replaceChildren(...titles.map((title, index) => optionOf(title, index, choose)))
      show(titles.length > 0)
    },
    close: () => show(false),
    go: (by) => mark((Math.max(current, by === 1 ? -1 : 0) + by + box.childElementCount) % Math.max(1, box.childElementCount)),
    current: () => Math.max(current, 0)
  }
}

function optionOf(title: string, index: number, choose: (index: number) => void): HTMLElement {
  const option = element('li', {id: `map-found-${index}`, role: 'option', 'aria-selected': 'false', dir: 'auto'}, [title])
  // Before the field loses the focus, which closes the list.
  option.addEventListener('pointerdown', (event) => {
    event.preventDefault()
    choose(index)
  })
  return option
}
