/** Let Astro print the site into a folder, and hold what was printed against the garden. */
import {createHash} from 'node:crypto'
import {join, relative, sep} from 'node:path'
import {pathToFileURL} from 'node:url'
import {build, type AstroIntegration} from 'astro'
import type {Expected} from '../audit.ts'
import {machineReason, Stop, type Run} from '../run.ts'
import {vaultNotes} from './notes.ts'
import {errors, printed} from './astro-log.ts'
import {writeOnOneDisk} from './disk.ts'
import {writeOffline} from './offline.ts'
import type {Progress} from './report.ts'
import {writeZip} from './zip.ts'
import {writePreviews} from './previews.ts'
import {indexPages, writeIndex} from './search.ts'
import type {Stopwatch} from './stages.ts'
import {diagnose, format} from '../../src/garden/diagnostics.ts'
import type {Garden} from '../../src/garden/model.ts'
import {reservedSegments} from '../../src/garden/names.ts'
import {astroCache} from '../../src/settings.ts'

export interface Printing {
  readonly garden: Garden
  /** Absolute path of the folder to write. */
  readonly out: string
  readonly progress: Progress
  readonly watch: Stopwatch
}

/**
 * Print the site of a garden that was left for its pages (`grow.ts`).
 *
 * @throws {Stop} When no site can be made.
 */
export async function printSite(run: Run, printing: Printing): Promise<void> {
  const {settings, options} = run
  const {garden, out, watch} = printing
  const indexing = indexPages({pages: garden.pages, lang: options.lang, kept: join(settings.cache, 'search', keyOf(settings.out))})
  // Looked at when Astro is done; until then a failure is nobody's surprise.
  indexing.catch(() => {})

  process.env['ASTRO_TELEMETRY_DISABLED'] = '1'
  try {
    await writeOnOneDisk(settings.root, out, (outDir) => build({
      root: settings.root,
      outDir,
      cacheDir: astroCache(settings, options),
      logLevel: 'info',
      logger: {entrypoint: pathToFileURL(join(import.meta.dirname, 'astro-log.ts'))},
      integrations: [watcher(printing)]
    }))
  } catch (error) {
    const known = asStop(error, options.vault) ?? failedNote(error, garden)
    if (known === undefined && machineReason(error) === undefined) for (const line of errors) console.error(line)
    throw known ?? error
  }

  writeRest(printing)
  writeIndex(await indexing, join(out, 'pagefind'))
  watch.lap('search')
  writeOffline({garden, out, base: options.base, root: settings.root, kept: join(settings.cache, 'offline')})
  watch.lap('offline')
}

/** Files that are no work for Astro. */
function writeRest({garden, out, progress, watch}: Printing): void {
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

/** Say how far Astro is, and how long it took to get there. */
function watcher({garden, progress, watch}: Printing): AstroIntegration {
  const all = garden.pages.length + garden.folders.length + garden.tags.length
  return {
    name: 'trellis:build',
    hooks: {
      'astro:build:start': () => {
        watch.lap('astro')
        progress.stage(() => `printing pages: ${Math.min(printed.pages, all)} of ${all}`)
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

/** What the code of an MDX note threw while its page was printed; `undefined` if that is not what happened. */
function failedNote(error: unknown, {pages}: Garden): Stop | undefined {
  // Astro marks what came out of such code by a hint, and names the page in its log alone.
  if (!(error instanceof Error && 'hint' in error && String(error.hint).includes('MDX component'))) return undefined
  const address = errors.map((line) => /^Caught error rendering (\S+): /.exec(line)?.[1]).find((found) => found !== undefined)
  const page = pages.find(({slug, format: kind}) => kind === 'mdx' && `/${slug}/` === address)
  if (page === undefined) return undefined
  const reason = error.message.split('\n', 1)[0]?.replace(/\.$/, '') ?? ''
  return new Stop(`${format(diagnose('mdx-code', {path: page.path}, {reason}))}\nThe site is as it was.`)
}

/** What the site must hold, by what the garden published. */
export function expectationsOf({options}: Run, garden: Garden): Expected {
  const {base, site} = options
  const published = new Set<string>(garden.pages.map(({path}) => path))

  return {
    base,
    ...(site !== undefined && {site}),
    notes: new Set(garden.pages.map(({slug}) => slug)),
    others: new Set([...garden.folders, ...garden.redirects, ...garden.tags, ...garden.diagrams].map(({slug}) => slug)),
    reserved: reservedSegments,
    withheld: vaultNotes(options.vault).flatMap(({path}) => (published.has(path) ? [] : [path])),
    attachments: new Set(garden.assets.flatMap(({url, sizes = []}) => [url, ...sizes.map((copy) => copy.url)]))
  }
}
