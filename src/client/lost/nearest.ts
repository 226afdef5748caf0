/** Which names are near to an address that leads nowhere. */

/** Most names offered. */
const most = 5
/** Least likeness of a name that is offered, from 0 to 1. */
const least = 0.35
/** What the likeness of one word of a title counts beside that of the whole. */
const partial = 0.9

function letters(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ').trim()
}

/** Pairs of neighbouring letters, each with how often it stands there. */
function pairs(text: string): Map<string, number> {
  const found = new Map<string, number>()
  const padded = ` ${text} `
  for (let at = 0; at + 1 < padded.length; at++) {
    const pair = padded.slice(at, at + 2)
    found.set(pair, (found.get(pair) ?? 0) + 1)
  }
  return found
}

/** Likeness of two texts from 0 to 1: the part of their pairs of letters that they share (Dice). */
export function likeness(a: string, b: string): number {
  const [left, right] = [pairs(letters(a)), pairs(letters(b))]
  let shared = 0
  let all = 0
  for (const [pair, count] of left) shared += Math.min(count, right.get(pair) ?? 0)
  for (const count of [...left.values(), ...right.values()]) all += count
  return (2 * shared) / all
}

/** Likeness to a name: to all of it, or to the one of its words that is likest. */
function likenessTo(name: string, wanted: string): number {
  const words = letters(name).split(' ')
  return Math.max(likeness(wanted, name), ...(words.length > 1 ? words.map((word) => partial * likeness(wanted, word)) : []))
}

/**
 * The places nearest to an address, nearest first.
 *
 * The last part of the address is what was looked for; a place is as near as
 * its title or the last part of its own address, and a little nearer in the same folder.
 */
export function nearest<Place extends {readonly title: string; readonly slug: string}>(path: string, places: readonly Place[]): readonly Place[] {
  const last = (address: string) => address.slice(address.lastIndexOf('/') + 1)
  const folder = path.slice(0, -last(path).length)
  return places
    .map((place) => ({place, near: Math.max(likenessTo(place.title, last(path)), likenessTo(last(place.slug), last(path))) + (folder !== '' && place.slug.startsWith(folder) ? 0.05 : 0)}))
    .filter(({near}) => near >= least)
    .sort((a, b) => b.near - a.near)
    .slice(0, most)
    .map(({place}) => place)
}
