/** A list box that is walked through from a text field: the focus stays in the field. */

/** Where an option stands: in which group, and the how manieth of it. */
export interface Chosen {
  readonly group: number
  readonly index: number
}

export interface List {
  /** Show groups of options, the first option chosen. */
  readonly fill: (groups: readonly HTMLElement[]) => void
  readonly clear: () => void
  /** Choose the first option of a group. */
  readonly choose: (group: number) => void
  /** Choose another option by a key; whether the key is one of the list's. */
  readonly move: (key: string) => boolean
  /** The chosen option. */
  readonly current: () => HTMLAnchorElement | undefined
  readonly place: () => Chosen | undefined
}

/** Make a list box of an element with the role, walked through from its combo box; `onChosen` hears of every choice. */
export function list(box: HTMLElement, field: HTMLInputElement, onChosen: () => void): List {
  let options: HTMLAnchorElement[] = []
  let chosen = 0

  function choose(index: number): void {
    options[chosen]?.setAttribute('aria-selected', 'false')
    chosen = index
    const option = options[index]
    option?.setAttribute('aria-selected', 'true')
    option?.scrollIntoView({block: 'nearest'})
    if (option) field.setAttribute('aria-activedescendant', option.id)
    else field.removeAttribute('aria-activedescendant')
    onChosen()
  }

  function fill(groups: readonly HTMLElement[]): void {
    box.replaceChildren(...groups)
    options = [...box.querySelectorAll<HTMLAnchorElement>('[role="option"]')]
    for (const [index, option] of options.entries()) option.id = `${box.id}-${index}`
    box.hidden = options.length === 0
    box.scrollTop = 0
    field.setAttribute('aria-expanded', String(options.length > 0))
    choose(0)
  }

  return {
    fill,
    clear: () => fill([]),
    choose: (group) => choose(Math.max(0, options.findIndex(({parentElement}) => parentElement === box.children[group]))),
    move: (key) => {
      const next = places(chosen, options.length).get(key)
      if (next === undefined || options.length === 0) return false
      choose(next)
      return true
    },
    current: () => options[chosen],
    place: () => {
      const option = options[chosen]
      const parent = option?.parentElement
      if (!option || !parent) return undefined
      return {group: [...box.children].indexOf(parent), index: [...parent.querySelectorAll('[role="option"]')].indexOf(option)}
    }
  }
}

/** Where each key leads from a place in a list; past an end the other one follows. */
function places(from: number, length: number): ReadonlyMap<string, number> {
  return new Map([
    ['ArrowDown', (from + 1) % length],
    ['ArrowUp', (from - 1 + length) % length],
    ['Home', 0],
    ['End', length - 1]
  ])
}
