/** What the clock of a lab asks and tells. */
export interface Player {
  /** Places that go by in a second. */
  readonly pace: () => number
  /** Go on by so many whole places; `false` when there are no more. */
  readonly advance: (places: number) => boolean
}

/**
 * Start the clock of a lab, frame by frame.
 *
 * Readers who asked for less motion see a new picture once a second.
 *
 * @returns
 *   Stops it.
 */
export function play({pace, advance}: Player): () => void {
  const least = matchMedia('(prefers-reduced-motion: reduce)').matches ? 1000 : 0
  let last: number | undefined
  let request = requestAnimationFrame(tick)

  function tick(now: number): void {
    last ??= now
    const places = Math.floor(((now - last) * pace()) / 1000)
    if (places >= 1 && now - last >= least) {
      last += (places * 1000) / pace()
      if (!advance(places)) return
    }
    request = requestAnimationFrame(tick)
  }

  return () => cancelAnimationFrame(request)
}
