/**
 * Where Astro's messages go: problems to the terminal, pages to a counter.
 *
 * Astro loads this file by its path, as it loads it in one module graph with
 * the build script, so the counter is shared.
 */

interface Message {
  readonly level: string
  readonly label: string | null
  readonly message: string
}

/** Pages that Astro printed so far. */
export const printed = {pages: 0}

/** What Astro called an error. It is thrown as well, and told from there; this is for bugs, where every word counts. */
export const errors: string[] = []

/** Remarks of Astro's that say nothing to an author. */
const idle = /MODULE_LEVEL_DIRECTIVE|Generated an empty chunk|does not exist or is empty|is dynamically imported by|deprecat/i

function write({level, label, message}: Message): void {
  if (level === 'info' && label === null && message.includes('─')) printed.pages += 1
  if (level === 'error') errors.push(message.trim())
  if (level === 'warn' && !idle.test(message)) process.stderr.write(`astro: warning: ${message.trim()}\n`)
}

/** What Astro asks of a logger. */
export default function destination(): {write: (message: Message) => void} {
  return {write}
}
