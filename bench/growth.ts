/**
 * Measure how the time of parsing grows with a text, for every piece of `test/hostile/units.ts`: each single doubling up
 * to 200 KB. Written to bench/RESULTS.md.
 *
 *     npm run bench:growth [rounds]
 *
 * All sizes are measured in turn in each round, by the processor time of this thread, with a build's memory and no garbage
 * of the one before, and of each the least counts. Pieces with a doubling over 2.5 are measured again, up to so many rounds
 * (6 if nothing is said): a growth near 2.5 can be missed, as one long run of half a text hides it, a square one cannot.
 * Nothing here passes or fails.
 */
import '../scripts/output/heap.ts'
import {setFlagsFromString} from 'node:v8'
import {runInNewContext} from 'node:vm'
import {strings} from '../src/components/strings.ts'
import {parseOptions, parsingOptions} from '../src/garden/options.ts'
import {parseNote} from '../src/garden/parse.ts'
import {preparedWords} from '../src/garden/words.ts'
import {vaultPath} from '../src/garden/names.ts'
import {largest, repeated, units} from '../test/hostile/units.ts'
import {yardstick} from './measure.ts'
import {writeSection} from './results.ts'

/** Bytes of the texts that are measured. */
const sizes = [largest / 16, largest / 8, largest / 4, largest / 2, largest]
/** Where half a text is over sooner, in milliseconds, that is mostly what parsing any text takes; no growth is read from it. */
const least = 5
/** Growth that is worth a look. */
const much = 2.5

interface Growth {
  readonly unit: string
  /** Milliseconds by size. */
  readonly times: readonly number[]
  /** How often the time of half the text each text takes; `undefined` where it is over too soon to be judged. */
  readonly doublings: readonly (number | undefined)[]
  readonly isRefused: boolean
}

const path = vaultPath('Here.md')
const {options} = parseOptions({})
if (!options || !path) throw new Error('The default options are wrong.')
const parsing = {...parsingOptions(options), strictLineBreaks: false, words: preparedWords(strings('en').body)}
const parse = (text: string): ReturnType<typeof parseNote> => parseNote({path, text, hash: ''}, parsing)

setFlagsFromString('--expose-gc')
const collectGarbage: () => void = runInNewContext('gc')

function cost(text: string): number {
  collectGarbage()
  const before = process.threadCpuUsage()
  parse(text)
  return process.threadCpuUsage(before).user / 1000
}

function growthOf(unit: string, rounds: number): Growth {
  const texts = sizes.map((size) => repeated(unit, size))
  const times = texts.map(() => Number.POSITIVE_INFINITY)
  let doublings = measureOnce(texts, times)
  for (let round = 1; round < rounds && worst({doublings}) > much; round += 1) doublings = measureOnce(texts, times)
  const isRefused = parse(texts.at(-1) ?? '').diagnostics.some(({rule}) => rule === 'note-too-complex')
  return {unit, times, doublings, isRefused}
}

/** Measure each text, keep the least of each in `times`, and say how it grows. */
function measureOnce(texts: readonly string[], times: number[]): Growth['doublings'] {
  for (const [index, text] of texts.entries()) times[index] = Math.min(times[index] ?? 0, cost(text))
  return times.slice(1).map((time, index) => ((times[index] ?? 0) < least ? undefined : time / (times[index] ?? 0)))
}

/** The largest doubling; 0 where none is judged. */
function worst({doublings}: Pick<Growth, 'doublings'>): number {
  return Math.max(0, ...doublings.map((each) => each ?? 0))
}

/** A piece as code in a table. */
function shown(unit: string): string {
  return `\`\` ${JSON.stringify(unit).replaceAll('|', '\\|')} \`\``
}

function row(growth: Growth): string {
  const cells = [shown(growth.unit) + (growth.isRefused ? ' (refused)' : ''), (growth.times.at(-1) ?? 0).toFixed(0), ...growth.doublings.map((each) => each?.toFixed(2) ?? '')]
  return `| ${cells.join(' | ')} |`
}

function section(all: readonly Growth[], rounds: number): string[] {
  const sorted = all.toSorted((a, b) => worst(b) - worst(a))
  const above = sorted.filter((each) => worst(each) > much)
  const names = sizes.slice(1).map((size) => `${size / 1000} KB`)
  return [
    `Written by \`npm run bench:growth\`: ${all.length} pieces of constructs (\`test/hostile/units.ts\`), each repeated up to ${largest / 1000} KB; how often the time`,
    `of half the text each text takes, by the processor time of the thread, least of up to ${rounds} rounds; where half takes under ${least} ms nothing is judged. The`,
    `yardstick took ${yardstick()} ms. Above ${much}: ${above.length === 0 ? 'none' : `${above.length}`}. *Refused* is told as too complex.`,
    '',
    `| piece | ms at ${largest / 1000} KB | ${names.join(' | ')} |`,
    `| --- | ---: | ${names.map(() => '---:').join(' | ')} |`,
    ...sorted.map(row)
  ]
}

const rounds = Number(process.argv[2] ?? 6)
// What is compiled on the way is paid before anything is measured.
for (const unit of units) parse(repeated(unit, sizes[0]))
writeSection('How the time of a note grows', section(units.map((unit) => growthOf(unit, rounds)), rounds))
