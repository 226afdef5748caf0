/** Single keys and pairs of keys (WCAG 2.1.4: they can be switched off, and never act while somebody writes). */

import {keysTable} from './keys-table.ts'
import {moves} from './moves.ts'
import {setting} from './settings.ts'
import {isWriting} from './writing.ts'

/** Milliseconds in which the second key of a pair is waited for. */
const patience = 1500

const table = new Map<string, string>(keysTable)
let first = ''
let timer: ReturnType<typeof setTimeout> | undefined

/** Let keys act. */
export function keys(): void {
  addEventListener('keydown', onKey)
}

function onKey(event: KeyboardEvent): void {
  if (!isOurs(event)) return
  const pair = first === '' ? event.key : `${first} ${event.key}`
  const action = table.get(pair) ?? table.get(event.key)
  first = ''
  clearTimeout(timer)
  if (action === undefined && [...table.keys()].some((known) => known.startsWith(`${event.key} `))) {
    first = event.key
    timer = setTimeout(() => {
      first = ''
    }, patience)
  }
  const act = Object.entries(moves).find(([name]) => name === action)?.[1]
  if (!act) return
  event.preventDefault()
  act()
}

/** Whether a key is ours to act on: nobody writes, no dialog is open, no other key makes it something else. */
function isOurs(event: KeyboardEvent): boolean {
  const {target, defaultPrevented, isComposing, repeat} = event
  // With AltGr, `[` is a key of its own on many keyboards.
  const isChord = (event.ctrlKey || event.altKey || event.metaKey) && !event.getModifierState('AltGraph')
  if (defaultPrevented || isComposing || isChord || (repeat && event.key !== 'j' && event.key !== 'k')) return false
  return setting('keys') === 'on' && !isWriting(target) && !document.querySelector('dialog[open]')
}
