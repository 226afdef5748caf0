/** What is to happen later, by its time. */
export interface Calendar<Entry> {
  readonly add: (at: number, entry: Entry) => void
  /** The entries of a time, in the order in which they were added; they are gone from the calendar then. */
  readonly take: (at: number) => readonly Entry[]
}

/** A calendar without entries. */
export function calendar<Entry>(): Calendar<Entry> {
  const days = new Map<number, Entry[]>()
  return {
    add(at, entry) {
      const day = days.get(at)
      if (day) day.push(entry)
      else days.set(at, [entry])
    },
    take(at) {
      const day = days.get(at) ?? []
      days.delete(at)
      return day
    }
  }
}
