/**
 * What one run was told: flags, environment, and the author's configuration.
 *
 * The environment is read here and nowhere else. Scripts turn their flags into
 * the same variables, so that Astro's configuration, the content loader and the
 * scripts cannot disagree. What an author sets for good stands in
 * `garden.config.ts`; what comes from outside goes before it.
 */
import {createHash} from 'node:crypto'
import {basename, join, resolve} from 'node:path'
import {parseOptions, type OptionProblem, type Options} from './garden/options.ts'

/** Options that one run may set from outside. */
export interface Overrides {
  /** Absolute path. */
  readonly vault?: string
  /** With a slash at both ends. */
  readonly base?: string
  readonly site?: string
  readonly lang?: string
  readonly today?: string
  readonly trust?: string
}

export interface Settings {
  /** Absolute path of the project. */
  readonly root: string
  /** Absolute path of the folder to publish. */
  readonly out: string
  /** Absolute path of a folder whose contents may be deleted at any time. */
  readonly cache: string
  /** Whether warnings are errors. */
  readonly strict: boolean
  readonly overrides: Overrides
}

export type Environment = Readonly<Record<string, string | undefined>>

/**
 * Read what this run was told from outside.
 *
 * `GARDEN_VAULT`, `GARDEN_OUT`, `GARDEN_BASE`, `GARDEN_SITE`, `GARDEN_LANG`, `GARDEN_TODAY`,
 * `GARDEN_TRUST`, `GARDEN_CACHE` and `GARDEN_STRICT=1`; an empty one is as if it were not there.
 * Relative paths start at the folder that npm was called in, else at the project.
 */
export function readSettings(environment: Environment = process.env): Settings {
  // Not `import.meta`: Astro bundles this module to another place. Every command goes to the project's folder first.
  const root = process.cwd()
  const value = (name: string): string | undefined => environment[name]?.trim() || undefined
  const from = value('INIT_CWD') ?? root
  const vault = value('GARDEN_VAULT')
  const base = value('GARDEN_BASE')
  const site = value('GARDEN_SITE')
  const lang = value('GARDEN_LANG')
  const today = value('GARDEN_TODAY')
  const trust = value('GARDEN_TRUST')

  return {
    root,
    out: resolve(from, value('GARDEN_OUT') ?? join(root, 'dist')),
    cache: resolve(from, value('GARDEN_CACHE') ?? join(root, 'node_modules', '.cache', 'trellis')),
    strict: value('GARDEN_STRICT') === '1',
    overrides: {
      ...(vault !== undefined && {vault: resolve(from, vault)}),
      ...(base !== undefined && {base: withSlashes(base)}),
      ...(site !== undefined && {site}),
      ...(lang !== undefined && {lang}),
      ...(today !== undefined && {today}),
      ...(trust !== undefined && {trust})
    }
  }
}

/**
 * Put what came from outside before what the author configured, and check the whole.
 *
 * A vault named from outside could be anybody's: it is trusted as contributors
 * are, unless somebody says otherwise (DESIGN.md, decision 8). `vault` comes
 * back absolute, `base` with a slash at both ends.
 */
export function optionsFrom(config: object, {root, overrides}: Settings): {options?: Options; problems: readonly OptionProblem[]} {
  const own = overrides.vault === undefined ? config : stranger(config, overrides.vault)
  const {options, problems} = parseOptions({...own, ...overrides})
  if (options === undefined) return {problems}
  return {options: {...options, vault: resolve(root, options.vault), base: withSlashes(options.base)}, problems}
}

/** What the configuration says of the notes it was written for, and of no others. */
const ownWords: ReadonlySet<string> = new Set(['title', 'tagline', 'description', 'notice', 'begin', 'home', 'repository', 'lang', 'today', 'syntaxPage'])

/** The configuration for another vault: named after its folder, and trusted as contributors are. */
function stranger(config: object, vault: string): object {
  const kept = Object.entries(config).filter(([key]) => !ownWords.has(key))
  return {trust: 'contributors', title: basename(vault) || 'Garden', ...Object.fromEntries(kept)}
}

/** A base path as links want it: `repo` and `/repo` are `/repo/`. */
export function withSlashes(base: string): string {
  const segments = base.split('/').filter((segment) => segment !== '')
  return segments.length === 0 ? '/' : `/${segments.join('/')}/`
}

/**
 * Folder for Astro's own cache.
 *
 * One for each vault, base path and output: Astro throws its cache away when
 * any of them changes, and two builds at once must not write into the same.
 */
export function astroCache({cache, out}: Settings, {vault, base}: Options): string {
  const key = createHash('sha256').update(JSON.stringify([vault, base, out])).digest('hex').slice(0, 16)
  return join(cache, 'astro', key)
}
