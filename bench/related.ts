/**
 * Hide a tenth of the garden's links, ask for related notes, and see how often a hidden target is among the first ten;
 * beside tags alone and text alone. Written to bench/RESULTS.md.
 *
 *     node bench/related.ts [seeds]
 *
 * What is hidden is all that links two notes, in both ways, and the words of those links: nothing is left to give them
 * away.
 */
import {readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {strings} from '../src/components/strings.ts'
import type {PublicNote, VaultPath} from '../src/garden/model.ts'
import {asSlug} from '../src/garden/names.ts'
import {type Linked, relatedFinder, type RelatedWeights} from '../src/garden/relations/related.ts'
import {parseOptions} from '../src/garden/options.ts'
import {parseNote} from '../src/garden/parse.ts'
import {publish} from '../src/garden/publish.ts'
import {buildIndex} from '../src/garden/resolve.ts'
import {resolveLinks} from '../src/garden/links.ts'
import {readVault} from '../src/garden/vault.ts'
import {preparedWords} from '../src/garden/words.ts'
import {numbers} from './vault.ts'

const results = join(import.meta.dirname, 'RESULTS.md')
const heading = '## How good the related notes are'
/** Share of links that are hidden. */
const hiddenShare = 0.1
/** How far down the list a hidden target counts as found. */
const first = 10

/** What is compared. The first row is what the site shows. */
const ways: readonly {readonly name: string; readonly weights?: RelatedWeights}[] = [
  {name: 'as shown: links, tags and text'},
  {name: 'tags alone', weights: {links: 0, tags: 1, text: 0}},
  {name: 'text alone', weights: {links: 0, tags: 0, text: 1}},
  {name: 'links alone', weights: {links: 1, tags: 0, text: 0}}
]

interface Pair {
  readonly from: VaultPath
  readonly to: VaultPath
  /** Words of the link in the note that holds it. */
  readonly words: string
}

interface Links {
  readonly notes: readonly PublicNote[]
  readonly pairs: readonly Pair[]
}

/** The garden's notes, and who links to whom. */
function readLinks(folder: string): Links {
  const {options} = parseOptions({})
  if (!options) throw new Error('The default options are wrong.')
  const {vault} = readVault(folder, options.limits)
  const words = preparedWords(strings('en').body)
  const notes = publish(vault.notes.map((file) => parseNote(file, {...options, strictLineBreaks: false, words})))
  const {byNote} = resolveLinks(notes, buildIndex(notes, []), {aliasLinks: true, privateNames: new Set()})
  const pairs = notes.flatMap((note) =>
    note.links.flatMap((link, index): Pair[] => {
      const to = byNote.get(note.path)?.links[index]
      return to?.kind === 'note' && to.path !== note.path ? [{from: note.path, to: to.path, words: link.text}] : []
    })
  )
  return {notes, pairs}
}

const key = ({from, to}: Pair): string => [from, to].sort().join('\0')

/** The garden without some of its links. */
function withoutPairs({notes, pairs}: Links, hidden: ReadonlySet<string>): Map<VaultPath, Linked> {
  const gone = Map.groupBy(pairs.filter((pair) => hidden.has(key(pair))), ({from}) => from)
  const nodes = new Map(notes.map((note) => {
    const text = (gone.get(note.path) ?? []).reduce((rest, {words}) => rest.replace(words, () => ''), note.text)
    return [note.path, {note: {...note, text}, out: new Map<VaultPath, number>(), in: new Map<VaultPath, number>()}]
  }))
  for (const pair of pairs) {
    if (hidden.has(key(pair))) continue
    nodes.get(pair.from)?.out.set(pair.to, 1)
    nodes.get(pair.to)?.in.set(pair.from, 1)
  }
  return nodes
}

/** Share of hidden links whose target is among the first related notes of its source. */
function found(links: Links, hidden: readonly Pair[], weights: RelatedWeights | undefined): number {
  const nodes = withoutPairs(links, new Set(hidden.map(key)))
  const refs = new Map(links.notes.map(({path, title}) => [path, {slug: asSlug(path), title, description: ''}]))
  const related = relatedFinder(nodes, refs, weights)
  const hits = hidden.filter(({from, to}) => related(from, first).some(({slug}) => String(slug) === to)).length
  return hits / hidden.length
}

/** A tenth of the links, by a seed; of each, who linked first. */
function hide(links: Links, seed: number): Pair[] {
  const next = numbers(seed)
  return [...Map.groupBy(links.pairs, key).values()].flatMap(([pair]) => (pair && next() < hiddenShare ? [pair] : []))
}

function section(links: Links, seeds: readonly number[]): string {
  const hidden = seeds.map((seed) => hide(links, seed))
  const rows = ways.map(({name, weights}) => {
    const shares = hidden.map((pairs) => found(links, pairs, weights))
    const percent = (share: number): string => `${(share * 100).toFixed(1)} %`
    return `| ${name} | ${percent(shares.reduce((sum, share) => sum + share, 0) / shares.length)} | ${percent(Math.min(...shares))} | ${percent(Math.max(...shares))} |`
  })
  return `${heading}

Written by \`node bench/related.ts\`: of the bundled garden's links, ${hiddenShare * 100} % are hidden, whole pairs of notes at once and the words of the links too
(${seeds.length} seeds, ${Math.min(...hidden.map(({length}) => length))} to ${Math.max(...hidden.map(({length}) => length))} links each); share of them whose target is among the first ${first} related notes of its source.

| what counts | mean | lowest | highest |
| --- | ---: | ---: | ---: |
${rows.join('\n')}
`
}

/** The page with this section in place of its last. */
function replaceSection(text: string): void {
  const page = readFileSync(results, 'utf8')
  const start = page.indexOf(heading)
  const end = start < 0 ? -1 : page.indexOf('\n## ', start + heading.length)
  const before = start < 0 ? page : page.slice(0, start)
  const after = end < 0 ? '' : page.slice(end + 1)
  writeFileSync(results, `${before.trimEnd()}\n\n${text}${after === '' ? '' : `\n${after}`}`)
}

const seeds = Array.from({length: Number(process.argv[2] ?? 10)}, (_, index) => index + 1)
const text = section(readLinks(join(import.meta.dirname, '..', 'src', 'content')), seeds)
replaceSection(text)
console.log(text)
