/** Which file of a folder answers a request. No server here, so that every odd path can be tried without one. */
import {realpathSync, statSync} from 'node:fs'
import {join, sep} from 'node:path'

export type Answer =
  | {readonly kind: 'file'; readonly file: string; readonly path: string}
  | {readonly kind: 'redirect'; readonly location: string}
  | {readonly kind: 'missing'}
  | {readonly kind: 'bad'}

export interface Place {
  /** Absolute path of the published folder. */
  readonly folder: string
  /** Base path, with a slash at both ends. */
  readonly base: string
}

/**
 * Answer the address of a request as static hosts do.
 *
 * `/tools` leads to `/tools/`, which is `tools/index.html`; a file answers by
 * its name. Nothing outside the folder answers, by whatever spelling or link.
 *
 * @param address Path and query, as the browser sends them.
 */
export function resolveRequest(address: string, place: Place): Answer {
  const question = address.indexOf('?')
  const query = question < 0 ? '' : address.slice(question)
  const segments = decoded(question < 0 ? address : address.slice(0, question))
  if (segments === undefined) return {kind: 'bad'}

  const path = `/${segments.join('/')}`
  if (!path.startsWith(place.base)) return outsideBase(path, query, place.base)

  const inside = path.slice(place.base.length - 1)
  const file = join(place.folder, ...inside.split('/'))
  const what = kindOf(file, place.folder)
  if (what === 'file' && !inside.endsWith('/')) return {kind: 'file', file, path: inside}
  if (what !== 'folder') return {kind: 'missing'}
  if (kindOf(join(file, 'index.html'), place.folder) !== 'file') return {kind: 'missing'}
  // Made of encoded segments, so that `//host` cannot lead to another site.
  if (!path.endsWith('/')) return {kind: 'redirect', location: `/${segments.map(encodeURIComponent).join('/')}/${query}`}
  return {kind: 'file', file: join(file, 'index.html'), path: `${inside}index.html`}
}

/** Segments of a path; a slash at its end leaves an empty last one. */
function decoded(path: string): string[] | undefined {
  try {
    const segments = path.split('/').map((segment) => decodeURIComponent(segment).normalize('NFC'))
    const last = segments.at(-1) === '' ? [''] : []
    const named = segments.filter((segment) => segment !== '')
    // A slash or backslash inside a segment was hidden behind an escape.
    return named.some((segment) => segment === '.' || segment === '..' || /[/\\\0]/.test(segment)) ? undefined : [...named, ...last]
  } catch {
    return undefined
  }
}

function outsideBase(path: string, query: string, base: string): Answer {
  const atHome = path === '/' || `${path}/` === base
  return atHome ? {kind: 'redirect', location: `${encodeURI(base)}${query}`} : {kind: 'missing'}
}

function kindOf(file: string, folder: string): 'file' | 'folder' | undefined {
  try {
    const real = realpathSync(file)
    const home = realpathSync(folder)
    if (real !== home && !real.startsWith(home + sep)) return undefined
    const found = statSync(real)
    return found.isFile() ? 'file' : found.isDirectory() ? 'folder' : undefined
  } catch {
    return undefined
  }
}
