/** Which properties are never published (`properties.hide`). */

import {nameKey} from './names.ts'

/** Whether a property's name contains one of these words. `keywords` are there to be read by everybody, and hold no key. */
export function isHidden(name: string, hide: readonly string[]): boolean {
  const whole = nameKey(name)
  const withoutKeywords = whole.replaceAll('keyword', '')
  return hide.map(nameKey).some((word) => (word === 'key' ? withoutKeywords : whole).includes(word))
}
