/** The links that stand in a note's properties, for the panel that shows these (L-22, P-11); and its classes (P-06). */

import type {PropertyLink, PropertyValue, PublicNote} from './model.ts'
import {namesPicture} from './picture.ts'
import {propertyLink} from './properties.ts'

/**
 * Links of the properties that readers may see.
 *
 * @param addressOf Address of the link with an index among the note's, base path included; nothing if it leads nowhere.
 */
export function propertyLinks({links}: PublicNote, shown: readonly (readonly [string, PropertyValue])[], addressOf: (index: number) => string | undefined): PropertyLink[] {
  return shown.flatMap(([name, value]) => {
    // Properties were read in this order, so the next link of this name is that of the next words that are one.
    const waiting = links.flatMap((link, index) => (link.kind === 'property' && link.property === name ? [index] : []))
    const written = listOf(value).filter((item): item is string => typeof item === 'string' && isLink(name, item.trim()))
    return written.flatMap((item, place) => {
      const index = waiting[place] ?? -1
      const href = addressOf(index)
      const link = links[index]
      return link ? [{name, written: item, text: link.text, ...(href === undefined ? {} : {href})}] : []
    })
  })
}

function listOf(value: PropertyValue): readonly PropertyValue[] {
  return Array.isArray(value) ? value : [value]
}

function isLink(name: string, text: string): boolean {
  return propertyLink(text, 'app') !== undefined || namesPicture(name, text)
}

/** Most classes of one note. */
const mostClasses = 20

/** Classes that the author gives the text, of those that are names in CSS; a list, or words divided by spaces and commas (P-06, P-12). */
export function cssClasses({properties}: PublicNote): string[] {
  const written = properties.filter(([name]) => /^cssclass(?:es)?$/i.test(name.trim())).flatMap(([, value]) => listOf(value))
  const words = written.flatMap((value) => (typeof value === 'string' ? value.split(/[\s,]+/) : []))
  return [...new Set(words.filter((word) => /^-?[_\p{L}][\w\p{L}-]{0,80}$/u.test(word)))].slice(0, mostClasses)
}
