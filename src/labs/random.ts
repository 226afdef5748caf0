/** Chance that is the same on every machine and in every run: a number belongs to its place, not to the order of asking. */

/**
 * A number that looks random.
 *
 * Nothing is remembered between two calls, so a model can ask in any order, or only for some places, and still
 * give the same run for the same seed.
 *
 * @param seed
 *   What the reader may change to see another run.
 * @param place
 *   Who asks: a process, a call.
 * @param turn
 *   Which of its numbers: an attempt, a state.
 * @returns
 *   At least 0, less than 1.
 */
export function noise(seed: number, place: number, turn = 0): number {
  const mixed = mix(mix(mix(0x9e3779b9, seed), place), turn)
  return (mixed >>> 0) / 2 ** 32
}

/** One round of a 32-bit hash (the finaliser of MurmurHash3): every bit of both numbers moves half of the result. */
function mix(hash: number, value: number): number {
  let bits = Math.imul(hash ^ value, 0x85ebca6b)
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35)
  return bits ^ (bits >>> 16)
}
