/** The map's parts put together: what makes the page follow the map, and the map its reader. */

import {addressOf} from '../site.ts'
import {card, factsOf} from './card.ts'
import {controls} from './controls.ts'
import {filled, type MapWords} from './elements.ts'
import {find} from './find.ts'
import {hands} from './hands.ts'
import {keys} from './keys.ts'
import {legend} from './legend.ts'
import type {Model} from './model.ts'
import type {Parts} from './parts.ts'
import type {Picture} from './picture.ts'
import {ring} from './ring.ts'
import {printState} from './state.ts'
import {table} from './table.ts'

/** Put them together, a piece at a time. */
export function pieces(model: Model, drawn: Picture, {parts, words}: {parts: Parts; words: MapWords}): (() => void)[] {
  const visit = (note: number): void => {
    const slug = model.now().names.slugs[note]
    if (slug === undefined) return
    model.set({note: slug})
    drawn.goTo(note)
    say(model, note, {parts, words})
  }
  const open = (): void => {
    const {state} = model.now()
    if (state.note !== undefined) location.assign(addressOf(state.note))
  }
  const leave = (): void => model.set({note: undefined})
  return [
    () => controls(parts.form, model),
    () => {
      find(parts.input, parts.found, {model, visit})
      model.follow((now) => {
        parts.count.textContent = now.shown.count === 0 ? (words['noneFound'] ?? '') : filled(words['count'] ?? '', {shown: now.shown.count, count: model.data.notes, links: now.shown.linkCount})
      })
    },
    () => legend(parts.legend, model, drawn.goToRegion),
    () => table(parts.body, parts.more, {model, words}),
    () => {
      const {hover} = card(parts.card, model, {words, visit})
      const around = ring(parts.ring, model, drawn.stage)
      pointer(model, drawn, {
        box: parts.view,
        visit,
        leave,
        hover(note) {
          hover(note)
          around(note)
        }
      })
      keys(parts.view, {model, picture: drawn, acts: {visit, leave, open}})
      buttons(parts.live, drawn)
    },
    () => address(model)
  ]
}

/** What the map shows stands in the address. */
function address(model: Model): void {
  model.follow(({state}, before) => {
    if (!before || before.state === state) return
    const query = printState(state)
    history.replaceState(history.state, '', `${location.pathname}${query === '' ? '' : `?${query}`}${location.hash}`)
  })
}

/** Tell those who hear the map where they are. */
function say(model: Model, note: number, {parts, words}: {parts: Parts; words: MapWords}): void {
  const now = model.now()
  const {kind, community, links} = factsOf(model, now, note)
  parts.said.textContent = filled(words['said'] ?? '', {title: now.names.titles[note] ?? '', kind: kind === '' ? '' : `${kind}.`, links, community})
}

interface PointerActs {
  readonly box: HTMLElement
  readonly hover: (note: number | undefined) => void
  readonly visit: (note: number) => void
  readonly leave: () => void
}

/** Pointing shows a note; a click opens it; a tap shows it first, as nothing can be pointed at with a finger. */
function pointer(model: Model, {stage, sheet, goToRegion}: Picture, {box, hover, visit, leave}: PointerActs): void {
  hands(box, stage, {
    hover(note) {
      hover(note)
      box.classList.toggle('is-over', note !== undefined)
    },
    press(note, at, event) {
      const region = note === undefined ? sheet.regionAt(at) : undefined
      if (note !== undefined) act(note, event)
      else if (region === undefined) leave()
      else goToRegion(region)
    }
  })
  function act(note: number, event: PointerEvent): void {
    const slug = model.now().names.slugs[note]
    if (slug === undefined) return
    const how = clickOf(event, model.now().note === note)
    if (how === 'visit') visit(note)
    else if (how === 'tab') window.open(addressOf(slug), '_blank', 'noopener')
    else location.assign(addressOf(slug))
  }
}

function buttons(within: HTMLElement, {zoom, fit}: Picture): void {
  const acts: Readonly<Record<string, () => void>> = {closer: () => zoom(1 / 1.6), farther: () => zoom(1.6), fit}
  for (const button of within.querySelectorAll<HTMLElement>('[data-do]')) button.addEventListener('click', () => acts[button.dataset['do'] ?? '']?.())
}

/** What a click asks for. */
function clickOf(event: PointerEvent, isLookedAt: boolean): 'visit' | 'tab' | 'open' {
  if (event.pointerType !== 'mouse') return isLookedAt ? 'open' : 'visit'
  if (event.ctrlKey || event.metaKey) return 'tab'
  return event.shiftKey ? 'visit' : 'open'
}
