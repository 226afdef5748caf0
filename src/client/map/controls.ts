/** The form above the map: its fields follow the state, and the state follows its fields. */

import {element} from './elements.ts'
import type {Model, Now} from './model.ts'
import {choices, colours, everything, isFiltered, wishes} from './state.ts'

/** Let a form say what the map shows. */
export function controls(form: HTMLFormElement, model: Model): void {
  form.addEventListener('input', () => model.set(read(form)))
  form.addEventListener('submit', (event) => event.preventDefault())
  form.addEventListener('reset', (event) => {
    event.preventDefault()
    model.set({...everything, camera: model.now().state.camera})
  })
  // Filters are folded away at first, and their lists are long.
  const folded = form.querySelector('details')
  let isFilled = false
  const fill = (now: Now): void => {
    if (isFilled || !now.named || !(isFiltered(now.state) || !folded || folded.open)) return
    isFilled = true
    fillSelects(form, now)
    write(form, now)
  }
  folded?.addEventListener('toggle', () => fill(model.now()))
  model.follow((now, before) => {
    fill(now)
    if (now.state !== before?.state || now.named !== before.named) write(form, now)
  })
}

type Field = HTMLInputElement | HTMLSelectElement

function field(form: HTMLFormElement, name: string): Field | undefined {
  const found = form.elements.namedItem(name)
  return found instanceof HTMLInputElement || found instanceof HTMLSelectElement ? found : undefined
}

function read(form: HTMLFormElement): Pick<Now['state'], 'chosen' | 'since' | 'until' | 'wished' | 'colour' | 'find'> {
  const value = (name: string): string => field(form, name)?.value ?? ''
  const isOn = (name: string): boolean => {
    const box = field(form, name)
    return box instanceof HTMLInputElement && box.checked
  }
  return {
    chosen: {kind: value('kind'), tag: value('tag'), folder: value('folder'), status: value('status'), community: value('community'), reading: value('reading')},
    since: value('since'),
    until: value('until'),
    wished: new Set(wishes.filter(isOn)),
    colour: colours.find((name) => name === value('colour')) ?? everything.colour,
    find: value('find')
  }
}

function write(form: HTMLFormElement, {state}: Now): void {
  const put = (name: string, value: string): void => {
    const one = field(form, name)
    if (one && one !== document.activeElement) one.value = value
    else if (one && one instanceof HTMLSelectElement) one.value = value
  }
  for (const name of choices) put(name, state.chosen[name])
  put('since', state.since)
  put('until', state.until)
  put('colour', state.colour)
  put('find', state.find)
  for (const name of wishes) {
    const box = field(form, name)
    if (box instanceof HTMLInputElement) box.checked = state.wished.has(name)
  }
}

/** Values of each facet; a field with nothing to choose is put away. */
function fillSelects(form: HTMLFormElement, {names, state}: Now): void {
  const values: Readonly<Record<string, readonly (readonly [value: string, label: string])[]>> = {
    kind: names.kinds.map((name) => [name, name]),
    status: names.statuses.map((name) => [name, name]),
    folder: withParents(names.folders).map((name) => [name, name]),
    tag: withParents(names.tags).map((name) => [name, name]),
    community: names.communities.map(({name, label}) => [name, label])
  }
  for (const [name, options] of Object.entries(values)) {
    const select = field(form, name)
    if (!(select instanceof HTMLSelectElement)) continue
    const first = select.options[0]
    select.replaceChildren(...(first ? [first] : []), ...options.map(([value, label]) => element('option', {value}, [label])))
    const label = select.closest('label')
    if (label) label.hidden = options.length === 0 && state.chosen[name === 'kind' || name === 'status' || name === 'folder' || name === 'tag' ? name : 'community'] === ''
  }
}

/** Names and those above them, `a` before `a/b`. */
function withParents(names: readonly string[]): string[] {
  const all = names.flatMap((name) => name.split('/').map((_, index, parts) => parts.slice(0, index + 1).join('/')))
  return [...new Set(all)].sort(new Intl.Collator(document.documentElement.lang).compare)
}
