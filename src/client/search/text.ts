/** The text of a note as the index keeps it, and which of its places say best what was asked. */

import {bodyOf} from './files.ts'
import type {Found} from './lookup.ts'
import type {Passage, Piece} from './result.ts'

/** A place that a result may lead to. */
interface Anchor {
  readonly element: string
  readonly id: string
  readonly text: string
  /** Words before it. */
  readonly location: number
}

/** One of Pagefind's fragments: a whole note. */
export interface Text {
  /** Address under the base path, percent-encoded, with a slash at both ends. */
  readonly url: string
  readonly content: string
  readonly meta: {readonly description?: string}
  readonly anchors: readonly Anchor[]
  /** Diagrams: the id of each figure, a space, the address of its own page. */
  readonly filters: {readonly title?: readonly string[]; readonly figure?: readonly string[]}
}

/** Read the text of a note. @throws When the file is damaged. */
export async function readText(bytes: Uint8Array): Promise<Text> {
  return JSON.parse(new TextDecoder('utf-8', {fatal: true}).decode(await bodyOf(bytes)))
}

/** What a word begins with that stood close to the one before it. */
const joiner = '\u2060'

/** Words of an excerpt. */
const excerptWords = 26

/** Most places of one note, and how much of the best one's worth the others need. */
const mostPassages = 2
const worth = 0.75

/** Headings of what stands at the end of a note and names what others say: it says little of the matter itself. */
const backMatter = /^(?:sources|references|further reading|see also|related(?: notes)?|links|quellen|literatur|siehe auch|weiterführendes)$/iu
const ofBackMatter = 0.5

/** Share of what was asked that a diagram must have to be a result. */
const figureShare = 0.5

/** From one anchor to the next. */
interface Section {
  readonly anchor?: Anchor
  readonly start: number
  readonly end: number
}

/** What was asked, place by place. */
type Marks = ReadonlyMap<number, {readonly word: number; readonly rarity: number}>

export interface Best {
  readonly excerpt: readonly Piece[]
  readonly passages: readonly Passage[]
}

/**
 * The places of a note that say best what was asked: sections and diagrams, each with its words.
 *
 * @param isNamed Whether the note is called so: then its description says more than places where its name stands again.
 */
export function bestOf(text: Text, {note, found: all, isNamed}: {note: number; found: readonly Found[]; isNamed: boolean}): Best {
  const words = wordsIn(text.content)
  // Where a word stands as it was typed, parts of it elsewhere say nothing.
  const whole = new Set(all.filter(({matches}) => matches.get(note)?.isExact).map(({term}) => term.word))
  const found = all.filter(({term}) => term.partOf === undefined || !whole.has(term.partOf))
  const marks = marksOf(note, found)
  const drawings = new Map((text.filters.figure ?? []).map((each) => [each.slice(0, each.indexOf(' ')), each.slice(each.indexOf(' ') + 1)]))
  const asked = found.reduce((sum, {rarity}) => sum + rarity, 0)
  const scored = sectionsOf(text.anchors, words.length)
    .map((section) => ({section, score: scoreOf(section, marks)}))
    .filter(({score}) => score > 0)
    .toSorted((a, b) => b.score - a.score)

  const isDrawing = ({section: {anchor}}: (typeof scored)[number]): boolean => anchor !== undefined && drawings.has(anchor.id)
  const prose = scored.filter((each) => !isDrawing(each))
  const figure = scored.find((each) => isDrawing(each) && each.score >= asked * figureShare)
  const top = prose[0]
  const fitting = isNamed ? prose.filter(({section}) => isTitled(section, marks)) : prose
  const chosen = fitting.filter(({section, score}, index) => section.anchor && index < mostPassages && score >= (top?.score ?? 0) * worth)
  const passages = [...chosen, ...(figure ? [figure] : [])].flatMap(({section}) => passageOf(section, {words, marks, drawings, anchors: text.anchors}))
  const {description = ''} = text.meta
  if (isNamed && description !== '') return {excerpt: [{text: description, isFound: false}], passages}
  const begins = top?.section.anchor ? [] : excerptOf(top?.section ?? {start: 0, end: words.length}, words, marks)
  return {excerpt: begins, passages}
}

/** Words as the index counts them. */
function wordsIn(content: string): string[] {
  return content.split(/[\r\n\s]+/u)
}

function marksOf(note: number, found: readonly Found[]): Marks {
  const marks = new Map<number, {word: number; rarity: number}>()
  for (const [word, {matches, rarity}] of found.entries()) {
    for (const {at} of matches.get(note)?.places ?? []) {
      if ((marks.get(at)?.rarity ?? -1) < rarity) marks.set(at, {word, rarity})
    }
  }
  return marks
}

function sectionsOf(anchors: readonly Anchor[], length: number): Section[] {
  const sorted = anchors.toSorted((a, b) => a.location - b.location)
  const sections = sorted.map((anchor, index) => ({anchor, start: anchor.location, end: sorted[index + 1]?.location ?? length}))
  return [{start: 0, end: sorted[0]?.location ?? length}, ...sections]
}

/** Each word once, by how telling it is; a little more where it stands again, and where the heading has it. */
function scoreOf({anchor, start, end}: Section, marks: Marks): number {
  const best = new Map<number, number>()
  let again = 0
  // What stands further down is rather a repetition.
  const early = (1 - 0.1 * (start / (start + 1000))) * (anchor && backMatter.test(anchor.text.trim()) ? ofBackMatter : 1)
  const heading = anchor ? start + wordsIn(anchor.text).length : start
  for (const [at, {word, rarity}] of marks) {
    if (at < start || at >= end) continue
    if (best.has(word)) again += rarity * 0.02
    best.set(word, Math.max(best.get(word) ?? 0, rarity * (at < heading ? 1.5 : 1)))
  }
  return [...best.values()].reduce((sum, value) => sum + value, Math.min(again, 0.5)) * early
}

/** Whether the heading of a section has a word that was asked for. */
function isTitled({anchor, start}: Section, marks: Marks): boolean {
  return anchor !== undefined && wordsIn(anchor.text).some((_, index) => marks.has(start + index))
}

interface Around {
  readonly words: readonly string[]
  readonly marks: Marks
  readonly drawings: ReadonlyMap<string, string>
  readonly anchors: readonly Anchor[]
}

function passageOf(section: Section, {words, marks, drawings, anchors}: Around): Passage[] {
  const {anchor, start, end} = section
  if (!anchor) return []
  const isHeading = /^h\d$/i.test(anchor.element)
  const heading = isHeading ? anchor : anchors.findLast(({element, location}) => /^h\d$/i.test(element) && location <= start)
  const titled = isHeading ? wordsIn(anchor.text).length : 0
  const drawing = drawings.get(anchor.id)
  const title = isHeading ? piecesOf(wordsIn(anchor.text), (index) => marks.has(start + index)) : [{text: heading?.text.replaceAll(` ${joiner}`, '') ?? '¶', isFound: false}]
  return [{anchor: anchor.id, title, excerpt: excerptOf({start: start + titled, end}, words, marks), ...(drawing !== undefined && {drawing})}]
}

/** A space that keeps the sign of what was left out on the line of its word. */
const noBreak = '\u00a0'

/** The words around the most telling place of a section. */
function excerptOf({start, end}: Section, words: readonly string[], marks: Marks): Piece[] {
  const here = [...marks].filter(([at]) => at >= start && at < end).sort(([a], [b]) => a - b)
  let best = {from: start, value: 0}
  for (const [at] of here) {
    const within = new Map(here.filter(([other]) => other >= at && other < at + excerptWords).map(([, {word, rarity}]) => [word, rarity]))
    const value = [...within.values()].reduce((sum, rarity) => sum + rarity, 0)
    if (value > best.value) best = {from: at, value}
  }
  const from = beginOf(words, Math.max(start, best.from - 8), best.from)
  // A character of Chinese is a word here, and takes less room.
  const joined = words.slice(from, from + excerptWords).filter((word) => word.startsWith(joiner)).length
  const to = Math.min(end, from + excerptWords + joined)
  const pieces = piecesOf(words.slice(from, to), (index) => marks.has(from + index))
  const last = words[to - 1] ?? ''
  return pieces.length === 0 ? [] : [...(/^\p{Ll}/u.test(words[from] ?? '') ? [{text: `…${noBreak}`, isFound: false}] : []), ...pieces, ...(/[.!?…:。！？：]$/u.test(last) ? [] : [{text: `${noBreak}…`, isFound: false}])]
}

/** Where to begin to read: after the last sentence that ends before a place. */
function beginOf(words: readonly string[], from: number, to: number): number {
  for (let at = to; at > from; at -= 1) if (/[.!?。！？]$/u.test(words[at - 1] ?? '')) return at
  return from
}

/** Words as pieces of text, what was found apart from the marks around it. */
function piecesOf(words: readonly string[], isFound: (index: number) => boolean): Piece[] {
  const pieces: Piece[] = []
  const add = (text: string, marked: boolean): void => {
    const last = pieces.at(-1)
    if (text === '') return
    if (last && last.isFound === marked) pieces[pieces.length - 1] = {text: last.text + text, isFound: marked}
    else pieces.push({text, isFound: marked})
  }
  for (const [index, word] of words.entries()) {
    // The build parts names in code from one another (`garden/search-words.ts`).
    const isJoined = word.startsWith(joiner)
    if (index > 0 && !isJoined) add(' ', false)
    const [, before = '', middle = '', after = ''] = /^([^\p{L}\p{N}]*)(.*?)([^\p{L}\p{N}]*)$/su.exec(isJoined ? word.slice(joiner.length) : word) ?? []
    add(before, false)
    add(middle, isFound(index))
    add(after, false)
  }
  return pieces
}
