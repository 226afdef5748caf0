/** Table: addresses of the web that stand for a film, a post or a recording, not for a picture (E-18). */

import {embedKind} from './embeds.ts'

export type WebEmbed =
  /** A film in a frame of its service. */
  | {readonly kind: 'frame'; readonly service: string; readonly src: string}
  /** A post, of which only the author is known without asking its service. */
  | {readonly kind: 'post'; readonly author: string}
  /** A file that browsers play. */
  | {readonly kind: 'audio' | 'video'; readonly src: string}

interface Service {
  readonly hosts: ReadonlySet<string>
  readonly read: (url: URL) => WebEmbed | undefined
}

const services: readonly Service[] = [
  {hosts: new Set(['youtube.com', 'm.youtube.com', 'music.youtube.com', 'youtu.be', 'youtube-nocookie.com']), read: youtube},
  {hosts: new Set(['twitter.com', 'mobile.twitter.com', 'x.com']), read: post}
]

/** What an image's address stands for, if it is no picture. */
export function webEmbed(address: string): WebEmbed | undefined {
  const url = URL.parse(address)
  if (!url || !/^https?:$/.test(url.protocol)) return undefined
  const host = url.hostname.replace(/^www\./, '')
  const found = services.find(({hosts}) => hosts.has(host))
  if (found) return found.read(url)
  const kind = embedKind(url.pathname)
  return kind === 'audio' || kind === 'video' ? {kind, src: url.href} : undefined
}

/** The address of a film's frame that sets no cookies, for a frame that the author copied from the service; its settings stay. */
export function frameOfService(address: string): string | undefined {
  const url = URL.parse(address.startsWith('//') ? `https:${address}` : address)
  if (!url || !/^https?:$/.test(url.protocol) || !/^(?:www\.)?youtube(?:-nocookie)?\.com$/.test(url.hostname) || !url.pathname.startsWith('/embed/')) return undefined
  return `https://www.youtube-nocookie.com${url.pathname}${url.search}`
}

function youtube(url: URL): WebEmbed | undefined {
  const short = url.hostname.endsWith('youtu.be') ? url.pathname.slice(1) : undefined
  const id = short ?? url.searchParams.get('v') ?? /^\/(?:shorts|embed|live|v)\/([^/]+)/.exec(url.pathname)?.[1]
  if (id === undefined || id === 'videoseries' || !/^[\w-]{1,32}$/.test(id)) return undefined
  const start = seconds(url.searchParams.get('t') ?? url.searchParams.get('start') ?? '')
  return {kind: 'frame', service: 'YouTube', src: `https://www.youtube-nocookie.com/embed/${id}${start > 0 ? `?start=${start}` : ''}`}
}

/** `90`, `90s` and `1h2m3s`. */
function seconds(written: string): number {
  const [, hours = 0, minutes = 0, rest = 0] = /^(?:(\d{1,4})h)?(?:(\d{1,4})m)?(?:(\d{1,6})s?)?$/.exec(written) ?? []
  return Number(hours) * 3600 + Number(minutes) * 60 + Number(rest)
}

function post({pathname}: URL): WebEmbed | undefined {
  const author = /^\/(\w{1,20})\/status\/\d+/.exec(pathname)?.[1]
  return author === undefined ? undefined : {kind: 'post', author: `@${author}`}
}
