import {switchPath} from '../../components/labs/switch.ts'
import type {LabView} from '../../components/labs/lab-view.ts'
import {tenths} from '../../components/labs/words.ts'
import type {Parts} from './parts.ts'

/** Print what belongs to a whole run. */
export function showRun(parts: Parts, {summary, lines, length}: LabView): void {
  parts.summary.textContent = summary
  parts.time.max = String(length)
  parts.lines.replaceChildren(
    ...lines.map((line) => {
      const item = document.createElement('li')
      item.textContent = line
      return item
    })
  )
}

/** Print what belongs to a place in time, in milliseconds. */
export function showPlace(parts: Parts, {view, place}: {view: LabView; place: number}, {time, lang}: {time: number; lang: string}): void {
  const clock = `${tenths(lang, time / 1000)} s`
  parts.time.value = String(place)
  parts.time.setAttribute('aria-valuetext', clock)
  parts.clock.textContent = clock

  const readout = view.readout(place)
  for (const cell of parts.values) cell.textContent = readout.get(cell.dataset.value ?? '') ?? ''
  if (view.state) parts.switch?.setAttribute('d', switchPath(view.state(place)))
}

/** Put settings into all inputs that stand for them. */
export function showSettings({form}: Parts, settings: object, except?: Element): void {
  const values = new Map<string, unknown>(Object.entries(settings))
  for (const input of form.querySelectorAll<HTMLInputElement | HTMLSelectElement>('[data-key]')) {
    if (input !== except) input.value = String(values.get(input.dataset.key ?? '') ?? '')
  }
}

/** The setting that a reader has just changed, unless what stands there is no value yet. */
export function changed(target: EventTarget | null): Readonly<Record<string, number | string>> | undefined {
  if (!(target instanceof HTMLInputElement || target instanceof HTMLSelectElement)) return undefined
  const {key} = target.dataset
  if (key === undefined || target.value === '' || !target.validity.valid) return undefined
  return {[key]: target instanceof HTMLSelectElement ? target.value : Number(target.value)}
}
