/** What the scripts share: the options of this run, and how a script ends. */
import {pathToFileURL} from 'node:url'
import {join} from 'node:path'
import {accessSync, constants, existsSync, readdirSync} from 'node:fs'
import {diagnose, format} from '../src/garden/diagnostics.ts'
import type {Options} from '../src/garden/options.ts'
import {optionsFrom, readSettings, type Settings} from '../src/settings.ts'

/** A reason to stop that the author can do something about: printed as a sentence, without a stack. */
export class Stop extends Error {
  readonly code: number

  constructor(message: string, code = 1) {
    super(message)
    this.name = 'Stop'
    this.code = code
  }
}

export interface Run {
  readonly settings: Settings
  readonly options: Options
}

/**
 * Settings and options of this run.
 *
 * @throws {Stop} When the author's configuration or a flag cannot be used; all problems at once.
 */
export async function readRun(): Promise<Run> {
  const settings = readSettings()
  const {options, problems} = optionsFrom(await readConfig(settings.root), settings)
  if (options !== undefined) return {settings, options}
  throw new Stop(
    problems.map(({key, reason}) => `garden.config.ts, flags or environment: error: \`${key}\`: ${reason}. [config-invalid]`).join('\n')
  )
}

/**
 * See that the vault is there, before anything else is done.
 *
 * @throws {Stop} When it is not a folder that can be read.
 */
export function requireVault({options: {vault}}: Run): void {
  try {
    accessSync(vault, constants.R_OK)
    readdirSync(vault)
  } catch (error) {
    const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : ''
    const reason = code === 'ENOENT' ? 'there is no such folder' : code === 'ENOTDIR' ? 'it is not a folder' : reasonOf(error)
    throw new Stop(format(diagnose('root-unreadable', {path: vault}, {reason})))
  }
}

async function readConfig(root: string): Promise<object> {
  const file = join(root, 'garden.config.ts')
  if (!existsSync(file)) return {}
  try {
    const module: {default?: unknown} = await import(pathToFileURL(file).href)
    return typeof module.default === 'object' && module.default !== null ? module.default : {}
  } catch (error) {
    throw new Stop(`garden.config.ts: error: It cannot be read: ${reasonOf(error)}. [config-invalid]`)
  }
}

/** Machine errors in an author's words; the names are those of `errno`. */
const machineReasons: ReadonlyMap<string, string> = new Map([
  ['ENOSPC', 'the disk is full'],
  ['EDQUOT', 'the disk quota is used up'],
  ['EFBIG', 'a file would be larger than this machine allows'],
  ['EROFS', 'the disk is read-only'],
  ['EACCES', 'permission is denied'],
  ['EPERM', 'the machine does not allow it'],
  ['EMFILE', 'too many files are open'],
  ['ENFILE', 'too many files are open'],
  ['EBUSY', 'the folder is a mount point, or in use'],
  ['EXDEV', 'the folder is on another disk than the one beside it']
])

/** Why the machine refused, if that is what the error is, with the path; or the first line of its message. */
export function reasonOf(error: unknown): string {
  const machine = machineReason(error)
  if (machine !== undefined) return machine
  return (error instanceof Error ? error.message : String(error)).split('\n', 1)[0]?.replace(/\.$/, '') ?? ''
}

/** Why the machine refused, or `undefined` if the error is not the machine's. */
export function machineReason(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null) return undefined
  const {code, path, cause, message} = Object(error)
  // A bundler passes on the message of what stopped it, and nothing else.
  const name = machineReasons.has(code) ? code : /\b(E[A-Z]{3,8}): /.exec(String(message))?.[1]
  const reason = machineReasons.get(name)
  if (reason !== undefined) return typeof path === 'string' ? `${reason} (${path})` : reason
  return cause === undefined || cause === error ? undefined : machineReason(cause)
}

/** Run a script's work; a {@link Stop} ends the process with its sentence and code, a bug with its stack. */
export async function main(work: () => Promise<void>): Promise<void> {
  try {
    await work()
  } catch (error) {
    process.exitCode = error instanceof Stop ? error.code : 1
    if (error instanceof Stop) error.message !== '' && console.error(error.message)
    else console.error(error)
  }
}
