/** The card of a website: its address as a link; a frame where the author's policy shows one (Q-04). */

import {addressKind, originOf} from '../addresses.ts'
import {diagnose} from '../diagnostics.ts'
import type {Point} from '../model.ts'
import type {ParseOptions} from '../parse.ts'
import {escapeAttribute, escapeText} from '../sentences.ts'
import {webEmbed} from '../web-embeds.ts'
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
  const embed = webEmbed(url)
  const frame = embed?.kind === 'frame' ? embed.src : url
  // The service plays only where it is told the site that shows it.
  const referrer = embed?.kind === 'frame' ? 'strict-origin' : 'no-referrer'
  const link = `<a class="external-link" href="${escapeAttribute(url)}" rel="${options.nofollow ? 'noopener nofollow' : 'noopener'}"><b>${escapeText(hostOf(url))}</b> <span>${escapeText(name.slice(hostOf(url).length))}</span></a>`
  const origin = options.remote.frames === 'link' ? undefined : originOf(frame)
  if (origin !== undefined) builder.origins.set(`frame-src ${origin}`, ['frame-src', origin])
  if (origin === undefined) builder.parts.push(`<div class="cv-body cv-site">${link}</div>`)
  else if (options.remote.frames === 'keep') builder.parts.push(`<iframe src="${escapeAttribute(frame)}" title="${escapeAttribute(name)}" loading="lazy" referrerpolicy="${referrer}" sandbox="allow-scripts allow-same-origin allow-popups allow-presentation"></iframe><div class="cv-body cv-site">${link}</div>`)
  else builder.parts.push(`<div class="cv-body cv-site"><span class="foreign is-frame" data-kind="iframe" data-src="${escapeAttribute(frame)}" data-words="${escapeAttribute(name)}"${embed?.kind === 'frame' ? ` data-referrer="${referrer}"` : ''}>${link}</span></div>`)
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
