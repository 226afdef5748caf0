/**
 * Flags of the scripts. They become the variables that `src/settings.ts` reads,
 * as Astro loads its configuration in places that no argument reaches.
 */
import {existsSync} from 'node:fs'
import {enableCompileCache} from 'node:module'
import {join, resolve} from 'node:path'
import {parseArgs, type ParseArgsConfig} from 'node:util'

type Flags = NonNullable<ParseArgsConfig['options']>

/** Absolute path of the project. */
export const root = join(import.meta.dirname, '..')

/** Flags of every script that reads a vault. */
const vaultFlags = {
  vault: {type: 'string'},
  base: {type: 'string'},
  site: {type: 'string'},
  lang: {type: 'string'},
  trust: {type: 'string'},
  out: {type: 'string'},
  strict: {type: 'boolean'}
} as const satisfies Flags

const paths: ReadonlySet<string> = new Set(['vault', 'out'])

/** What a script was told beyond the flags that became settings. */
export interface Arguments {
  readonly flags: ReadonlySet<string>
  readonly values: ReadonlyMap<string, string>
  readonly words: readonly string[]
}

/**
 * Read the flags of a script, and go to the project's folder.
 *
 * Ends the process with a sentence when a flag is unknown, as nothing is lost yet.
 *
 * @param own Flags that only this script has.
 */
export function readArguments(own: Flags = {}): Arguments {
  const from = process.env['INIT_CWD'] ?? process.cwd()
  const {values, positionals} = parsed({...vaultFlags, ...own})
  const rest = Object.entries(values).filter(([name]) => !Object.hasOwn(vaultFlags, name))

  for (const name of Object.keys(vaultFlags)) {
    const variable = `GARDEN_${name.toUpperCase()}`
    const value = Object.entries(values).find(([key]) => key === name)?.[1]
    if (value === true) process.env[variable] = '1'
    if (typeof value === 'string') process.env[variable] = value
    if (paths.has(name) && process.env[variable]) process.env[variable] = resolve(from, process.env[variable])
  }

  if (process.env['GARDEN_CACHE']) process.env['GARDEN_CACHE'] = resolve(from, process.env['GARDEN_CACHE'])
  keepCode(process.env['GARDEN_CACHE'] || join(root, 'node_modules', '.cache', 'trellis'))
  process.chdir(root)
  return {
    flags: new Set(rest.filter(([, value]) => value === true).map(([name]) => name)),
    values: new Map(rest.flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : []))),
    words: positionals
  }
}

/**
 * Keep what Node makes of some 1,500 modules, so that it need not be made again: from the second run in a place on, as a
 * machine that builds once would spend half a second on what it never reads. The variable is for threads.
 */
function keepCode(cache: string): void {
  if (!existsSync(cache)) return
  process.env['NODE_COMPILE_CACHE'] ||= join(cache, 'code')
  enableCompileCache(process.env['NODE_COMPILE_CACHE'])
}

function parsed(options: Flags): ReturnType<typeof parseArgs> {
  try {
    return parseArgs({options, allowPositionals: true})
  } catch (error) {
    const reason = error instanceof Error ? error.message.split('. ', 1)[0] : String(error)
    const known = Object.keys(options).map((name) => `--${name}`).join(' ')
    console.error(`${reason}. Known are ${known}`)
    return process.exit(1)
  }
}
