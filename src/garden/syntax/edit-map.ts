/**
 * A note of many lists and quotes in linear time.
 *
 * micromark 4.0.3 copies all events of a document whenever a list or quote
 * ends: 4,000 quotes of one letter took 8.5 s of processor time, and 0.8 s
 * without. What stands before the first edit does not change, so it stays
 * where it is.
 */

import {EditMap} from 'micromark-util-edit-map'
import type {Event} from 'micromark-util-types'

/** Make the tokenizer edit its events in place. Safe to call again. */
export function editInPlace(): void {
  EditMap.prototype.consume = consume
}

function consume(this: EditMap, events: Event[]): undefined {
  const changes = this.map.sort(([a], [b]) => a - b)
  const pieces: Event[][] = []
  for (const [at, remove, add] of changes.toReversed()) {
    pieces.push(events.slice(at + remove), add)
    events.length = at
  }
  for (const piece of pieces.toReversed()) for (const event of piece) events.push(event)
  this.map.length = 0
  this.index.clear()
}
