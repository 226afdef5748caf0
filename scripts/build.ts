/**
 * Build the site: all of it, or nothing.
 *
 *     node scripts/build.ts [--vault folder] [--out folder] [--base /repo/] [--site https://…]
 *                           [--lang en|de] [--trust author|contributors] [--strict] [--quiet] [--force]
 *
 * It is written beside the folder to publish, looked at, and put in place by
 * renaming. Ends with 0 when the folder holds the site, 1 when it is as it was.
 */
import {growFreelyIfFew} from './output/heap.ts'
import {createHash} from 'node:crypto'
import {join} from 'node:path'
import type {Diagnostic} from '../src/garden/model.ts'
import {readArguments} from './arguments.ts'
import {audit} from './audit.ts'
import {filesOf, inputKey, keepRecord, unchanged} from './output/freshness.ts'
import {takeLock, waitForLock, type Lock} from './output/lock.ts'
import {count, counted, countsInWords, progress, report, seconds, withStrictness, type Progress} from './output/report.ts'
import {stopwatch} from './output/stages.ts'
import {discard, nextOf, recover, refusal, swap} from './output/swap.ts'
import {machineReason, main, readRun, requireVault, Stop, type Run} from './run.ts'

interface Manner {
  readonly quiet: boolean
  readonly force: boolean
  readonly progress: Progress
  readonly began: number
}

/** How a build that was interrupted ends, by the convention of shells for SIGINT. */
const interrupted = 130

async function build(run: Run, manner: Manner): Promise<void> {
  const {settings, options} = run
  requireVault(run)
  const reason = refusal(settings.out, {root: settings.root, vault: options.vault})
  if (reason !== undefined) throw new Stop(`${settings.out} cannot become the site: ${reason}. Name another folder with --out.`)

  const lock = await takeLock(`${settings.out}.lock`)
  if (!('release' in lock)) {
    throw new Stop(`Another build (process ${lock.pid}) is writing ${settings.out}; nothing was done.`)
  }

  cleanUpAtTheEnd(settings.out, lock)
  try {
    await buildLocked(run, manner)
  } finally {
    manner.progress.end()
  }
}

async function buildLocked(run: Run, manner: Manner): Promise<void> {
  const {settings} = run
  const watch = stopwatch()
  recover(settings.out)

  manner.progress.stage(() => 'looking for changes')
  const record = join(settings.cache, 'builds', `${createHash('sha256').update(settings.out).digest('hex').slice(0, 16)}.json`)
  const key = inputKey(run)
  const last = manner.force ? undefined : unchanged(record, key, settings.out)
  if (last !== undefined) return say(manner, `Nothing changed since the last build (${last.summary}), as ${seconds(Date.now() - manner.began)} of looking show.`)
  watch.lap('inputs')

  // Loaded here, as all this takes longer to load than to see that nothing changed.
  const {growGarden} = await import('./output/grow.ts')
  const growing = growGarden(run, manner.progress)
  // The thread that parses loads its modules now, and this one waits for it: time to load Astro's.
  setImmediate(() => void loadPrinting().catch(() => {}))
  const garden = await growing
  growFreelyIfFew(garden.pages.length)
  stopFor(withStrictness(garden.diagnostics, settings.strict))
  watch.lap('notes')

  const {expectationsOf, printSite} = await loadPrinting()
  await oneAtATime(run, manner, () => printSite(run, {garden, out: nextOf(settings.out), progress: manner.progress, watch}))
  manner.progress.stage(() => 'looking at what was written')
  const {diagnostics, pages} = audit(nextOf(settings.out), expectationsOf(run, garden))
  stopFor(diagnostics)
  watch.lap('audit')

  swap(settings.out)
  const summary = `${counted(garden.pages.length, 'note')}, ${counted(garden.edges.length, 'link')}, ${counted(pages, 'page')}`
  keepRecord(record, {key, files: filesOf(settings.out), summary, stages: watch.laps()})

  manner.progress.end()
  if (manner.quiet) return
  for (const line of report(garden.diagnostics, ['warning'])) console.error(line)
  const counts = count(garden.diagnostics)
  say(manner, `${summary} in ${seconds(Date.now() - manner.began)}: ${countsInWords(counts)}${counts.infos > 0 ? ' (told by `npm run check`)' : ''}`)
}

function loadPrinting(): Promise<typeof import('./output/astro.ts')> {
  return import('./output/astro.ts')
}

/** Builds of one checkout wait for one another: Astro keeps what a vault imports in `.astro/`, where two would fight. */
async function oneAtATime({settings}: Run, {progress: shown}: Manner, work: () => Promise<void>): Promise<void> {
  const lock = await waitForLock(join(settings.root, 'node_modules', '.cache', 'trellis', 'astro.lock'), ({pid}) => shown.stage(() => `waiting for another build (process ${pid})`))
  process.once('exit', lock.release)
  try {
    await work()
  } finally {
    lock.release()
  }
}

function stopFor(diagnostics: readonly Diagnostic[]): void {
  const {errors} = count(diagnostics)
  if (errors === 0) return
  throw new Stop([...report(diagnostics, ['error', 'warning']), `${counted(errors, 'error')}: the site is as it was.`].join('\n'))
}

/** However it ends: not before the process does, as pages beside one that failed are still written. */
function cleanUpAtTheEnd(out: string, lock: Lock): void {
  process.once('exit', () => {
    discard(out)
    lock.release()
  })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => process.exit(interrupted))
}

function say({quiet, progress: shown}: Manner, line: string): void {
  shown.end()
  if (!quiet) console.log(line)
}

await main(async () => {
  const began = Number(process.env['GARDEN_BEGAN'] ?? Date.now())
  const {flags} = readArguments({quiet: {type: 'boolean'}, force: {type: 'boolean'}})
  const quiet = flags.has('quiet')
  const isShown = !quiet && process.stderr.isTTY && !process.env['CI']
  const run = await readRun()
  // Where no line can be written anew, one says what the silence is.
  if (!isShown && !quiet && !process.env['CI']) console.error('Building …')

  try {
    await build(run, {quiet, force: flags.has('force'), progress: progress(began, isShown), began})
  } catch (error) {
    const reason = machineReason(error)
    throw reason === undefined ? error : new Stop(`The site could not be written: ${reason}. It is as it was.`)
  }
})
// Astro leaves servers behind that would keep the process alive.
process.exit()
