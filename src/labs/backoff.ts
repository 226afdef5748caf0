/** How long to wait before a retry, as the note *Retry with Backoff and Jitter* states it. */

/** How chance enters the wait. */
export type Jitter = 'none' | 'full' | 'equal' | 'decorrelated'

/** Times in milliseconds. */
export interface Backoff {
  readonly base: number
  readonly cap: number
  readonly jitter: Jitter
}

/**
 * The wait before a retry.
 *
 * - `none`: `min(cap, base × 2ⁿ)`
 * - `full`: anything from 0 to that
 * - `equal`: half of that, and anything from 0 to the other half
 * - `decorrelated`: anything from `base` to three times the wait before, at most `cap`
 *
 * @param retry
 *   0 for the first retry.
 * @param chance
 *   Gives a number in [0, 1) for a retry, the same one whenever it is asked again.
 * @returns
 *   Milliseconds.
 */
export function pause({base, cap, jitter}: Backoff, retry: number, chance: (retry: number) => number): number {
  const whole = Math.min(cap, base * 2 ** retry)

  switch (jitter) {
    case 'none':
      return whole
    case 'full':
      return whole * chance(retry)
    case 'equal':
      return whole / 2 + (whole / 2) * chance(retry)
    case 'decorrelated': {
      let wait = Math.min(cap, base)
      for (let turn = 0; turn <= retry; turn++) wait = Math.min(cap, base + (wait * 3 - base) * chance(turn))
      return wait
    }
  }
}
