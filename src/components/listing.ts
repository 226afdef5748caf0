import type {ListedNote} from '../garden/model.ts'
import {listed} from './format.ts'
import type {Strings} from './strings.ts'

/** The fact that tells the notes of a list apart: their kind, or, where all are of one kind, how many notes link to each. */
export function tellingFact(notes: readonly ListedNote[]): 'kind' | 'incoming' {
  return new Set(notes.map(({noteKind}) => noteKind)).size > 1 ? 'kind' : 'incoming'
}

const names = new Intl.Collator('en', {numeric: true, sensitivity: 'base'})

/** Whether a list stands by name; else its author gave it an order. */
export function isByName(notes: readonly ListedNote[]): boolean {
  return notes.every(({title}, index) => index === 0 || names.compare(notes[index - 1]?.title ?? '', title) <= 0)
}

/** Fewer notes than this need nobody to say which are the most linked. */
const worthTelling = 5
const mostTold = 3

/** A sentence on the notes of a list that others lean on most; `` where there is little to tell. */
export function leadingSentence(notes: readonly ListedNote[], t: Strings, lang: string): string {
  const leading = notes.filter(({incoming}) => incoming > 1).toSorted((a, b) => b.incoming - a.incoming).slice(0, mostTold)
  if (notes.length < worthTelling || leading.length < mostTold) return ''
  return t.leading(listed(leading.map(({title}) => title), lang))
}
