/** How long each stage of a build took. */

export interface Stopwatch {
  /** End a stage; the next begins. */
  readonly lap: (name: string) => void
  /** Stages so far: milliseconds on the clock, and of the processor for the program itself (all its threads). */
  readonly laps: () => readonly (readonly [name: string, wall: number, user: number])[]
}

/** Start measuring. */
export function stopwatch(): Stopwatch {
  const laps: [string, number, number][] = []
  let wall = performance.now()
  let user = process.cpuUsage().user

  return {
    lap: (name) => {
      const nextWall = performance.now()
      const nextUser = process.cpuUsage().user
      laps.push([name, Math.round(nextWall - wall), Math.round((nextUser - user) / 1000)])
      wall = nextWall
      user = nextUser
    },
    laps: () => laps
  }
}
