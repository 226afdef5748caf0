/** A map view without a map: no tiles are fetched from anybody, so places stand by their coordinates on a ruled sheet. */

import {escapeText} from '../sentences.ts'
import {attribute} from './cell.ts'
import type {ViewPrinting} from './print.ts'
import {textOf, type Value} from './value.ts'
import {columnValue} from './view.ts'

interface Place {
  readonly title: string
  readonly href: string
  readonly latitude: number
  readonly longitude: number
}

const width = 720
const height = 420
const room = 60

/** Print the places of a view; nothing if none has coordinates. */
export function printMap({view, run, result, world}: ViewPrinting): string | undefined {
  const property = view.coordinates ?? 'coordinates'
  const places = result.groups.flatMap(({rows}) => rows.flatMap(({file}): Place[] => {
    const at = coordinatesOf(columnValue(property, file, run))
    const page = world.pageOf(file.path)
    return at && page ? [{...at, title: file.basename, href: page.href}] : []
  }))
  if (places.length === 0) return undefined
  const spot = projection(places)
  const drawn = places.map((place) => {
    const {x, y} = spot(place)
    return `<a href="${place.href}"><circle cx="${x}" cy="${y}" r="5"/><text x="${x + 9}" y="${y + 4}">${escapeText(place.title)}</text></a>`
  })
  return `<svg class="base-places" viewBox="0 0 ${width} ${height}" role="group" aria-label="${attribute(view.name)}">${drawn.join('')}</svg>`
}

/** `52.52, 13.40`, or a list of the two. */
function coordinatesOf(value: Value): Pick<Place, 'latitude' | 'longitude'> | undefined {
  const items = value !== null && typeof value === 'object' && value.kind === 'list' ? value.items.map(textOf) : textOf(value).split(',')
  const [latitude = Number.NaN, longitude = Number.NaN] = items.map((item) => (item.trim() === '' ? Number.NaN : Number(item)))
  return items.length === 2 && Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180 ? {latitude, longitude} : undefined
}

/** Degrees to places on the sheet: all fit, and a degree is as wide as it is in the middle of them. */
function projection(places: readonly Place[]): (place: Place) => {x: number; y: number} {
  const [west, east] = [Math.min(...places.map(({longitude}) => longitude)), Math.max(...places.map(({longitude}) => longitude))]
  const [south, north] = [Math.min(...places.map(({latitude}) => latitude)), Math.max(...places.map(({latitude}) => latitude))]
  const narrow = Math.max(0.1, Math.cos((((south + north) / 2) * Math.PI) / 180))
  const scale = Math.min((width - 3 * room) / Math.max(1e-6, (east - west) * narrow), (height - 2 * room) / Math.max(1e-6, north - south), 4000)
  return ({latitude, longitude}) => ({
    x: Math.round(room + (longitude - west) * narrow * scale),
    y: Math.round(height / 2 - (latitude - (south + north) / 2) * scale)
  })
}
