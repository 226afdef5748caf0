import type {Strings} from '../strings.ts'

/** The words that the map's script puts together. */
export function mapWords({map}: Strings): Readonly<Record<string, string>> {
  const {others, read, unread, unresolved, away, neighbours, count, said, noneFound, linkCount} = map
  return {others, read, unread, unresolved, away, neighbours, count, said, noneFound, linkCount}
}
