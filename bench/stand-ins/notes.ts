/** The texts of a stand-in: every feature as often as the real vault has it, in as many notes, always the same. */
import {capital, dice, numbers, sentence, words} from '../vault.ts'
import {type Feature, features, type Here} from './features.ts'
import {type Kind, type Place, type World, worldOf} from './world.ts'

/** Notes in an order of their own for each row of the table. */
function shuffled(length: number, seed: number): number[] {
  const next = numbers(seed)
  const order = Array.from({length}, (_, index) => ({index, at: next()}))
  return order.sort((left, right) => left.at - right.at).map(({index}) => index)
}

/** Which features each note has, one entry for each time. */
function spread({kind, places}: World): Feature[][] {
  const found: Feature[][] = places.map(() => [])
  for (const [row, feature] of features.entries()) {
    const [times, notes] = feature[kind]
    const group = kind === 'hub' ? feature.group : undefined
    const able = shuffled(places.length, row + 1).filter((index) => group === undefined || places[index]?.group === group)
    for (let time = 0; time < times; time += 1) found[able[time % Math.min(notes, able.length)] ?? 0]?.push(feature)
  }
  return found
}

/** Properties as untidy as they are: lists of nothing, text for lists, objects, and some that cannot be parsed (P-02). */
function hubProperties(index: number): string {
  if (index % 300 === 299) return ''
  const alias = index % 437 === 5 ? '- @name' : index % 1300 === 8 ? '- {a: b}' : index % 6 === 0 ? `- Also ${index}` : '- '
  return `---\naliases:\n${alias}\ntags: ${index % 5 === 0 ? '[seedling]' : '\n- '}\n${index % 70 === 9 ? '' : 'publish: true\n'}---\n`
}

function helpProperties(index: number): string {
  const {pick, below} = dice(index + 77)
  const aliases = index % 5 < 3 ? `aliases:\n  - ${pick(['How to', 'Advanced topics'])}/Old name ${index}\n  - Name ${index}\n` : ''
  const more = `${below(3) === 0 ? 'publish: true\n' : ''}${below(5) < 2 ? `description: ${capital(pick(words))} of ${pick(words)}.\n` : ''}${below(5) === 0 ? 'cssclasses:\n  - soft-embed\n' : ''}`
  return `---\n${aliases}permalink: ${pick(words)}/${index}\nmobile: true\n${more}---\n`
}

/** Blocks in an order of the note's own; words that stand in sentences come three to a paragraph. */
function bodyOf(wanted: readonly Feature[], here: Here): string[] {
  const inline = wanted.filter(({inline}) => inline).map(({write}) => write(here))
  const paragraphs: string[] = []
  for (let at = 0; at < inline.length; at += 3) {
    paragraphs.push(inline.slice(at, at + 3).map((piece) => `${sentence(here.own).slice(0, -1)} ${piece} ${here.own.pick(words)}.`).join(here.own.pick([' ', ' ', '\n'])))
  }
  const blocks = [...paragraphs, ...wanted.filter(({inline}) => !inline).map(({write}) => write(here))]
  return shuffled(blocks.length, here.own.below(1_000_000)).map((index) => blocks[index] ?? '')
}

/** Comments and lists often have their neighbour on the very next line. */
function joined(blocks: readonly string[], {own}: Here): string {
  const isList = (at: number): boolean => blocks[at]?.startsWith('- ') === true
  const isComment = (at: number): boolean => /^(?:%%|<!--)[\s\S]*(?:%%\s*|-->)$/.test(blocks[at] ?? '')
  // Words on the line after an item would belong to it, and its id would be no longer at its end.
  const mayBeNear = (at: number): boolean => (isList(at - 1) ? isList(at) || isComment(at) : isComment(at - 1) && (!isList(at - 2) || isList(at)))
  return blocks.map((block, at) => `${at === 0 ? '' : mayBeNear(at) && own.below(3) === 0 ? '\n' : '\n\n'}${block}`).join('')
}

function noteText(index: number, wanted: readonly Feature[], here: Here): string {
  const {kind} = here.world
  const {name, headings} = here.place
  const body = bodyOf(wanted, here)
  const step = Math.max(1, Math.ceil(body.length / headings.length))
  const parts = headings.flatMap((heading, at) => [`${'#'.repeat(2 + (at % 2))} ${heading}`, `${sentence(here.own)} ^kept-${at}`, ...body.slice(at * step, (at + 1) * step)])
  const foot = '# This note in GitHub\n\n<span class="git-footer">[Edit](https://example.org/a%20%28b%29.md "edit") | [Copy](https://example.org/copy "copy") | [Download](https://example.org/x.zip "all") </span>'
  const blocks = kind === 'hub' ? [`# ${name}`, ...parts, foot] : parts
  return `${kind === 'hub' ? hubProperties(index) : helpProperties(index)}\n${joined(blocks, here)}\n`
}

const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="24" height="24" viewBox="0 0 24 24" stroke="currentColor"><path d="M3 3h18"/></svg>'
const pixel = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64')

/** The files of a stand-in, by their paths. */
export function standIn(kind: Kind): Map<string, string | Uint8Array> {
  const world = worldOf(kind)
  const wanted = spread(world)
  const notes = world.places.map((place: Place, index): [string, string] => [place.path, noteText(index, wanted[index] ?? [], {own: dice(index * 17 + 3), world, place})])
  const site = kind === 'help' ? [['site-options.json', JSON.stringify({logo: world.icons[0], indexFile: 'Home', siteName: 'Help', defaultTheme: 'system', showOutline: true, navigationOrdering: ['Publish', 'Home.md']})] as const] : []
  return new Map<string, string | Uint8Array>([
    ...notes,
    ...site,
    ...world.pictures.map((path) => [path, pixel] as const),
    ...world.icons.map((path) => [path, svg] as const),
    ['Attachments/Recording (1968).ogg', new Uint8Array(8)]
  ])
}
