/** Which links have a preview, and where its file stands. */

import {base, linkAt, slugAt} from '../site.ts'
import {previewName, unseen} from './name.ts'

/** Where previews would be in the way: what leads around the site, and what lies over the page. */
const elsewhere = 'header.bar, .tree, .toc, .thumb, .crumbs, .foot, .from, dialog, .menu, .skip'

export interface Wanted {
  readonly link: Element
  readonly href: string
  /** Address of the file that shows it. */
  readonly file: string
}

/** The preview that an event on a page asks for, if it comes from a link that has one. */
export function wantedAt(target: EventTarget | null): Wanted | undefined {
  const url = linkAt(target)
  const slug = url && slugAt(url)
  const link = target instanceof Element ? target.closest('a[href]') : null
  if (!url || !link || slug === undefined || unseen.test(slug) || link.closest(elsewhere) || !link.closest('main, .preview')) return undefined
  const anchor = anchorOf(url)
  const here = url.pathname === location.pathname
  // A link within the page is worth a look only where a note wrote it.
  if (here && (anchor === '' || !link.matches('.internal-link'))) return undefined
  // Only places that notes link to have files of their own; others are shown as their note.
  return {link, href: url.href, file: fileOf(slug, link.matches('.internal-link') ? anchor : '')}
}

/** Address of the file that shows a page, or a place in it. */
export function fileOf(slug: string, anchor = ''): string {
  return base + previewName(slug, anchor).split('/').map(encodeURIComponent).join('/')
}

function anchorOf({hash}: URL): string {
  try {
    return decodeURIComponent(hash.slice(1))
  } catch {
    return ''
  }
}
