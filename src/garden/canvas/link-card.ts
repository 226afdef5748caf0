/** The card of a website: its address as a link; a frame where the author's policy shows one. */

import {addressKind, originOf} from '../addresses.ts'
import {diagnose} from '../diagnostics.ts'
import type {Point} from '../model.ts'
import type {ParseOptions} from '../parse.ts'
import {escapeText} from '../sentences.ts'
import {escapeAttribute} from '../template-tag.ts'
import type {Builder} from './build.ts'
import type {Card} from './model.ts'

interface Around {
  readonly builder: Builder
  readonly options: ParseOptions
  readonly where: {readonly path: string; readonly place: Point}
}

/**
 * Print the card.
 *
 * @returns Its name: the site and what stands after it.
 */
export function printLinkCard({url}: Extract<Card, {type: 'link'}>, {builder, options, where}: Around): string {
  const name = nameOf(url)
  builder.text.push(name)
  if (addressKind(url) !== 'external') {
    builder.diagnostics.push(diagnose('unsafe-address', where, {address: url.slice(0, 80)}))
    builder.parts.push(`<div class="cv-body"><span class="unsafe-link">${escapeText(url)}</span></div>`)
    return name
  }
  const frame = frameOf(url)
  const origin = originOf(frame)
  if (options.remote.frames === 'keep' && origin !== undefined) {
    builder.origins.set(`frame-src ${origin}`, ['frame-src', origin])
    builder.parts.push(`<iframe src="${escapeAttribute(frame)}" title="${escapeAttribute(name)}" loading="lazy" referrerpolicy="no-referrer" sandbox="allow-scripts allow-same-origin allow-popups allow-presentation"></iframe>`)
  }
  builder.parts.push(`<div class="cv-body cv-site"><a class="external-link" href="${escapeAttribute(url)}" rel="noopener"><b>${escapeText(hostOf(url))}</b> <span>${escapeText(name.slice(hostOf(url).length))}</span></a></div>`)
  return name
}

function parsed(url: string): URL | undefined {
  return URL.canParse(url) ? new URL(url) : undefined
}

function hostOf(url: string): string {
  return parsed(url)?.hostname.replace(/^www\./, '') || url
}

function nameOf(url: string): string {
  const {pathname = '', search = ''} = parsed(url) ?? {}
  return hostOf(url) + (pathname === '/' ? '' : pathname) + search
}

/** The address that shows a page in a frame: a video's player, else the page. */
function frameOf(url: string): string {
  const address = parsed(url)
  const host = address?.hostname.replace(/^(?:www|m)\./, '')
  const id = host === 'youtu.be' ? address?.pathname.slice(1) : host === 'youtube.com' ? address?.searchParams.get('v') : undefined
  return id && /^[\w-]{6,20}$/.test(id) ? `https://www.youtube-nocookie.com/embed/${id}` : url
}
