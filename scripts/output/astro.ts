/** Let Astro print the site into a folder, and hold what was printed against the garden. */
import {createHash} from 'node:crypto'
import {join, relative, sep} from 'node:path'
import {pathToFileURL} from 'node:url'
import {build, type AstroIntegration} from 'astro'
import type {Expected} from '../audit.ts'
import {machineReason, Stop, type Run} from '../run.ts'
import {vaultNotes} from './notes.ts'
import {errors, printed} from './astro-log.ts'
import {waitForLock} from './lock.ts'
import {writeOffline} from './offline.ts'
import type {Progress} from './report.ts'
import {writeZip} from './zip.ts'
import {writePreviews} from './previews.ts'
import {indexPages, writeIndex} from './search.ts'
import type {PackedFile} from './pack.ts'
import type {Stopwatch} from './stages.ts'
import {format} from '../../src/garden/diagnostics.ts'
import type {Garden} from '../../src/garden/model.ts'
import {reservedSegments} from '../../src/garden/names.ts'
import {astroCache, progressKey} from '../../src/settings.ts'

/** The garden that the content loader grew. */
export interface Grown {
  readonly garden: Garden
}

export interface Printing {
  /** Absolute path of the folder to write. */
  readonly out: string
  readonly progress: Progress
  readonly watch: Stopwatch
  /** Called when the garden has grown and before any page is printed; may throw. */
  readonly stopOnErrors: (grown: Grown, run: Run) => void
}

/**
 * Print the site.
 *
 * Builds of one checkout wait for one another: Astro keeps what a vault imports
 * in `.astro/`, where two would fight.
 *
 * @throws {Stop} When no site can be made.
 */
export async function printSite(run: Run, printing: Printing): Promise<Grown> {
  const {settings, options} = run
  const lock = await waitForLock(join(settings.root, 'node_modules', '.cache', 'trellis', 'astro.lock'), ({pid}) =>
    printing.progress.stage(() => `waiting for another build (process ${pid})`)
  )
  let refused: unknown
  let indexing: Promise<readonly PackedFile[]> | undefined

  const integration = watcher({
    run,
    printing,
    onGrown: ({garden}) => {
      indexing = indexPages({pages: garden.pages, lang: options.lang, kept: join(settings.cache, 'search', keyOf(settings.out))})
      // Looked at when Astro is done; until then a failure is nobody's surprise.
      indexing.catch(() => {})
    },
    refuse: (error) => {
      refused = error
    }
  })

  process.env['ASTRO_TELEMETRY_DISABLED'] = '1'
  process.once('exit', lock.release)
  printing.progress.stage(() => 'reading the notes')
  Reflect.set(globalThis, progressKey, (_stage: string, done: number, of: number) => printing.progress.stage(() => `reading the notes: ${done} of ${of}`))
  try {
    await build({
      root: settings.root,
      outDir: printing.out,
      cacheDir: astroCache(settings, options),
      logLevel: 'info',
      logger: {entrypoint: pathToFileURL(join(import.meta.dirname, 'astro-log.ts'))},
      integrations: [integration]
    })
  } catch (error) {
    const known = refused ?? asStop(error, options.vault)
    if (known === undefined && machineReason(error) === undefined) for (const line of errors) console.error(line)
    throw known ?? error
  } finally {
    lock.release()
  }

  writeRest(grown(), printing)
  writeIndex((await indexing) ?? [], join(printing.out, 'pagefind'))
  printing.watch.lap('search')
  writeOffline({garden: grown().garden, out: printing.out, base: options.base, root: settings.root})
  printing.watch.lap('offline')
  return grown()
}

/** Files that are no work for Astro. */
function writeRest({garden}: Grown, {out, progress, watch}: Printing): void {
  progress.stage(() => 'writing the previews')
  writePreviews(garden, out)
  watch.lap('previews')
  writeZip(garden, out)
  watch.lap('zip')
  progress.stage(() => 'finishing the search index')
}

/** One name a folder to publish: two builds at once keep their indexes apart. */
function keyOf(out: string): string {
  return createHash('sha256').update(out).digest('hex').slice(0, 16)
}

interface Watching {
  readonly run: Run
  readonly printing: Printing
  /** Called when the garden may be printed. */
  readonly onGrown: (grown: Grown) => void
  readonly refuse: (error: unknown) => void
}

function watcher({run, printing: {progress, watch, stopOnErrors}, onGrown, refuse}: Watching): AstroIntegration {
  return {
    name: 'trellis:build',
    hooks: {
      'astro:build:start': () => {
        watch.lap('notes')
        try {
          const {garden} = grown()
          const all = garden.pages.length + garden.folders.length + garden.tags.length
          stopOnErrors({garden}, run)
          onGrown({garden})
          progress.stage(() => `printing pages: ${Math.min(printed.pages, all)} of ${all}`)
        } catch (error) {
          refuse(error)
          throw error
        }
      },
      'astro:build:generated': () => watch.lap('pages'),
      'astro:build:done': () => watch.lap('files')
    }
  }
}

/** What Astro could not compile, as every problem is told; `undefined` if the error names no file. */
function asStop(error: unknown, vault: string): Stop | undefined {
  if (!(error instanceof Error) || !('loc' in error)) return undefined
  const {file, line, column} = Object(error.loc)
  if (typeof file !== 'string') return undefined
  const path = file.startsWith(vault + sep) ? relative(vault, file) : file
  const place = typeof line === 'number' ? {place: {line, column: typeof column === 'number' ? column : 1}} : {}
  const message = error.message.split('\n', 1)[0] ?? ''
  return new Stop(`${format({rule: 'astro', severity: 'error', path, message, ...place})}\nThe site is as it was.`)
}

function grown(): Grown {
  const garden: Garden | undefined = Reflect.get(globalThis, Symbol.for('trellis.garden'))
  if (garden === undefined) throw new Stop('The notes could not be read; what stands above says why. The site is as it was.')
  return {garden}
}

/** What the site must hold, by what the garden published. */
export function expectationsOf({options}: Run, {garden}: Grown): Expected {
  const {base, site} = options
  const published = new Set<string>(garden.pages.map(({path}) => path))

  return {
    base,
    ...(site !== undefined && {site}),
    notes: new Set(garden.pages.map(({slug}) => slug)),
    others: new Set([...garden.folders, ...garden.redirects, ...garden.tags, ...garden.diagrams].map(({slug}) => slug)),
    reserved: reservedSegments,
    withheld: vaultNotes(options.vault).filter((path) => !published.has(path)),
    attachments: new Set(garden.assets.flatMap(({url, sizes = []}) => [url, ...sizes.map((copy) => copy.url)]))
  }
}
