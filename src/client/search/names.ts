/** How well a query fits the names of a note: titles before aliases, whole names before their beginnings. */

import {isAmong} from './spaceless.ts'
import type {Name, Note} from './table.ts'
import {nameWords, plain, stem} from './words.ts'

/** Points for a name that fits, so far above what words in texts can earn that the order is certain. */
const points = {title: 400, alias: 300, sameStems: 250, initials: 200, begun: 60, inOrder: 25} as const

/** Whether a score tells that a note is called what was asked. */
export function isNamed(score: number): boolean {
  return score >= points.initials
}

/** What is asked, as names are compared. */
export interface Asked {
  readonly key: string
  readonly joined: string
  readonly words: readonly string[]
  readonly stems: readonly string[]
}

/** Read what was typed as a name. */
export function asked(name: string, lang: string): Asked {
  const words = nameWords(name)
  return {key: words.join(' '), joined: plain(name), words, stems: words.map((word) => stem(word, lang))}
}

/** Points that a note earns by its names. */
export function namePoints(note: Note, ask: Asked): number {
  if (ask.joined === '') return 0
  return note.names.reduce((best, name) => Math.max(best, pointsOf(name, ask)), 0)
}

function pointsOf(name: Name, ask: Asked): number {
  const share = name.isTitle ? 1 : 0.8
  if (name.joined === ask.joined) return name.isTitle ? points.title : points.alias
  if (isSame(name.stems, ask.stems)) return points.sameStems * share
  if (isInitials(name, ask)) return points.initials
  if (ask.joined.length < 2) return name.key.startsWith(ask.key) ? share : 0
  // The shorter the rest, the likelier it is meant.
  const part = ask.joined.length / name.joined.length
  if (name.key.startsWith(ask.key) || name.joined.startsWith(ask.joined)) return points.begun * share * Math.sqrt(part)
  return isIn(name, ask) ? points.inOrder * share * Math.sqrt(part) : 0
}

function isSame(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((word, index) => word === b[index])
}

function isInitials({isTitle, words}: Name, ask: Asked): boolean {
  return isTitle && ask.words.length === 1 && words.length > 2 && words.map((word) => word[0] ?? '').join('') === ask.joined
}

/** Whether a name has what is asked: as it stands, where no spaces part words, else word by word. */
function isIn({joined, words}: Name, ask: Asked): boolean {
  return isAmong(ask.joined, [joined]) || hasInOrder(words, ask.words)
}

/** Whether each word that is asked begins a word of the name, one after another. */
function hasInOrder(words: readonly string[], wanted: readonly string[]): boolean {
  let at = 0
  for (const word of wanted) {
    while (at < words.length && !words[at]?.startsWith(word)) at += 1
    if (at === words.length) return false
    at += 1
  }
  return true
}
