/** How many slips of the pen lie between two names. */

/** Whether one name is the other with a slip of the pen: a letter more, less or other, or two neighbours changed about. */
export function isSlip(a: string, b: string): boolean {
  if (editDistance(a, b, 1) === 1) return true
  const at = [...a].findIndex((letter, index) => letter !== b[index])
  return a.length === b.length && at >= 0 && a.slice(0, at) + (a[at + 1] ?? '') + (a[at] ?? '') + a.slice(at + 2) === b
}

/**
 * Distance in edits between two short names, or `limit + 1` if it is more than `limit`.
 * For suggestions and near-misses; not for long texts.
 */
export function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1
  let row = Array.from({length: b.length + 1}, (_, index) => index)
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i]
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1
      next.push(Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + same))
    }
    row = next
  }
  return Math.min(row[b.length] ?? 0, limit + 1)
}
