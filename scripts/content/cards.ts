/** Self-test cards: foldable `question` callouts with a block id that never changes, as it keys a reader's progress. */

import type {Diagnostic, Point} from '../../src/garden/model.ts'
import {type Block, countWords} from './blocks.ts'
import {templates} from './kinds.ts'
import {problem} from './messages.ts'
import type {Note} from './note.ts'

export interface Card {
  readonly prompt: string
  /** Block id without `^`; `` when it has none. */
  readonly id: string
  /** Words of the answer. */
  readonly answer: number
  readonly folds: boolean
  readonly place: Point
}

/** Most words of an answer. */
const longestAnswer = 50
const idForm = /^[a-z0-9]+(?:-[a-z0-9]+)*-\d+$/

/** The card that a block is, if it is one. */
export function readCards(block: Block): Card[] {
  if (block.callout !== 'question') return []
  const last = block.lines[block.lines.length - 1]?.text ?? ''
  const id = / \^([\w-]{1,100})$/.exec(last)?.[1] ?? ''
  const answer = countWords({...block, lines: block.lines.slice(1)}) - (id === '' ? 0 : 1)
  return [{prompt: block.title, id, answer, folds: block.folds, place: block.place}]
}

/** Check each card of a note, and that there are enough. */
export function checkCards(note: Note): Diagnostic[] {
  const least = note.status === 'seedling' ? 0 : (templates.get(note.kind)?.cards ?? 0)
  const few = note.cards.length < least ? [problem('cards-few', {note}, String(note.cards.length), String(least))] : []
  return [...few, ...note.cards.flatMap((card) => checkCard(note, card))]
}

function checkCard(note: Note, {id, folds, answer, place}: Card): Diagnostic[] {
  const found: Diagnostic[] = []
  if (!folds) found.push(problem('card-open', {note, place}))
  if (id === '') found.push(problem('card-id-missing', {note, place}))
  else if (!idForm.test(id)) found.push(problem('card-id-form', {note, place}, id))
  if (answer === 0) found.push(problem('card-empty', {note, place}))
  if (answer > longestAnswer) found.push(problem('card-long', {note, place}, String(answer), String(longestAnswer)))
  return found
}

/** Ids that stand twice in the garden, and ids in paths' checkpoints that no card has. */
export function checkCardIds(notes: readonly Note[]): Diagnostic[] {
  const owners = new Map<string, Note>()
  const found: Diagnostic[] = []
  for (const note of notes) {
    for (const {id, place} of note.cards) {
      const other = owners.get(id)
      if (id !== '' && other) found.push(problem('card-id-twice', {note, place}, id, other.shown))
      else owners.set(id, note)
    }
  }
  const known = new Set(owners.keys())
  return [...found, ...notes.filter(({kind}) => kind === 'path').flatMap((note) => unknownIds(note, known))]
}

function unknownIds(note: Note, known: ReadonlySet<string>): Diagnostic[] {
  return note.blocks
    .filter(({section, kind}) => section === 'Checkpoints' && kind !== 'code')
    .flatMap(({lines}) => lines)
    .flatMap(({text, number}) =>
      [...text.matchAll(/\(`([a-z0-9-]{1,100})`/g)].flatMap((match) => {
        const id = match[1] ?? ''
        if (!idForm.test(id) || known.has(id)) return []
        return [problem('card-unknown', {note, place: {line: number, column: match.index + 2}}, id)]
      })
    )
}
