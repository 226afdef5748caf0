/** `npm run check -- --suggest-links [--write [--all]]`: print the links that notes could have, and write those that the author wants. */

import {join} from 'node:path'
import {createInterface, type Interface} from 'node:readline/promises'
import type {LinkSuggestion} from '../../src/garden/model.ts'
import {counted} from '../output/report.ts'
import {reasonOf, Stop} from '../run.ts'
import {writeLinks} from './files.ts'

export interface SuggestOptions {
  /** Absolute path of the vault. */
  readonly vault: string
  /** `ask`: one by one; `all`: every one; `none`: only print. */
  readonly write: 'none' | 'ask' | 'all'
}

/** How a write is asked for by flags; without a terminal there is nobody to ask. */
export function writeMode(flags: ReadonlySet<string>, isTerminal: boolean): SuggestOptions['write'] {
  if (!flags.has('write')) return 'none'
  if (flags.has('all')) return 'all'
  if (!isTerminal) throw new Stop('--write asks about each link, and there is no terminal to ask at. Write --write --all to write every suggestion.')
  return 'ask'
}

/** Print suggestions, write what is wanted, and say what was done. */
export async function suggestLinks(suggestions: readonly LinkSuggestion[], {vault, write}: SuggestOptions): Promise<void> {
  if (write !== 'ask') for (const suggestion of suggestions) console.log(line(suggestion))
  if (write === 'none') {
    console.log(suggestions.length === 0 ? 'No note names another without a link.' : `${counted(suggestions.length, 'link')} could be written. Add --write to choose, --write --all to write every one.`)
    return
  }
  const chosen = write === 'all' ? suggestions : await choose(suggestions)
  const counts = {links: 0, notes: 0}
  for (const [path, own] of Map.groupBy(chosen, (each) => each.path)) {
    const written = writeNote(join(vault, path), own)
    counts.links += written
    counts.notes += Number(written > 0)
  }
  console.log(`${counted(counts.links, 'link')} written in ${counted(counts.notes, 'note')}.`)
}

/** `path:line:column: suggestion`, which editors turn into a link. */
function line({path, place, words, link}: LinkSuggestion): string {
  return `${path}:${place.line}:${place.column}: “${words}” could be ${link}`
}

function writeNote(file: string, suggestions: readonly LinkSuggestion[]): number {
  try {
    const {done, gone} = writeLinks(file, suggestions)
    for (const each of gone) console.error(`${each.path}:${each.place.line}:${each.place.column}: “${each.words}” does not stand here any more; left as it is.`)
    return done.length
  } catch (error) {
    process.exitCode = 1
    console.error(`${file}: not written: ${reasonOf(error)}.`)
    return 0
  }
}

/** Ask about each: yes, no, all the rest, or no more. */
async function choose(suggestions: readonly LinkSuggestion[]): Promise<LinkSuggestion[]> {
  const terminal = createInterface({input: process.stdin, output: process.stdout})
  // The end of the input is an answer too: no more.
  const ended = new Promise<string>((resolve) => terminal.once('close', () => resolve('q')))
  const chosen: LinkSuggestion[] = []
  for (const [index, suggestion] of suggestions.entries()) {
    const answer = await Promise.race([ask(terminal, suggestion), ended])
    if (answer === 'q') break
    if (answer === 'a') {
      chosen.push(...suggestions.slice(index))
      break
    }
    if (answer === 'y') chosen.push(suggestion)
  }
  terminal.close()
  return chosen
}

async function ask(terminal: Interface, suggestion: LinkSuggestion): Promise<string> {
  for (;;) {
    const answer = (await terminal.question(`${line(suggestion)}\n  Write it? yes, no, all the rest, quit [y/n/a/q] `)).trim().toLowerCase().slice(0, 1)
    if (['y', 'n', 'a', 'q'].includes(answer)) return answer
  }
}
