/** What both labs say, and how a language writes numbers. The words of each lab stand beside this file. */

/** Numbers as English writes them: whole, or with one digit after the point. */
export const en = {number: numbers('en'), one: numbers('en', 1)}
/** Numbers as German writes them. */
export const de = {number: numbers('de'), one: numbers('de', 1)}

function numbers(lang: string, digits = 0): (value: number) => string {
  const format = new Intl.NumberFormat(lang, {minimumFractionDigits: digits, maximumFractionDigits: digits})
  return (value) => format.format(value).replace('-', '−')
}

/** Whether a language tag (BCP 47) asks for German; every other language gets English. */
export function isGerman(lang: string): boolean {
  return lang.toLowerCase().split('-', 1)[0] === 'de'
}

/** A number with one digit after the point, as a language writes it. */
export function tenths(lang: string, value: number): string {
  return isGerman(lang) ? de.one(value) : en.one(value)
}

/** The word on the button that starts and stops time. */
export function playWord(lang: string, playing: boolean): string {
  if (isGerman(lang)) return playing ? 'Anhalten' : 'Abspielen'
  return playing ? 'Pause' : 'Play'
}
