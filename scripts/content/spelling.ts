/** Spelling, by cspell: British English, and the project's own words in `words.txt`. */

import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {spellCheckDocument} from 'cspell-lib'
import type {Diagnostic} from '../../src/garden/model.ts'
import {problem} from './messages.ts'
import type {Note} from './note.ts'
import {proseLines} from './prose.ts'

/** American words that the British dictionary lets pass, with what stands for them here. */
const american = [
  'analyze->analyse', 'analyzed->analysed', 'analyzing->analysing', 'authorization->authorisation', 'authorize->authorise', 'authorized->authorised',
  'canceled->cancelled', 'canceling->cancelling', 'catalog->catalogue', 'catalogs->catalogues', 'center->centre', 'centers->centres', 'gray->grey',
  'initialize->initialise', 'initialized->initialised', 'materialized->materialised', 'normalize->normalise', 'normalized->normalised',
  'optimize->optimise', 'optimized->optimised', 'optimizing->optimising', 'optimization->optimisation', 'organization->organisation', 'organizations->organisations',
  'organize->organise', 'organized->organised', 'prioritize->prioritise', 'prioritized->prioritised', 'realize->realise',
  'recognize->recognise', 'recognized->recognised', 'serialize->serialise', 'serialized->serialised', 'serialization->serialisation',
  'standardize->standardise', 'standardized->standardised', 'summarize->summarise', 'synchronize->synchronise', 'synchronized->synchronised', 'utilization->utilisation'
]

/** Words of the garden that no dictionary has, one a line; `#` begins a remark. */
function ownWords(): string[] {
  return readFileSync(join(import.meta.dirname, 'words.txt'), 'utf8')
    .split('\n')
    .map((line) => line.replace(/#.*$/, '').trim())
    .filter((word) => word !== '')
}

/** Check the spelling of notes' prose. */
export async function checkSpelling(notes: readonly Note[]): Promise<Diagnostic[]> {
  const settings = {language: 'en-GB', dictionaries: ['en-gb', 'companies'], words: ownWords(), flagWords: american, minWordLength: 4, numSuggestions: 3}
  const found: Diagnostic[] = []
  for (const note of notes) {
    const lines = proseLines(note)
    const {issues} = await spellCheckDocument(
      {uri: `file:///${encodeURI(note.path)}`, text: lines.join('\n'), languageId: 'plaintext', locale: 'en-GB'},
      {generateSuggestions: true, noConfigSearch: true},
      settings
    )
    for (const {text, offset, suggestions = []} of issues) {
      found.push(problem('spelling', {note, place: placeOf(lines, offset)}, text, suggestions.slice(0, 3).map((word) => `“${word}”`).join(', ')))
    }
  }
  return found
}

function placeOf(lines: readonly string[], offset: number): {line: number; column: number} {
  let start = 0
  for (const [index, line] of lines.entries()) {
    if (offset <= start + line.length) return {line: index + 1, column: offset - start + 1}
    start += line.length + 1
  }
  return {line: lines.length, column: 1}
}
