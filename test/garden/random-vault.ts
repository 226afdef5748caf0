/** Random vaults with nasty names, and how they are written down. */

import fc from 'fast-check'
import type {MadeNote, MadeVault, Piece, Written} from '../oracle.ts'
import {type Files, source, vaultOf} from './support.ts'
import type {Vault} from '../../src/garden/model.ts'

const folders = ['', '', '', 'a', 'A', 'a/b', 'b', 'Å', 'x.y', 'constructor', '日本', 'a b', 'tags']
const names = [
  'Note', 'note', 'NOTE', 'Café', 'CAFÉ', 'a', 'b', 'index', 'README', '404', '__proto__', 'constructor', 'toString', 'What is', 'what-is', 'What? 1%',
  'C++ & co', '50%25', 'emoji 🎉', '１', 'ﬁ', 'İ', 'ß', 'ẞ', 'v1.9', 'x.png', 'Tom’s', '..a', 'a.', 'con', '<b>', '"q"', '日本語', 'v.md', '😀', '～', 'Re: x', 'ÅB', 'Hangul 한'
]
const tags = ['a', 'A', 'a/b', 'A/B', 'a/b/c', 'été', 'ÉTÉ', 'constructor', '__proto__', 'x-y', 'x_y', '1a', '日本', 'tag🎉', 'tag']
const headings = ['One', 'one', 'Part 1: Basics', 'Part 1 Basics', 'Größe', 'two words', 'C++', 'constructor', '***', '日本']
const blocks = ['id', 'ID', 'x-1', 'constructor']
const files = ['x.png', 'a/x.png', 'b/x.png', 'a/b/paper.pdf', 'paper.pdf', 'A/Paper.PDF', 'Note.pdf']

const pick = <Item>(items: readonly Item[]): fc.Arbitrary<Item> => fc.constantFrom(...items)

/** How a link's target is made from the file that it may mean. */
const twists = [
  'name', 'name', 'name', 'path', 'path', 'upper', 'lower', 'nfd', 'extension', 'rooted', 'relative', 'here', 'suffix', 'alias', 'alias', 'wrong', 'folder',
  'self', 'file', 'file', 'file path', 'outside', 'other extension'
] as const

interface Seed {
  readonly note: number
  readonly twist: (typeof twists)[number]
  readonly form: Written['form']
  readonly fragment: readonly string[]
  readonly block: string | undefined
}

const link = fc.record({
  note: fc.nat(60),
  twist: pick(twists),
  form: pick(['wiki', 'wiki', 'markdown'] as const),
  fragment: fc.oneof({weight: 3, arbitrary: fc.constant([])}, {weight: 1, arbitrary: fc.array(pick(headings), {minLength: 1, maxLength: 2})}),
  block: fc.oneof({weight: 4, arbitrary: fc.constant(undefined)}, {weight: 1, arbitrary: pick(blocks)})
})

const piece = fc.oneof(
  fc.record({kind: fc.constant('heading' as const), depth: fc.integer({min: 1, max: 6}), text: pick(headings)}),
  fc.record({kind: fc.constant('words' as const), block: fc.oneof(fc.constant(undefined), pick(blocks)), tag: fc.oneof({weight: 3, arbitrary: fc.constant(undefined)}, {weight: 1, arbitrary: pick(tags)})}),
  fc.record({kind: pick(['link', 'link', 'embed'] as const), to: link})
)

const note = fc.record({
  folder: pick(folders),
  name: pick(names),
  extension: pick(['.md', '.md', '.md', '.md', '.mdx']),
  hidden: pick([false, false, false, true]),
  aliases: fc.array(pick([...names, 'Alias', 'alias', 'Other name']), {maxLength: 2}),
  tags: fc.array(pick(tags), {maxLength: 2}),
  properties: fc.array(link, {maxLength: 1}),
  pieces: fc.array(piece, {maxLength: 6})
})

type NoteSeed = typeof note extends fc.Arbitrary<infer Seeded> ? Seeded : never

function notes(size: fc.Size | 'max'): fc.Arbitrary<NoteSeed[]> {
  return fc.uniqueArray(note, {selector: ({folder, name, extension}) => `${folder}/${name}${extension}`, minLength: 5, maxLength: 40, size})
}

/** Vaults of 5 to 40 notes, most of them small. */
export const randomVault: fc.Arbitrary<MadeVault> = fc
  .record({notes: fc.oneof({weight: 15, arbitrary: notes('small')}, {weight: 1, arbitrary: notes('max')}), attachments: fc.uniqueArray(pick(files), {maxLength: 5})})
  .map((seeds) => made(seeds.notes, seeds.attachments))

function made(seeds: readonly NoteSeed[], attachments: readonly string[]): MadeVault {
  const paths = seeds.map(({folder, name, extension}) => `${folder === '' ? '' : `${folder}/`}${name}${extension}`.normalize('NFC'))
  let count = 0
  const word = (): string => {
    count += 1
    return `w${count}x`
  }
  const notes = seeds.map((seed, index): MadeNote => {
    const from = paths[index] ?? ''
    const written = (to: Seed): Written => writtenLink(to, {from, paths, seeds, attachments})
    return {
      path: from,
      hidden: seed.hidden,
      aliases: seed.aliases,
      tags: seed.tags,
      properties: seed.properties.map((to) => ({...written({...to, form: 'wiki'}), word: word()})),
      pieces: seed.pieces.map((each) => pieceOf(each, word, written))
    }
  })
  return {notes, attachments}
}

function pieceOf(seed: NoteSeed['pieces'][number], word: () => string, written: (to: Seed) => Written): Piece {
  if (seed.kind === 'heading') return {...seed, text: `H ${seed.text}`}
  if (seed.kind !== 'words') return {kind: seed.kind, word: word(), ...written(seed.to)}
  return {kind: 'words', word: word(), ...(seed.tag === undefined ? {} : {tag: seed.tag}), ...(seed.block === undefined ? {} : {block: seed.block})}
}

interface Around {
  readonly from: string
  readonly paths: readonly string[]
  readonly seeds: readonly NoteSeed[]
  readonly attachments: readonly string[]
}

function writtenLink(seed: Seed, around: Around): Written {
  const target = targetOf(seed, around)
  // A link to nothing at all is text.
  const fragment = target === '' && seed.fragment.length === 0 && seed.block === undefined ? ['One'] : seed.fragment
  if (seed.block !== undefined) return {form: seed.form, target, block: seed.block}
  return {form: seed.form, target, ...(fragment.length > 0 ? {headings: fragment.map((text) => `H ${text}`)} : {})}
}

function targetOf({note: number, twist, form}: Seed, {from, paths, seeds, attachments}: Around): string {
  const index = number % paths.length
  const whole = paths[index] ?? ''
  const path = whole.replace(/\.mdx?$/, '')
  const name = path.split('/').at(-1) ?? ''
  const file = attachments[number % Math.max(1, attachments.length)] ?? 'missing.png'
  switch (twist) {
    case 'name': return name
    case 'path': return path
    case 'upper': return name.toUpperCase()
    case 'lower': return path.toLowerCase()
    case 'nfd': return name.normalize('NFD')
    case 'extension': return whole
    case 'other extension': return `${name}${whole.endsWith('x') ? '.md' : '.mdx'}`
    case 'rooted': return `/${path}`
    case 'relative': return `${'../'.repeat(from.split('/').length - 1) || './'}${path}`
    case 'here': return `./${name}`
    case 'suffix': return path.split('/').slice(-2).join('/')
    case 'alias': return seeds[index]?.aliases[0] ?? 'Alias'
    case 'wrong': return `${name}z`
    case 'folder': return `${path.split('/').slice(0, -1).join('/')}/`
    case 'self': return form === 'wiki' ? '' : name
    case 'file': return file.split('/').at(-1) ?? ''
    case 'file path': return file
    case 'outside': return `../../../${name}`
  }
}

// ── Written down ────────────────────────────────────────────────────────────

function fragmentOf({headings: chain, block}: Written): string {
  return block === undefined ? (chain ?? []).map((text) => `#${text}`).join('') : `#^${block}`
}

function linkText(link: Written, word: string): string {
  if (link.form === 'wiki') return `[[${link.target}${fragmentOf(link)}|${word}]]`
  const encoded = link.target.split('/').map(encodeURIComponent).join('/')
  return `[${word}](${encoded}${encodeURI(fragmentOf(link))})`
}

function pieceText(each: Piece): string {
  if (each.kind === 'heading') return `${'#'.repeat(each.depth)} ${each.text}`
  if (each.kind === 'words') return `${each.word}${each.tag === undefined ? '' : ` #${each.tag}`}${each.block === undefined ? '' : ` ^${each.block}`}`
  return each.kind === 'embed' ? `!${linkText(each, each.word)}` : `Of ${linkText(each, each.word)}.`
}

/** The file of a note. */
export function textOf(made: MadeNote): string {
  const lines = [
    ...(made.hidden ? ['publish: false'] : []),
    `aliases: ${JSON.stringify(made.aliases)}`,
    `tags: ${JSON.stringify(made.tags)}`,
    ...made.properties.map((each, index) => `rel${index}: ${JSON.stringify(linkText(each, each.word))}`)
  ]
  return `---\n${lines.join('\n')}\n---\n${made.pieces.map((each) => `${pieceText(each)}\n`).join('\n')}`
}

/** The vault as files. */
export function filesOf({notes, attachments}: MadeVault): Files {
  return new Map([...notes.map((each): [string, string] => [each.path, textOf(each)]), ...attachments.map((each): [string, string] => [each, ''])])
}

/** The vault as read, in the order in which it was made. */
export function asVault(made: MadeVault): Vault {
  const {attachments} = vaultOf(filesOf(made))
  return {notes: made.notes.map((each) => source(each.path, textOf(each))), attachments, settings: {}}
}

/** Run a law on random vaults: the same ones in every run, others in `npm run test:fuzz`; a failure prints the seed. */
export function law(vaults: number, holds: (vault: MadeVault) => Promise<void>): Promise<void> {
  const times = Number(process.env['FUZZ_RUNS'] ?? 1)
  const seed = process.env['FUZZ_RUNS'] === undefined ? 20_260_101 : Date.now()
  return fc.assert(fc.asyncProperty(randomVault, holds), {numRuns: vaults * times, seed})
}
