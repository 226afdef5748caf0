/** How dates are written: alike by the build and by what runs in browsers, so it imports nothing. */

/** BCP 47 tag to write dates and numbers by. Plain `en` would put the month first, as only one country does. */
export function dateLanguage(lang: string): string {
  return lang.toLowerCase() === 'en' ? 'en-GB' : lang
}

/** What writes `22 Nov 2026` from milliseconds; days are those of UTC. Making one takes a hundred times as long as using it. */
export function dayFormat(lang: string): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(dateLanguage(lang), {day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC'})
}
