/** Work that must not overtake itself. */

/**
 * A function that has work done, never twice at a time: what is asked for while it is being done is done once more after
 * it, however often it was asked.
 *
 * @param before What must have ended before, however it ends.
 * @param failed Is told why work failed; the next is done all the same.
 */
export function inTurn(work: () => Promise<void>, before: Promise<unknown>, failed: (error: unknown) => void): () => void {
  let last: Promise<unknown> = before.catch(() => {})
  let isNextWaiting = false
  return () => {
    if (isNextWaiting) return
    isNextWaiting = true
    last = last
      .then(() => {
        isNextWaiting = false
        return work()
      })
      .catch(failed)
  }
}
