import type {PreparedNote, PublicNote} from './model.ts'

/**
 * Keep the notes that may be published.
 *
 * This is the only door between what the author has and what a reader may see.
 * Everything after it (names, links, graph, diagrams, feeds, search) is made
 * from what it returns, so a private note cannot leak: it is not there.
 */
export function publish(notes: readonly PreparedNote[]): PublicNote[] {
  return notes.filter((note): note is PublicNote => note.visibility === 'public')
}
