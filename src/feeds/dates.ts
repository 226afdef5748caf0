/** Dates as machines want them. Only the calendar day and the time that the author wrote are looked at, never this machine's zone (P-03). */

/** The day of a date, `2026-11-23`, or nothing when there is no such day. */
export function dayOf(date: string | undefined): string | undefined {
  return instantOf(date)?.toISOString().slice(0, 10)
}

/** The moment that a date names if it is taken as UTC. */
export function instantOf(date: string | undefined): Date | undefined {
  const [, day = '', time = '00:00'] = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2}(?::\d{2})?))?/.exec(date ?? '') ?? []
  const instant = new Date(`${day}T${time.length === 5 ? `${time}:00` : time}Z`)
  // Engines roll the 31st of February over to March.
  return !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(day) ? instant : undefined
}

/** The later of two dates; a missing one is before all others. */
export function later(a: string | undefined, b: string | undefined): string | undefined {
  return (a ?? '') > (b ?? '') ? a : b
}
