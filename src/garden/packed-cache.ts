/**
 * A cache for very many small texts: those that one build makes go into a few
 * large files. A file a text made 10,000 notes wait for 10,000 times opening,
 * renaming and closing, which was a fifth of a cold build's time.
 *
 * A pack is one line of JSON, `[[key, digest, bytes] …]`, and the texts one
 * after another. What is missing, foreign or damaged is as if it had never
 * been written.
 */

import {createHash} from 'node:crypto'
import {closeSync, mkdirSync, openSync, readdirSync, readSync, renameSync, rmSync, writeFileSync} from 'node:fs'
import path from 'node:path'
import type {Cache} from './cache.ts'

/** Where a text lies. */
interface Slot {
  readonly pack: string
  readonly offset: number
  readonly bytes: number
  readonly digest: string
}

type Row = readonly [key: string, digest: string, bytes: number]

interface Packs {
  readonly folder: string
  readonly slots: Map<string, Slot>
  /** Open files of packs. */
  readonly open: Map<string, number>
  readonly used: Set<string>
  /** Packs with a text that cannot be read, or has another one after it. */
  readonly spoiled: Set<string>
  waiting: {readonly key: string; readonly text: Buffer}[]
  waitingBytes: number
}

/** Bytes that wait in memory before they become a pack. */
const packBytes = 8_000_000
/** With more packs than this, those far from full are joined. */
const mostPacks = 64
/** Longest first line that is read. */
const lineChunk = 1 << 16

/**
 * Open the cache in a folder.
 *
 * Texts are on the disk after `prune`, or when many wait.
 *
 * @param folder Absolute path; made when something is written.
 */
export function openPackedCache(folder: string): Cache {
  const packs: Packs = {folder, slots: new Map(), open: new Map(), used: new Set(), spoiled: new Set(), waiting: [], waitingBytes: 0}
  for (const name of packNames(folder)) readIndex(packs, name)

  return {
    read(key) {
      packs.used.add(key)
      const text = readText(packs, key)
      if (!text) forget(packs, key)
      return text?.toString('utf8')
    },
    write(key, text) {
      packs.used.add(key)
      forget(packs, key)
      enqueue(packs, key, Buffer.from(text))
    },
    prune() {
      compact(packs)
      flush(packs)
      for (const file of packs.open.values()) closeSync(file)
      packs.open.clear()
    }
  }
}

function packNames(folder: string): string[] {
  try {
    return readdirSync(folder).filter((name) => name.endsWith('.pack')).sort()
  } catch {
    return []
  }
}

function readIndex(packs: Packs, name: string): void {
  try {
    const file = openSync(path.join(packs.folder, name), 'r')
    packs.open.set(name, file)
    const line = firstLine(file)
    let offset = line.length + 1
    const rows: readonly Row[] = JSON.parse(line.toString('utf8'))
    for (const [key, digest, bytes] of rows) {
      packs.slots.set(key, {pack: name, offset, bytes, digest})
      offset += bytes
    }
  } catch {
    // As if it were not there; `compact` removes it, as nothing in it is used.
  }
}

function firstLine(file: number): Buffer {
  const chunks: Buffer[] = []
  for (let at = 0; ; at += lineChunk) {
    const chunk = Buffer.alloc(lineChunk)
    const size = readSync(file, chunk, 0, lineChunk, at)
    const end = chunk.subarray(0, size).indexOf('\n')
    chunks.push(chunk.subarray(0, end < 0 ? size : end))
    if (end >= 0 || size < lineChunk) return Buffer.concat(chunks)
  }
}

function readText({slots, open}: Packs, key: string): Buffer | undefined {
  const slot = slots.get(key)
  const file = slot && open.get(slot.pack)
  if (!slot || file === undefined) return undefined
  try {
    const text = Buffer.alloc(slot.bytes)
    return readSync(file, text, 0, slot.bytes, slot.offset) === slot.bytes && digestOf(text) === slot.digest ? text : undefined
  } catch {
    return undefined
  }
}

/** Two texts of one key would leave it to their packs' names which one is read. */
function forget({slots, spoiled}: Packs, key: string): void {
  const slot = slots.get(key)
  if (!slot) return
  spoiled.add(slot.pack)
  slots.delete(key)
}

function enqueue(packs: Packs, key: string, text: Buffer): void {
  packs.waiting.push({key, text})
  packs.waitingBytes += text.length
  if (packs.waitingBytes >= packBytes) flush(packs)
}

/** Make a pack of what waits. A reader sees the whole file or none: rename is atomic, a write is not. */
function flush(packs: Packs): void {
  if (packs.waiting.length === 0) return
  const rows = packs.waiting.map(({key, text}): Row => [key, digestOf(text), text.length])
  const line = `${JSON.stringify(rows)}\n`
  const file = path.join(packs.folder, `${createHash('sha1').update(line).digest('hex')}.pack`)
  const temporary = `${file}.${process.pid}.tmp`
  try {
    mkdirSync(packs.folder, {recursive: true})
    writeFileSync(temporary, Buffer.concat([Buffer.from(line), ...packs.waiting.map(({text}) => text)]))
    renameSync(temporary, file)
  } catch {
    // The cache is a convenience.
    rmSync(temporary, {force: true})
  }
  packs.waiting = []
  packs.waitingBytes = 0
}

/** Drop packs that are mostly waste, and join small ones, keeping what this run used. */
function compact(packs: Packs): void {
  // Only those there were when it opened: what stands beside them is new.
  const isCrowded = packs.open.size > mostPacks
  const byPack = Map.groupBy(packs.slots, ([, {pack}]) => pack)
  for (const name of packs.open.keys()) {
    const slots = byPack.get(name) ?? []
    const kept = slots.filter(([key]) => packs.used.has(key))
    const size = slots.reduce((sum, [, {bytes}]) => sum + bytes, 0)
    if (kept.length * 2 > slots.length && !packs.spoiled.has(name) && !(isCrowded && size < packBytes / 4)) continue
    for (const [key] of kept) {
      const text = readText(packs, key)
      if (text) enqueue(packs, key, text)
    }
    rmSync(path.join(packs.folder, name), {force: true})
  }
}

function digestOf(text: Buffer): string {
  return createHash('sha1').update(text).digest('base64').slice(0, 20)
}
