/** The page that tells how two notes connect: two names in, chains of sentences out; both names stand in the address. */

import {type Loaded, load} from './connections/load.ts'
import {type Page, showChains} from './connections/show.ts'
import {chains} from './connections/web.ts'

/** Names that are offered while one is written. */
const mostOffers = 20
/** Chains that are shown. */
const mostChains = 4

const form = document.querySelector<HTMLFormElement>('form.ends')
const status = document.querySelector<HTMLElement>('.said')
const room = document.querySelector<HTMLElement>('[data-chains]')
if (form && status && room) void start({form, status, room})

interface Parts {
  readonly form: HTMLFormElement
  readonly status: HTMLElement
  readonly room: HTMLElement
}

async function start({form, status, room}: Parts): Promise<void> {
  const words: Page['words'] = JSON.parse(form.dataset['words'] ?? '{}')
  const loaded = await load(form.dataset['files'] ?? '').catch(() => undefined)
  if (!loaded) {
    status.textContent = words['failed'] ?? ''
    return
  }
  const page: Page = {loaded, words, home: form.dataset['home'] ?? '/', status, room}
  const names = namesOf(loaded)
  const field = (name: string): HTMLInputElement | null => form.querySelector(`input[name=${name}]`)
  const [from, to] = [field('from'), field('to')]
  if (!from || !to) return
  form.hidden = false
  form.addEventListener('input', ({target}) => target instanceof HTMLInputElement && offer(form, names, target.value))

  const fromAddress = (): void => {
    const asked = new URLSearchParams(location.search)
    for (const input of [from, to]) {
      const note = loaded.web.slugs.indexOf(asked.get(input.name) ?? '\0')
      input.value = names.ofNote[note] ?? asked.get(input.name) ?? ''
    }
    if (from.value !== '' && to.value !== '') void connect(page, names, [from.value, to.value])
    else if (from.value !== '') to.focus()
  }
  const ask = (): void => {
    const asked = new URLSearchParams([from, to].map((input) => [input.name, loaded.web.slugs[names.notes.get(fold(input.value)) ?? -1] ?? input.value]))
    history.pushState(null, '', `?${asked}`)
    void connect(page, names, [from.value, to.value])
  }
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    ask()
  })
  form.querySelector('[name=swap]')?.addEventListener('click', () => {
    ;[from.value, to.value] = [to.value, from.value]
    if (from.value !== '' && to.value !== '') ask()
  })
  addEventListener('popstate', fromAddress)
  fromAddress()
}

interface Names {
  /** Each note's own: its title, with its address where another bears it too. */
  readonly ofNote: readonly string[]
  /** Notes by folded name. */
  readonly notes: ReadonlyMap<string, number>
}

const fold = (name: string): string => name.trim().toLowerCase()

function namesOf({web: {titles, slugs}}: Loaded): Names {
  const bearing = Map.groupBy(titles, fold)
  const ofNote = titles.map((title, index) => ((bearing.get(fold(title))?.length ?? 0) > 1 ? `${title} (${slugs[index]})` : title))
  return {ofNote, notes: new Map(ofNote.map((name, index) => [fold(name), index]))}
}

/** Names that have what is written, those that begin with it first. */
function offer(form: HTMLFormElement, {ofNote}: Names, written: string): void {
  const key = fold(written)
  const fitting = ofNote.filter((name) => fold(name).includes(key))
  const first = [...fitting.filter((name) => fold(name).startsWith(key)), ...fitting.filter((name) => !fold(name).startsWith(key))]
  form.querySelector('datalist')?.replaceChildren(...first.slice(0, mostOffers).map((name) => new Option(name, name)))
}

async function connect(page: Page, names: Names, written: readonly [string, string]): Promise<void> {
  const {loaded, status, room, words} = page
  const [from, to] = [names.notes.get(fold(written[0])), names.notes.get(fold(written[1]))]
  room.replaceChildren()
  if (from === undefined || to === undefined) {
    status.textContent = (words['unknown'] ?? '').replace('{name}', () => (from === undefined ? written[0] : written[1]))
    return
  }
  if (from === to) {
    status.textContent = words['same'] ?? ''
    return
  }
  const found = chains(loaded.web, [from, to], {most: mostChains})
  const distance = (found[0]?.length ?? 1) - 1
  const beside = distance === 1 ? chains(loaded.web, [from, to], {most: mostChains, indirect: true}) : []
  status.textContent = distanceSaid(distance, words)
  await showChains(page, [from, to], {found, beside}).catch(() => {
    status.textContent = words['failed'] ?? ''
  })
}

/** @param distance Links in a row; 0 if there is no chain. */
function distanceSaid(distance: number, words: Page['words']): string {
  if (distance < 2) return words[distance === 0 ? 'none' : 'one'] ?? ''
  return (words['many'] ?? '').replace('{count}', String(distance))
}
