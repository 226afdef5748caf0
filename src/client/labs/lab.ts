/** What makes a printed lab move: one loop of settings, run, drawing and time for all labs. */

import type {LabKind, LabView} from '../../components/labs/lab-view.ts'
import {draw, type Drawing} from './draw.ts'
import {herald} from './herald.ts'
import {partsOf, type Parts} from './parts.ts'
import {play} from './player.ts'
import {changed, showPlace, showRun, showSettings} from './show.ts'

interface State<Settings> {
  readonly settings: Settings
  readonly view: LabView
  /** How many samples have gone by. */
  readonly place: number
}

/** Make an element of a name into a lab. The one class: the platform knows custom elements in no other form. */
export function defineLab<Settings extends object>(name: string, kind: LabKind<Settings>): void {
  customElements.define(
    name,
    class extends HTMLElement {
      #stop: (() => void) | undefined

      connectedCallback(): void {
        this.#stop = open(this, kind)
      }

      disconnectedCallback(): void {
        this.#stop?.()
      }
    }
  )
}

/** What the parts of a lab ask for. */
interface Actions {
  readonly set: (settings: object, from?: Element) => void
  /** Put back the settings that hold, where something else stands in an input. */
  readonly tidy: () => void
  readonly go: (place: number) => void
  readonly place: () => number
  readonly length: () => number
}

/** Bring a lab to life; returns what puts it to rest. */
function open<Settings extends object>(root: HTMLElement, kind: LabKind<Settings>): () => void {
  const parts = partsOf(root)
  const say = herald(parts.live)
  const first = kind.view(kind.defaults, root.lang)
  let state: State<Settings> = {settings: kind.defaults, view: first, place: first.length}
  const screen = screenOf(root, parts, kind)

  const stop = listen(parts, kind, {
    tidy: () => showSettings(parts, state.settings),
    place: () => state.place,
    length: () => state.view.length,
    go(place) {
      const before = state.view.moment(state.place)
      state = {...state, place: Math.min(place, state.view.length)}
      screen.mark(state)
      const now = state.view.moment(state.place)
      if (now !== before && now !== '') say(now)
    },
    set(change, from) {
      const settings = {...state.settings, ...change}
      state = {...state, settings, view: kind.view(settings, root.lang)}
      showSettings(parts, settings, from)
      screen.draw(state)
      say(state.view.summary)
    }
  })

  const watch = new ResizeObserver(() => screen.draw(state))
  watch.observe(parts.view)
  showSettings(parts, state.settings)
  for (const part of [...parts.tools, parts.form]) part.hidden = false
  parts.table.hidden = true

  return () => {
    stop()
    watch.disconnect()
  }
}

interface Screen {
  readonly draw: (state: {readonly view: LabView; readonly place: number}) => void
  readonly mark: (state: {readonly view: LabView; readonly place: number}) => void
}

/** Where runs are drawn; as wide as its column, and anew only for another run or another width. */
function screenOf(root: HTMLElement, parts: Parts, {from, bin}: {readonly from: number; readonly bin: number}): Screen {
  let shown: {readonly view: LabView; readonly width: number; readonly drawing: Drawing} | undefined

  function mark({view, place}: {readonly view: LabView; readonly place: number}): void {
    const time = from + place * bin
    shown?.drawing.mark(time)
    showPlace(parts, {view, place}, {time, lang: root.lang})
  }

  return {
    mark,
    draw(state) {
      const width = Math.max(280, Math.round(parts.view.clientWidth))
      if (shown?.view !== state.view || shown.width !== width) {
        const drawing = draw(state.view.figure(width), {from, to: from + state.view.length * bin})
        drawing.svg.setAttribute('aria-label', state.view.summary)
        parts.view.replaceChildren(drawing.svg)
        shown = {view: state.view, width, drawing}
        showRun(parts, state.view)
      }
      mark(state)
    }
  }
}

/** Hear what the reader does; returns what stops the clock. */
function listen<Settings extends object>(parts: Parts, {defaults, experiments, bin}: LabKind<Settings>, {set, tidy, go, place, length}: Actions): () => void {
  let stop: (() => void) | undefined

  function pause(): void {
    stop?.()
    stop = undefined
    parts.play.textContent = parts.play.dataset.play ?? ''
  }

  function start(): void {
    if (place() >= length()) go(0)
    parts.play.textContent = parts.play.dataset.pause ?? ''
    stop = play({
      pace: () => (Number(parts.speed.value) * 1000) / bin,
      advance(places) {
        go(place() + places)
        if (place() < length()) return true
        pause()
        return false
      }
    })
  }

  function begin(): void {
    pause()
    set({...defaults, ...experiments.find(({name}) => name === parts.experiment.value)?.settings})
    go(length())
  }

  parts.play.addEventListener('click', () => (stop ? pause() : start()))
  parts.step.addEventListener('click', () => {
    pause()
    go(place() >= length() ? 0 : place() + 1)
  })
  parts.time.addEventListener('input', () => {
    pause()
    go(Number(parts.time.value))
  })
  parts.reset.addEventListener('click', begin)
  parts.experiment.addEventListener('change', begin)
  hearSettings(parts.form, set, tidy)
  return pause
}

/** Settings follow the hand, but the model runs at most once a frame. */
function hearSettings(form: HTMLFormElement, set: Actions['set'], tidy: Actions['tidy']): void {
  let waiting: {readonly change: object; readonly from: Element | undefined} | undefined

  form.addEventListener('input', ({target}) => {
    const change = changed(target)
    if (!change) return
    if (!waiting) {
      requestAnimationFrame(() => {
        const now = waiting
        waiting = undefined
        if (now) set(now.change, now.from)
      })
    }
    waiting = {change: {...waiting?.change, ...change}, from: target instanceof Element ? target : undefined}
  })
  // In a frame of its own, after the one that takes what was put in.
  form.addEventListener('change', () => requestAnimationFrame(tidy))
  form.addEventListener('submit', (event) => event.preventDefault())
}
