import type {ListedNote} from '../garden/model.ts'

/** The fact that tells the notes of a list apart: their kind, or, where all are of one kind, how many notes link to each. */
export function tellingFact(notes: readonly ListedNote[]): 'kind' | 'incoming' {
  return new Set(notes.map(({noteKind}) => noteKind)).size > 1 ? 'kind' : 'incoming'
}
