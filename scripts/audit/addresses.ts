/** Where an address of one page leads, among the files that were written. */

import {own} from './own.ts'

export type Target =
  | {readonly kind: 'file'; readonly file: string; readonly fragment: string}
  | {readonly kind: 'nothing'}
  | {readonly kind: 'outside'}

export interface Site {
  /** Paths of all files, `/`-separated. */
  readonly files: ReadonlySet<string>
  /** Base path, with a slash at both ends. */
  readonly base: string
}

/** Follow an address of this site as a plain host would. */
export type Follow = (address: string, from: string) => Target

/**
 * Make the function that follows addresses.
 *
 * It remembers those that begin with a slash, as most pages name the same ones.
 */
export function follower({files, base}: Site): Follow {
  const known = new Map<string, Target>()

  function resolve(path: string): Target {
    const decoded = decodePath(path)
    if (decoded === undefined) return {kind: 'nothing'}
    if (`${decoded}/` === base) return fileFor('')
    return decoded.startsWith(base) ? fileFor(decoded.slice(base.length)) : {kind: 'outside'}
  }

  function fileFor(path: string): Target {
    const candidates = path === '' || path.endsWith('/') ? [`${path}index.html`] : [path, `${path}/index.html`]
    const file = candidates.find((candidate) => files.has(candidate))
    return file === undefined ? {kind: 'nothing'} : {kind: 'file', file, fragment: ''}
  }

  const whole = new Map<string, Target>()

  return (address, from) => {
    const known = whole.get(address)
    if (known) return known
    const target = lead(address, from)
    if (address.startsWith('/')) whole.set(own(address), target)
    return target
  }

  function lead(address: string, from: string): Target {
    const hash = address.indexOf('#')
    const fragment = hash < 0 ? '' : address.slice(hash + 1)
    const plain = withoutQuery(hash < 0 ? address : address.slice(0, hash))
    if (plain === '') return {kind: 'file', file: from, fragment}

    const absolute = plain.startsWith('/') ? plain : beside(plain, base + from)
    const target = known.get(absolute) ?? resolve(absolute)
    known.set(own(absolute), target)
    return target.kind === 'file' ? {...target, fragment: own(fragment)} : target
  }
}

function withoutQuery(address: string): string {
  const question = address.indexOf('?')
  return question < 0 ? address : address.slice(0, question)
}

function beside(relative: string, from: string): string {
  return URL.parse(relative, `https://same.invalid${encodeURI(from)}`)?.pathname ?? '/%'
}

function decodePath(path: string): string | undefined {
  try {
    const decoded = path.includes('%') ? decodeURIComponent(path) : path
    return decoded.split('/').includes('..') ? undefined : decoded
  } catch {
    return undefined
  }
}
