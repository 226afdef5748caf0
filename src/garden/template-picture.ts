/** A picture of the vault in the author's own HTML: what it says of its look holds, as it does for those of other sites (I-02, M-15). */

import type {Properties} from 'hast'
import {safeStyle} from './safe.ts'
import {escapeAttribute} from './sentences.ts'
import {attributeName, classAttribute, idReferences, type PictureLook, type Printer} from './template-tag.ts'

/** What the embed gives its picture itself, what its classes say, and the places it could be or lead to. */
const notCopied = new Set(['src', 'alt', 'width', 'height', 'loading', 'decoding', 'className', 'style', 'id', 'name', 'longDesc', 'useMap'])

/** Declarations with which the size of the file would pull a picture out of shape. */
const sizing = /(?:^|;)\s*(?:(?:min-|max-)?(?:height|block-size)|aspect-ratio)\s*:/i

/** The size and the look that an `img` of the vault was written with. */
export function pictureLook(properties: Properties, printer: Printer): PictureLook {
  const [width, height] = [lengthOf(properties.width), lengthOf(properties.height)]
  const shares = `${shareAttribute('width', width)}${shareAttribute('height', height)}`
  const attributes = `${classAttribute(properties, printer)}${copied(properties)}${shares}`
  const isSized = shares !== '' || sizing.test(safeStyle(String(properties.style ?? '')))
  return {
    ...(typeof width === 'number' ? {width} : {}),
    ...(typeof height === 'number' ? {height} : {}),
    ...(attributes === '' ? {} : {attributes}),
    ...(isSized ? {isSized} : {})
  }
}

/** A length as browsers read it: `120`, `120px`, or a share of the room there is; nothing if it is none. */
function lengthOf(written: Properties[string]): number | string | undefined {
  const [, digits, share] = /^\s*\+?(\d{1,6}(?:\.\d{1,6})?)(%?)/.exec(String(written ?? '')) ?? []
  if (digits === undefined || Number(digits) === 0) return undefined
  return share === '%' ? `${digits}%` : Number(digits)
}

function shareAttribute(name: string, length: number | string | undefined): string {
  return typeof length === 'string' ? ` ${name}="${length}"` : ''
}

function copied(properties: Properties): string {
  return Object.entries(properties)
    .filter(([property, value]) => !notCopied.has(property) && !idReferences.has(attributeName(property)) && value !== null && value !== undefined && value !== false)
    .map(([property, value]) => ` ${attributeName(property)}="${value === true ? '' : escapeAttribute(Array.isArray(value) ? value.join(' ') : String(value))}"`)
    .join('')
}
