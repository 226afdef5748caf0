/** Make a vault of any size, the same on every machine: about 400 words, 8 links, 3 tags, a code block, a callout a note, a table in every fourth. */
import {mkdirSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'

export const words: readonly string[] = (
  'service broker queue message topic partition replica leader follower cluster node pod deployment rollout canary latency ' +
  'throughput backlog retry timeout circuit breaker bulkhead gateway proxy mesh policy secret token identity session cache ' +
  'index shard storage volume snapshot backup restore region zone failover quorum consensus clock event command query saga ' +
  'outbox ledger account payment order customer catalogue inventory shipment invoice metric trace span log alert dashboard ' +
  'runbook incident review budget objective indicator the a of to in is that with for from by on as it which when under over'
).split(' ')

const folders = ['Concepts', 'Tools', 'Patterns', 'Practices', 'Designs', 'Interviews', 'Reference', 'Journal/2026']
const callouts = ['note', 'tip', 'warning', 'example', 'question', 'quote']
const languages = ['yaml', 'ts', 'bash', 'json']

/** Numbers from 0 up to 1, always the same ones for a seed (mulberry32). */
export function numbers(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

/** Choices that are the same on every machine. */
export interface Dice {
  readonly below: (limit: number) => number
  readonly pick: (list: readonly string[]) => string
}

export function dice(seed: number): Dice {
  const next = numbers(seed)
  const below = (limit: number): number => Math.floor(next() * limit)
  return {below, pick: (list) => list[below(list.length)] ?? ''}
}

export function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1)
}

/** Name of a note: words that a reader could have chosen, and its number, so that each is one of its kind. */
function nameOf(index: number): string {
  const {pick} = dice(index * 7919 + 1)
  return `${capital(pick(words))} ${pick(words)} ${index}`
}

function folderOf(index: number): string {
  return folders[index % folders.length] ?? ''
}

export function sentence({below, pick}: Dice): string {
  const length = 8 + below(10)
  return `${capital(Array.from({length}, () => pick(words)).join(' '))}.`
}

function paragraph(own: Dice, link: () => string): string {
  return [sentence(own), `${sentence(own).slice(0, -1)} and ${link()} too.`, sentence(own), sentence(own)].join(' ')
}

/** A link, most often to one of the notes that all others know; every third has a heading or words of its own. */
function linkTo(count: number, own: Dice): string {
  const popular = own.below(10) < 4
  const name = nameOf(own.below(popular ? Math.max(1, Math.floor(count / 50)) : count))
  const kind = own.below(3)
  return kind === 0 ? `[[${name}]]` : kind === 1 ? `[[${name}#Trade-offs]]` : `[[${name}|${own.pick(words)}]]`
}

function table(own: Dice): string {
  const row = (): string => `| ${own.pick(words)} | ${own.pick(words)} ${own.pick(words)} | ${own.below(1000)} |`
  return ['| Name | Meaning | Value |', '| --- | --- | ---: |', row(), row(), row(), row()].join('\n')
}

/** Text of one note of a vault of `count`. */
export function noteText(index: number, count: number): string {
  const own = dice(index + 1)
  const link = (): string => linkTo(count, own)
  const tag = (): string => `${own.pick(['area', 'topic', 'level'])}/${words[own.below(40)]}`

  return [
    `---\ntags: [${tag()}, ${tag()}]\ncreated: 2026-0${1 + own.below(9)}-1${own.below(10)}\nkind: concept\n---`,
    paragraph(own, link),
    '## What it is',
    paragraph(own, link),
    paragraph(own, link),
    `> [!${own.pick(callouts)}] ${capital(own.pick(words))}\n> ${sentence(own)} ${link()}\n> ${sentence(own)}`,
    '## How it works',
    paragraph(own, link),
    `- **${own.pick(words)}**: ${sentence(own)}\n- ==${own.pick(words)}==: ${sentence(own)}\n- \`${own.pick(words)}\`: ${sentence(own)}`,
    `\`\`\`${own.pick(languages)}\n${Array.from({length: 6}, () => `${own.pick(words)}: ${own.pick(words)} # ${own.below(100)}`).join('\n')}\n\`\`\``,
    ...(index % 4 === 0 ? [table(own)] : []),
    '## Trade-offs',
    paragraph(own, link),
    `${sentence(own)} #${tag()}`,
    `See ${link()} and ${link()}.`,
    ''
  ].join('\n\n')
}

/** Write a vault of `count` notes. */
export function writeVault(folder: string, count: number): void {
  for (const name of folders) mkdirSync(join(folder, name), {recursive: true})
  for (let index = 0; index < count; index++) {
    writeFileSync(join(folder, folderOf(index), `${nameOf(index)}.md`), noteText(index, count))
  }
}
