/**
 * The picture that stands for a page where other sites show a link to it: a
 * sheet from the drawing office, with its title and a ruled title block.
 */

import type {Face} from './face.ts'
import {fit, type Room, wordSpace, words} from './fit.ts'
import type {Inks} from './png.ts'
import {signs} from './signs.ts'

/** What a card says. A card is a pure function of this value and the faces. */
export interface Card {
  readonly title: string
  /** Name of the garden; stands for a title that the faces cannot write. */
  readonly site: string
  /** Ruled cells beside the garden's name. */
  readonly cells: readonly {readonly label: string; readonly text: string}[]
  /** Whether it is a hub's, which carries the garden's colour along its edge. */
  readonly hub: boolean
}

export interface Faces {
  readonly serif: Face
  readonly sans: Face
}

/** Pixels; what the sites that show such pictures ask for. */
export const cardSize = {width: 1200, height: 630} as const

/** The light values of `styles/tokens.css`, as a picture cannot know the reader's theme. Every colour of a card is a shade of one of these. */
export const inks: Inks = {paper: [0xfb, 0xf9, 0xf4], ink: [0x1c, 0x1a, 0x17], accent: [0xa9, 0x37, 0x1b]}

const colours = {paper: '#fbf9f4', ink: '#1c1a17', label: '#6c665c', rubric: '#a9371b', rule: '#ddd7c9', edge: '#a69f91'} as const

/** The drawing within its neat line, and where the title block begins. */
const sheet = {left: 28, right: 1172, top: 28, bottom: 602, block: 488} as const
const inset = 44

const titleRoom: Room = {sizes: [108, 96, 84, 74, 64, 56, 48], width: sheet.right - sheet.left - 2 * inset, height: 352, leading: 1.12}
const valueRoom = {sizes: [32, 28, 24], height: 50, leading: 1.2} as const

/** Least share of a title's letters that must be there for it to be the title. */
const enough = 0.7

/** Draw a card. */
export function drawCard(card: Card, faces: Faces): string {
  const {width, height} = cardSize
  const {left, right, top, bottom, block} = sheet
  const edge = card.hub ? `<path d="M${left} ${top}h18V${bottom}h-18z" fill="${colours.rubric}"/>` : ''
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">
<path d="M0 0h${width}v${height}H0z" fill="${colours.paper}"/>
<path d="M${left}.5 ${top}.5H${right}.5V${bottom}.5H${left}.5zM600.5 ${top - 12}v12M600.5 ${bottom}v12M${left - 12} 315.5h12M${right} 315.5h12" fill="none" stroke="${colours.edge}"/>${edge}
<path d="M${left + inset} 80h72v8h-72z" fill="${colours.rubric}"/>
${title(card, faces)}
<path d="M${left} ${block}H${right}" stroke="${colours.ink}" stroke-width="3"/>
${cells(card, faces)}
</svg>`
}

function title({title: written, site}: Card, {serif}: Faces): string {
  const whole = writable(written, serif)
  const {size, lines} = fit(whole.share >= enough ? whole.words : writable(site, serif).words, titleRoom, measureWith(serif))
  return lines.map((line, index) => text(line, serif, {x: sheet.left + inset, y: 116 + size * (0.84 + index * titleRoom.leading), size, colour: colours.ink})).join('\n')
}

/** Words that a face can write, and the share of letters and digits that are among them. */
function writable(written: string, face: Face): {readonly words: string[]; readonly share: number} {
  const all = words(written)
  const letters = all.flatMap(signs).filter((sign) => /[\p{L}\p{N}]/u.test(sign))
  const known = letters.filter(face.knows).length
  return {words: all.filter((word) => signs(word).some(face.knows)), share: letters.length === 0 ? 0 : known / letters.length}
}

const compass = '<circle cx="12" cy="12" r="8.5"/><path d="m15.5 8.5-2 5-5 2 2-5zM12 2v3M12 19v3M2 12h3M19 12h3"/>'

/** The title block: the garden's name beside its sign, and a cell for each fact. */
function cells({site, cells: facts}: Card, faces: Faces): string {
  const {left, right, block, bottom} = sheet
  const width = 272
  const first = right - facts.length * width
  const x = left + inset
  return [
    `<g transform="translate(${x - 6} ${block + 25}) scale(2.667)" fill="none" stroke="${colours.rubric}" stroke-width="1.75" stroke-linecap="round" stroke-linejoin="round">${compass}</g>`,
    value(site, faces.sans, {x: x + 76, y: block + 68, width: first - x - 100}),
    ...facts.flatMap(({label, text: fact}, index) => {
      const at = first + index * width
      return [
        `<path d="M${at}.5 ${block + 2}V${bottom}" stroke="${colours.rule}"/>`,
        value(label, faces.sans, {x: at + 24, y: block + 42, width: width - 40, size: 20, colour: colours.label}),
        value(fact, faces.sans, {x: at + 24, y: block + 84, width: width - 40})
      ]
    })
  ].join('\n')
}

interface Spot {
  readonly x: number
  /** The baseline. */
  readonly y: number
  readonly width: number
  readonly size?: number
  readonly colour?: string
}

/** One line in a cell. */
function value(written: string, face: Face, {x, y, width, size: only, colour = colours.ink}: Spot): string {
  const room: Room = {...valueRoom, width, ...(only === undefined ? {} : {sizes: [only], height: only * 1.2})}
  const {size, lines: [line = []]} = fit(writable(written, face).words, {...room, height: 1}, measureWith(face))
  return text(line, face, {x, y, size, colour})
}

function measureWith(face: Face): (word: string) => number {
  return (word) => face.shape(word).width
}

function text(line: readonly string[], face: Face, {x, y, size, colour}: {readonly x: number; readonly y: number; readonly size: number; readonly colour: string}): string {
  let at = 0
  const shapes = line.map((word) => {
    const {width, svg} = face.shape(word)
    const placed = `<g transform="translate(${at} 0)">${svg}</g>`
    at += width + wordSpace
    return placed
  })
  return `<g transform="translate(${x} ${y}) scale(${size})" fill="${colour}">${shapes.join('')}</g>`
}
