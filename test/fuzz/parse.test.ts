/** `npm run test:fuzz`: the laws of `test/garden`, on other and more notes in each run; a failure prints its seed. */

import {test} from 'node:test'
import fc from 'fast-check'
import {compare, thrown} from '../garden/quick-trees.ts'
import {randomNote} from '../garden/random-note.ts'
import {parse} from '../garden/support.ts'
import {checkNote} from '../garden/total.ts'

const runs = 10_000 * Number(process.env['FUZZ_RUNS'] ?? 1)

test(`any of ${runs} random texts is a note, whole and with its places in it`, () => {
  const seed = Date.now()
  console.log(`seed ${seed}`)
  fc.assert(fc.property(randomNote, fc.constantFrom('author', 'contributors'), ([text, file], trust) => checkNote(parse(text, {file, trust}), text)), {numRuns: runs, seed})
})

test(`any of ${runs} throws of pieces of the dialect has the tokenizer's tree`, () => {
  const seed = Date.now()
  console.log(`seed ${seed}`)
  fc.assert(fc.property(thrown, (text) => void compare(text)), {numRuns: runs, seed})
})
