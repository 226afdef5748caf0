/** Table: how an embedded attachment is shown, by what it is (E-13, E-14, E-20, I-01 … I-05). */

import type {Asset, Embed} from './model.ts'
import {baseName, href} from './names.ts'
import type {PageState} from './render-state.ts'
import {escapeAttribute, escapeText} from './sentences.ts'

interface Media {
  readonly asset: Asset
  readonly embed: Embed
  readonly base: string
  readonly address: string
  readonly name: string
}

const printers: Record<Asset['type'], (media: Media, state: PageState) => string> = {image, audio, video, pdf, file}

/** Print an attachment in the place of its embed. */
export function printMedia(asset: Asset, embed: Embed, state: PageState): string {
  const {base} = state.world
  return printers[asset.type]({asset, embed, base, address: href(asset.url, base), name: baseName(asset.path)}, state)
}

function sizeAttributes(width: number | undefined, height: number | undefined): string {
  return `${width ? ` width="${width}"` : ''}${height ? ` height="${height}"` : ''}`
}

/** Width and height as shown: those asked for, the other in proportion (I-02). */
function shownSize({asset, embed}: Media): [number | undefined, number | undefined] {
  const {width, height} = embed
  if (embed.isSized || (width !== undefined && height !== undefined)) return [width, height]
  const ratio = asset.width && asset.height ? asset.height / asset.width : undefined
  if (width !== undefined) return [width, ratio && Math.round(width * ratio)]
  if (height !== undefined) return [ratio && Math.round(height / ratio), height]
  return [asset.width, asset.height]
}

/** A picture as a pattern: a rectangle has no other way to repeat one that needs no style of its own. */
function tiles({asset, embed, address}: Media): string {
  const [width, height] = [asset.width ?? 100, asset.height ?? 100]
  const id = `kg-tile-${asset.url.replace(/[^a-z0-9]+/g, '-')}-${embed.place.line}-${embed.place.column}`
  return (
    `\u003Csvg class="cv-tiles" width="100%" height="100%" aria-hidden="true">\u003Cpattern id="${id}" width="${width}" height="${height}" patternUnits="userSpaceOnUse">` +
    `\u003Cimage href="${address}" width="${width}" height="${height}"/>\u003C/pattern>\u003Crect width="100%" height="100%" fill="url(#${id})"/>\u003C/svg>`
  )
}

/** Width of the column of text in pixels (`--measure`): wider than that no picture is shown. */
const column = 592

/** The lighter copies, and how wide the picture is shown. */
function sizesOf({asset, base}: Media, width: number | undefined): string {
  if (!asset.sizes) return ''
  const copies = asset.sizes.map((copy) => `${href(copy.url, base)} ${copy.width}w`).join(', ')
  return ` srcset="${copies}" sizes="min(100vw, ${Math.min(width ?? column, column)}px)"`
}

/** An icon takes the colour of the words around it: its drawing is a mask, in the page's style sheet (I-04). */
function maskOf({asset, address}: Media, {css}: PageState): string {
  if (!asset.path.toLowerCase().endsWith('.svg')) return ''
  const name = `mask-${asset.url.split('.').at(-2) ?? ''}`
  css.set(name, `.${name}{mask-image:url("${address}")}`)
  return ` has-mask ${name}`
}

function image(media: Media, state: PageState): string {
  const {embed, address, name} = media
  if (embed.tile) return tiles(media)
  // Authors' style sheets select by what stands after `#` (I-04).
  const hook = embed.fragment ? `#${embed.fragment.raw}` : ''
  const icon = embed.fragment?.raw === 'icon'
  const alt = icon ? '' : (embed.alt ?? (embed.form !== 'markdown' ? name.replace(/\.[^.]*$/, '') : ''))
  // The wrapper says what the app's does, which style sheets select by: the whole name where the author gave no words (I-01).
  const said = icon || embed.alt !== undefined || embed.form === 'markdown' ? alt : name
  const [width, height] = shownSize(media)
  const written = embed.attributes ?? ''
  const copies = icon ? '' : sizesOf(media, width)
  return (
    `\u003Cspan class="internal-embed image-embed is-loaded${icon ? ` is-icon${maskOf(media, state)}` : ''}${written === '' ? '' : ' as-written'}" src="${escapeAttribute(name + hook)}" alt="${escapeAttribute(said)}">` +
    `\u003Cimg src="${address}${escapeAttribute(encodeURI(hook.toWellFormed()).replace(/%23/g, '#'))}" alt="${escapeAttribute(alt)}"${written}${copies}${sizeAttributes(width, height)} loading="lazy" decoding="async">\u003C/span>`
  )
}

function wrap({embed, name}: Media, kind: string, inner: string): string {
  const tag = embed.inline ? 'span' : 'div'
  return `\u003C${tag} class="internal-embed ${kind}-embed is-loaded" src="${escapeAttribute(name)}">${inner}\u003C/${tag}>`
}

function audio(media: Media): string {
  return wrap(media, 'audio', `\u003Caudio controls preload="metadata" src="${media.address}" title="${escapeAttribute(media.name)}">\u003C/audio>`)
}

function video(media: Media): string {
  const moment = /(?:^|&)(t=[\d.,:]+)/.exec(media.embed.fragment?.raw ?? '')?.[1]
  const size = sizeAttributes(media.embed.width, media.embed.height)
  return wrap(media, 'video', `\u003Cvideo controls preload="metadata" src="${media.address}${moment ? `#${moment}` : ''}"${size} title="${escapeAttribute(media.name)}">\u003C/video>`)
}

function pdf(media: Media): string {
  const raw = media.embed.fragment?.raw ?? ''
  const page = /(?:^|&)(page=\d+)/.exec(raw)?.[1]
  const height = Number(/(?:^|&)height=(\d+)/.exec(raw)?.[1] ?? media.embed.height ?? 600)
  const name = escapeText(media.name)
  const frame = `\u003Ciframe src="${media.address}${page ? `#${page}` : ''}" title="${escapeAttribute(media.name)}" width="100%" height="${height}" loading="lazy">\u003C/iframe>`
  return wrap(media, 'pdf', `${frame}\u003Ca class="internal-link file-link" href="${media.address}">${name}\u003C/a>`)
}

/** Bytes as people say them. */
export function sizeInWords(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`
  return bytes < 1e6 ? `${Math.round(bytes / 1000)} KB` : `${(bytes / 1e6).toFixed(1)} MB`
}

function file(media: Media): string {
  return wrap(media, 'file', `\u003Ca class="internal-link file-link" href="${media.address}">${escapeText(media.name)}\u003C/a> \u003Cspan class="file-size">${sizeInWords(media.asset.size)}\u003C/span>`)
}
