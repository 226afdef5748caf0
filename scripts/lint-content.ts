/**
 * Check how the garden's notes are written; CONTRIBUTING.md explains each rule.
 *
 *     node scripts/lint-content.ts [--quiet] [--no-spelling] [part of a path …]
 *
 * `--quiet` prints errors only. With words it prints the problems of notes whose path holds one of them; all
 * notes are read all the same, as links need them. Ends with 1 when there are errors.
 */
import {parseArgs} from 'node:util'
import type {Diagnostic} from '../src/garden/model.ts'
import {byPlace, format} from '../src/garden/diagnostics.ts'
import {checkAllDiagrams, checkNotes} from './content/check.ts'
import {readGarden} from './content/read.ts'

const {values, positionals} = parseArgs({
  options: {quiet: {type: 'boolean', default: false}, spelling: {type: 'boolean', default: true}},
  allowNegative: true,
  allowPositionals: true
})

const notes = readGarden()
const found = [...checkNotes(notes), ...(await checkAllDiagrams(notes)), ...(values.spelling ? await spelling() : [])]
const asked = found.filter(({path}) => positionals.length === 0 || positionals.some((word) => path.includes(word)))
const errors = asked.filter(({severity}) => severity === 'error')

for (const diagnostic of (values.quiet ? errors : asked).sort(byPlace)) console.log(format(diagnostic))
console.log(`${notes.length} notes: ${count(errors.length, 'error')}, ${count(asked.length - errors.length, 'warning')}.`)
process.exitCode = errors.length > 0 ? 1 : 0

/** Dictionaries are loaded only when asked for: they take longer than all else. */
async function spelling(): Promise<Diagnostic[]> {
  const {checkSpelling} = await import('./content/spelling.ts')
  return checkSpelling(notes)
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`
}
