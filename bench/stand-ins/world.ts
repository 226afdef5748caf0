/** Where the notes of a stand-in stand and what they are called: the odd names of the two vaults, as often as they have them. */
import {capital, type Dice, dice, words} from '../vault.ts'

/** Obsidian's help, and its community's hub. */
export type Kind = 'help' | 'hub'

/** What a note of the hub is about; those of the help are guides. */
export type Group = 'plugin' | 'author' | 'map' | 'guide'

export interface Place {
  readonly path: string
  /** File name without its ending. */
  readonly name: string
  readonly group: Group
  /** Headings that the note surely has. */
  readonly headings: readonly string[]
  /** Whether a wiki link can name it (L-15). */
  readonly linkable: boolean
}

export interface World {
  readonly kind: Kind
  readonly places: readonly Place[]
  readonly pictures: readonly string[]
  readonly icons: readonly string[]
}

/** How many notes each has. */
export const sizes = {help: 173, hub: 6571} as const satisfies Record<Kind, number>

/** Table: the groups of the hub, and where each ends. */
const groups: readonly (readonly [end: number, group: Group, folder: string])[] = [
  [2920, 'plugin', '02 - Community Expansions/02.05 All Community Expansions/Plugins'],
  [5617, 'author', '01 - Community/People'],
  [5664, 'map', '02 - Community Expansions/02.01 Plugins by Category'],
  [Number.POSITIVE_INFINITY, 'guide', '04 - Guides, Workflows, & Courses/Guides']
]

const helpFolders = ['Getting started', 'Editing and formatting', 'Linking notes and files', 'Plugins', 'Publish', 'Publish/Sites', 'Sync']

/** Table: names with signs that addresses or links do not take, one in thirty-one notes of the hub has one. */
const oddNames: readonly ((name: string) => string)[] = [
  (name) => `${name} & more`,
  (name) => `What is ${name}?`,
  (name) => `100% ${name}`,
  (name) => `${name} C++`,
  (name) => `${name} #1`,
  (name) => `Café ${name}`
]

function plainName(index: number): string {
  const {pick} = dice(index * 6007 + 5)
  return `${capital(pick(words))} ${pick(words)} ${index}`
}

function hubName(index: number, group: Group): string {
  const name = plainName(index)
  if (group === 'map') return `🗂️ ${name}`
  // Two that differ by a sign which addresses leave out, and one of 33 names that two notes have.
  if (index === 6000) return 'RedShift - a theme'
  if (index === 6001) return 'RedShift: a theme'
  if (index >= 6100 && index < 6133) return plainName(index - 6100)
  if (index === 6200) return `${name} ${'that is told at length '.repeat(4)}to its end`
  return index % 31 === 7 ? (oddNames[index % oddNames.length] ?? String)(name) : name
}

function hubPlace(index: number): Omit<Place, 'headings' | 'linkable'> {
  const [, group, folder] = groups.find(([end]) => index < end) ?? groups[0] ?? [0, 'guide', '']
  const name = hubName(index, group)
  return {path: `${folder}/${name}.md`, name, group}
}

function helpPlace(index: number): Omit<Place, 'headings' | 'linkable'> {
  const folder = helpFolders[index % helpFolders.length] ?? ''
  const name = index === 4 || index === 6 ? 'Security and privacy' : index === 0 ? 'Home' : plainName(index)
  return {path: index === 0 ? 'Home.md' : `${folder}/${name}.md`, name, group: 'guide'}
}

/** Headings with what links leave out (H-01) and what they repeat (H-03). */
function headingsOf(index: number): string[] {
  const {pick} = dice(index * 31 + 11)
  return [`Part 1: ${capital(pick(words))}`, `\`${pick(words)}()\``, `${capital(pick(words))} & ${pick(words)}`, 'Details', 'Details']
}

/** All notes of a vault, and the files they show. */
export function worldOf(kind: Kind): World {
  const places = Array.from({length: sizes[kind]}, (_, index) => {
    const place = kind === 'help' ? helpPlace(index) : hubPlace(index)
    return {...place, headings: headingsOf(index), linkable: !/[#^|:]/.test(place.name)}
  })
  const pictures = Array.from({length: 70}, (_, index) => `Attachments/${['Pasted image', 'screen+shot', 'Bild ä'][index % 3]} ${index}.png`)
  const icons = Array.from({length: kind === 'help' ? 60 : 4}, (_, index) => `Attachments/icons/lucide-${words[index]}.svg`)
  return {kind, places, pictures, icons}
}

/** A note that links can name. */
export function target(world: World, {below}: Dice): Place {
  const from = below(world.places.length)
  const found = [...world.places.slice(from, from + 20), ...world.places].find(({linkable}) => linkable)
  if (!found) throw new Error('A stand-in has notes that can be linked.')
  return found
}
