/** Lists of notes in other orders: by name, by what changed last, by how many notes link to each. */
import {dayFormat} from '../components/dates.ts'

/** How names and days are ordered and written; made when a list is first sorted, as both take a phone a while. */
interface Custom {
  readonly compare: (a: string, b: string) => number
  readonly day: (date: string) => string
}

function customOf(lang: string): Custom {
  const names = new Intl.Collator(lang, {numeric: true, sensitivity: 'base'})
  const days = dayFormat(lang)
  return {compare: names.compare, day: (date) => (date ? days.format(Date.parse(date.slice(0, 10))) : '')}
}

interface Line {
  readonly item: HTMLElement
  readonly name: string
  /** ISO date. */
  readonly updated: string
  /** In words: `21 links`. */
  readonly links: string
  /** The fact that the list has without a script. */
  readonly fact: string
}

function lineOf(item: HTMLElement): Line {
  const {updated = '', links = ''} = item.dataset
  return {item, name: item.querySelector('a')?.textContent ?? '', updated, links, fact: item.querySelector('.aside')?.textContent ?? ''}
}

interface Way {
  readonly compare: (a: Line, b: Line, custom: Custom) => number
  readonly fact: (line: Line, custom: Custom) => string
}

const ways: ReadonlyMap<string, Way> = new Map([
  ['given', {compare: () => 0, fact: ({fact}) => fact}],
  ['name', {compare: (a, b, {compare}) => compare(a.name, b.name), fact: ({fact}) => fact}],
  ['updated', {compare: (a, b) => (a.updated < b.updated ? 1 : Number(a.updated > b.updated) * -1), fact: ({updated}, {day}) => day(updated)}],
  ['links', {compare: (a, b) => Number.parseInt(b.links, 10) - Number.parseInt(a.links, 10), fact: ({links}) => links}]
])

function tell({item}: Line, fact: string): void {
  const aside = item.querySelector('.aside') ?? document.createElement('span')
  aside.className = 'aside'
  aside.textContent = fact
  if (fact === '') aside.remove()
  else item.append(aside)
}

function sorts(group: HTMLElement): void {
  const list = group.closest('.band')?.querySelector('.index')
  const items = list?.querySelectorAll<HTMLElement>(':scope > li')
  if (!list || !items) return
  const lines = [...items].map(lineOf)
  let custom: Custom | undefined
  group.dataset['sorts'] = 'ready'
  group.addEventListener('click', ({target}) => {
    const button = target instanceof Element ? target.closest<HTMLElement>('[data-by]') : null
    const way = ways.get(button?.dataset['by'] ?? '')
    if (!button || !way) return
    for (const each of group.querySelectorAll('[data-by]')) each.setAttribute('aria-pressed', `${each === button}`)
    custom ??= customOf(document.documentElement.lang)
    const by = custom
    const sorted = lines.toSorted((a, b) => way.compare(a, b, by))
    for (const line of sorted) tell(line, way.fact(line, by))
    list.append(...sorted.map(({item}) => item))
  })
}

/** Let every list of the page that can be sorted be sorted. */
export function sortLists(): void {
  for (const group of document.querySelectorAll<HTMLElement>('[data-sorts]')) sorts(group)
}
