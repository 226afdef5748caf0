/** The reader's own page: lists, settings, export, import, erase. */

import {offlinePage} from './offline/page.ts'
import {forget} from './memory.ts'
import {markLinks, showProgress, stepsIn} from './reading/marks.ts'
import {join, nothing, printReading, readReading} from './reading/record.ts'
import {change, onReading, reading} from './reading/store.ts'
import {choices, choose, type Settings, setting} from './settings.ts'
import {addressOf} from './site.ts'

const sheet = document.querySelector<HTMLElement>('.reader')
const part = <Found extends HTMLElement>(selector: string): Found | null => sheet?.querySelector<Found>(selector) ?? null

/** Fill the lists of notes. */
function showLists(): void {
  for (const state of ['later', 'read'] as const) {
    const notes = [...reading().notes].filter(([, mark]) => mark.state === state).sort(([, a], [, b]) => (a.on < b.on ? 1 : -1))
    const rows = notes.map(([slug, {title}]) => row(slug, title || slug))
    part(`[data-list=${state}]`)?.replaceChildren(...(rows.length > 0 ? rows : [line(sheet?.dataset['none'] ?? '')]))
  }
  markLinks()
}

/** A list holds items only, so the words of an empty one are an item too. */
function line(words: string): HTMLElement {
  const item = document.createElement('li')
  item.textContent = words
  return item
}

function row(slug: string, title: string): HTMLElement {
  const link = Object.assign(document.createElement('a'), {href: addressOf(slug), textContent: title, dir: 'auto'})
  const item = document.createElement('li')
  item.append(link)
  return item
}

const steps = new Map<HTMLElement, readonly string[]>()

/** The steps of a path stand in its page: they are looked up there once. */
async function loadPaths(): Promise<void> {
  for (const place of sheet?.querySelectorAll<HTMLElement>('[data-path]') ?? []) {
    const response = await fetch(place.dataset['path'] ?? '').catch(() => undefined)
    if (response?.ok) steps.set(place, stepsIn(new DOMParser().parseFromString(await response.text(), 'text/html')))
    showPaths()
  }
}

function showPaths(): void {
  for (const [place, slugs] of steps) showProgress(place, slugs)
}

function isSetting(name: string): name is keyof Settings {
  return name in choices
}

function showSettings(): void {
  for (const input of sheet?.querySelectorAll<HTMLInputElement>('.settings input') ?? []) {
    if (isSetting(input.name)) input.checked = setting(input.name) === (input.type === 'radio' ? input.value : 'on')
  }
}

function onSetting({target}: Event): void {
  if (!(target instanceof HTMLInputElement)) return
  if (target.name === 'size') choose('size', choices.size.find((size) => size === target.value) ?? 'm')
  else if (target.name !== 'size' && isSetting(target.name)) choose(target.name, target.checked ? 'on' : 'off')
}

function say(words: string | undefined): void {
  const status = part('#data .said')
  if (status) status.textContent = words ?? ''
}

/** What each button does; the words stand beside them. */
const deeds: Readonly<Record<string, (words: DOMStringMap) => void>> = {
  save: ({saved}) => {
    const url = URL.createObjectURL(new Blob([printReading(reading())], {type: 'application/json'}))
    Object.assign(document.createElement('a'), {href: url, download: 'reading.json'}).click()
    setTimeout(() => URL.revokeObjectURL(url), 1000)
    say(saved)
  },
  take: () => part<HTMLInputElement>('#data input[type=file]')?.click(),
  erase: ({sure, erased}) => {
    if (!confirm(sure)) return
    change(() => nothing)
    forget()
    say(erased)
  }
}

async function take(input: HTMLInputElement, {taken, failed}: DOMStringMap): Promise<void> {
  const found = readReading((await input.files?.[0]?.text()) ?? '')
  input.value = ''
  if (found) change((now) => join(now, found))
  say(found ? taken?.replace('{count}', String(found.notes.size + found.cards.size)) : failed)
}

const data = part('#data .deeds')
data?.addEventListener('click', ({target}) => {
  const name = target instanceof HTMLElement ? (target.dataset['do'] ?? '') : ''
  deeds[name]?.(data.dataset)
})
data?.addEventListener('change', ({target}) => target instanceof HTMLInputElement && take(target, data.dataset))
part('.settings')?.addEventListener('change', onSetting)
addEventListener('trellis:setting', showSettings)
addEventListener('pageshow', showSettings)
onReading(() => {
  showLists()
  showPaths()
})
showLists()
showSettings()
void loadPaths()
void offlinePage()
