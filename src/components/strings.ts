/** Every word of the interface, by language. A language is one table in `strings/`; `Strings` says what it must have. */

import {de} from './strings/de.ts'
import {en, type Strings} from './strings/en.ts'

export type {Strings}

const languages = new Map<string, Strings>([
  ['en', en],
  ['de', de]
])

/**
 * The words for a language tag.
 *
 * @param lang
 *   BCP 47 tag; only its first part is looked at, and a language without a table is English.
 */
export function strings(lang: string): Strings {
  return languages.get(lang.toLowerCase().split('-', 1)[0] ?? '') ?? en
}
