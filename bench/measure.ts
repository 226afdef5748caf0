/** Measure a command with all the processes it starts. Linux only: what others call user time leaves children out. */
import {spawn} from 'node:child_process'
import {readdirSync, readFileSync, statSync} from 'node:fs'
import {join} from 'node:path'

export interface Measured {
  readonly code: number | null
  /** Milliseconds on the clock. */
  readonly wall: number
  /** Milliseconds of processor in user mode, children, their children and threads included. */
  readonly user: number
  /** Milliseconds of processor in the kernel. */
  readonly system: number
  /** Largest sum of resident memory of all processes at one moment, in megabytes; looked at every 50 ms. */
  readonly peak: number
  readonly output: string
}

/** Clock ticks a second that `/proc` counts in; the same on every Linux that Node runs on. */
const ticks = 100
const megabyte = 1024 * 1024
const page = 4096

/** Run a command and wait for it. */
export async function measure(command: readonly string[], env: Readonly<Record<string, string>>, cwd?: string): Promise<Measured> {
  const before = childTimes()
  const began = performance.now()
  const [file = '', ...args] = command
  const child = spawn(file, args, {cwd, env: {...process.env, ...env}, stdio: ['ignore', 'pipe', 'pipe']})

  let output = ''
  child.stdout.on('data', (data) => {
    output += data
  })
  child.stderr.on('data', (data) => {
    output += data
  })

  let peak = 0
  const timer = setInterval(() => {
    peak = Math.max(peak, residentMemory(child.pid ?? 0))
  }, 50)
  const code = await new Promise<number | null>((resolve) => child.on('close', (status) => resolve(status)))
  clearInterval(timer)

  const after = childTimes()
  return {
    code,
    wall: Math.round(performance.now() - began),
    user: after.user - before.user,
    system: after.system - before.system,
    peak: Math.round(peak / megabyte),
    output
  }
}

/** Times of all children that ended, and of theirs. */
function childTimes(): {user: number; system: number} {
  const fields = statFields('self')
  return {user: (Number(fields[13]) * 1000) / ticks, system: (Number(fields[14]) * 1000) / ticks}
}

/** Fields of a process from the third on: what stands before may hold spaces. */
function statFields(pid: number | string): string[] {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ')
}

/** Bytes that a process and all its descendants hold in memory. */
function residentMemory(root: number): number {
  const processes = new Map<number, {parent: number; resident: number}>()

  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue
    try {
      const fields = statFields(name)
      processes.set(Number(name), {parent: Number(fields[1]), resident: Number(fields[21]) * page})
    } catch {
      // It ended while the list was read.
    }
  }

  const belongs = (pid: number): boolean => pid === root || (processes.has(pid) && belongs(processes.get(pid)?.parent ?? 0))
  return [...processes].filter(([pid]) => belongs(pid)).reduce((sum, [, {resident}]) => sum + resident, 0)
}

/** Bytes of all files under a folder. */
export function sizeOf(folder: string): number {
  return readdirSync(folder, {recursive: true, withFileTypes: true})
    .filter((entry) => entry.isFile())
    .reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0)
}

/** Milliseconds of processor for a fixed piece of work, so that figures of two machines can be put side by side. */
export function yardstick(): number {
  const began = process.cpuUsage()
  let sum = 0
  const text = 'All the notes that are fit to be linked, '.repeat(25_000)
  for (let round = 0; round < 20; round++) for (let at = 0; at < text.length; at++) sum += text.charCodeAt(at) ^ round
  return sum === 0 ? 0 : Math.round(process.cpuUsage(began).user / 1000)
}
