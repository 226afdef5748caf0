/** One build of a folder at a time, whatever the shells, and whether or not the last one died. */
import {execFileSync} from 'node:child_process'
import {mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync} from 'node:fs'
import {dirname} from 'node:path'
import {setTimeout as sleep} from 'node:timers/promises'

export interface Lock {
  readonly release: () => void
}

export interface Busy {
  /** Process that holds the lock. */
  readonly pid: number
}

/** Milliseconds that a new lock file may stand empty: its maker was between making and writing it. */
const newborn = 2000
const attempts = 60

/**
 * Take a lock file, or say who has it. A lock whose process is gone is taken over.
 *
 * @throws When the folder cannot be written to.
 */
export async function takeLock(file: string): Promise<Lock | Busy> {
  const own = JSON.stringify({pid: process.pid, started: startOf(process.pid)})
  mkdirSync(dirname(file), {recursive: true})

  for (let attempt = 0; attempt < attempts; attempt++) {
    if (create(file, own)) return {release: () => release(file, own)}
    const holder = holderOf(file)
    if (holder !== undefined) return holder
    await sleep(50)
  }

  throw new Error(`The lock ${file} could not be taken; remove it if no build is running.`)
}

/** Who holds a lock; nobody if its process is gone, and then the file goes too. */
function holderOf(file: string): Busy | undefined {
  const found = read(file)
  if (found === undefined) return undefined
  const holder = parse(found)
  if (holder !== undefined && isRunning(holder)) return {pid: holder.pid}
  // What cannot be read may be a lock that its maker has not written yet.
  if (holder !== undefined || isOld(file)) takeAway(file, found)
  return undefined
}

/** Take a lock file, and wait while another process has it. */
export async function waitForLock(file: string, onWait: (holder: Busy) => void): Promise<Lock> {
  let told = false

  for (;;) {
    const taken = await takeLock(file)
    if ('release' in taken) return taken
    if (!told) onWait(taken)
    told = true
    await sleep(100)
  }
}

/** Whether the file was made by this call: making it is the one step that only one process can do. */
function create(file: string, content: string): boolean {
  try {
    writeFileSync(file, content, {flag: 'wx'})
    return true
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false
    throw error
  }
}

/**
 * Take a dead lock out of the way.
 *
 * Between reading it and moving it another process may have done the same and
 * made its own. What was moved is looked at, and a living lock is put back.
 */
function takeAway(file: string, dead: string): void {
  const aside = `${file}.${process.pid}`
  try {
    renameSync(file, aside)
    if (read(aside) === dead) rmSync(aside, {force: true})
    else renameSync(aside, file)
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error
  }
}

function release(file: string, own: string): void {
  if (read(file) === own) rmSync(file, {force: true})
}

function read(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return undefined
  }
}

function parse(content: string): {pid: number; started: string} | undefined {
  try {
    const {pid, started} = JSON.parse(content)
    return Number.isInteger(pid) && pid > 0 && typeof started === 'string' ? {pid, started} : undefined
  } catch {
    return undefined
  }
}

function isOld(file: string): boolean {
  try {
    return Date.now() - statSync(file).mtimeMs > newborn
  } catch {
    return false
  }
}

/** Whether the process that made a lock still runs; a number is used again, a number with its start is not. */
function isRunning({pid, started}: {pid: number; started: string}): boolean {
  try {
    process.kill(pid, 0)
  } catch (error) {
    if (codeOf(error) !== 'EPERM') return false
  }
  const now = startOf(pid)
  return now === '' || started === '' || now === started
}

/** When a process began, in whatever words the machine has for it; `` if it does not say. */
function startOf(pid: number): string {
  try {
    if (process.platform !== 'linux') return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], {encoding: 'utf8'}).trim()
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    // The second field is the name in parentheses, and may hold anything; the start is the twenty-second.
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? ''
  } catch {
    return ''
  }
}

function codeOf(error: unknown): unknown {
  return typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined
}
