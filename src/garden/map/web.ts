/** The links of a garden as numbers: who is joined to whom, and how strongly, whichever way the links go. */

/** An undirected graph in compressed rows: the neighbours of `n` stand from `from[n]` up to `from[n + 1]`. */
export interface Web {
  /** What stays the same of each node when others come and go: paths of notes. In code-point order. */
  readonly keys: readonly string[]
  readonly from: Int32Array
  readonly to: Int32Array
  /** Weight of the join at the same place in `to`. */
  readonly weight: Float64Array
  /** Sum of a node's weights. */
  readonly degree: Float64Array
}

/** A join of two nodes by their numbers. */
export type Join = readonly [a: number, b: number, weight: number]

/** A number of an array at a place that it has: one function for each kind of array, so that each stays fast. */
export function real(values: Float64Array, index: number): number {
  return values[index] ?? 0
}

/** As {@link real}, of whole numbers. */
export function whole(values: Int32Array, index: number): number {
  return values[index] ?? 0
}

/**
 * Weave joins into a web; joins of one pair add up, and a node's join with itself is left out.
 *
 * @param keys In code-point order, so that the web is the same whatever order files were read in.
 */
export function weave(keys: readonly string[], joins: Iterable<Join>): Web {
  const rows = rowsOf(keys.length, joins)
  const from = new Int32Array(keys.length + 1)
  for (const [index, row] of rows.entries()) from[index + 1] = whole(from, index) + row.size
  const to = new Int32Array(whole(from, keys.length))
  const weight = new Float64Array(to.length)
  const degree = new Float64Array(keys.length)
  for (const [index, row] of rows.entries()) {
    // In order of number, not of text: moving a sentence moves nothing on the map.
    const sorted = [...row].sort((a, b) => a[0] - b[0])
    to.set(sorted.map(([other]) => other), whole(from, index))
    weight.set(sorted.map(([, by]) => by), whole(from, index))
    degree[index] = sorted.reduce((sum, [, by]) => sum + by, 0)
  }
  return {keys, from, to, weight, degree}
}

/** Each node's neighbours with the sum of what joins them. */
function rowsOf(count: number, joins: Iterable<Join>): Map<number, number>[] {
  const rows: Map<number, number>[] = Array.from({length: count}, () => new Map())
  const add = (row: Map<number, number> | undefined, other: number, weight: number): void => {
    row?.set(other, (row.get(other) ?? 0) + weight)
  }
  for (const [a, b, weight] of joins) {
    if (a === b) continue
    add(rows[a], b, weight)
    add(rows[b], a, weight)
  }
  return rows
}

/** Visit each join once, the smaller number first. */
export function eachJoin({keys, from, to, weight}: Web, visit: (a: number, b: number, weight: number) => void): void {
  for (let a = 0; a < keys.length; a += 1) {
    for (let at = whole(from, a); at < whole(from, a + 1); at += 1) {
      if (a < whole(to, at)) visit(a, whole(to, at), real(weight, at))
    }
  }
}
