/** The page for an address that leads nowhere: says which it was, and offers the names nearest to it. */

import {nearest} from './lost/nearest.ts'
import {type Row, slugIn} from './explorer/rows.ts'

interface Place {
  readonly title: string
  readonly slug: string
}

function places(rows: readonly Row[], folder = ''): readonly Place[] {
  return rows.flatMap((row) => {
    const slug = slugIn(folder, row)
    return [{title: row[0], slug}, ...(row[2] ? places(row[2], slug) : [])]
  })
}

/** What was asked for, as a reader would write it. */
function asked(base: string): string {
  const path = location.pathname.startsWith(base) ? location.pathname.slice(base.length) : location.pathname
  try {
    return decodeURIComponent(path).replace(/\/$/, '')
  } catch {
    return path
  }
}

function item(base: string, {title, slug}: Place): HTMLLIElement {
  const made = document.createElement('li')
  const link = document.createElement('a')
  link.href = `${base}${slug.split('/').map(encodeURIComponent).join('/')}/`
  link.dir = 'auto'
  link.textContent = title
  const where = document.createElement('p')
  where.textContent = slug
  made.append(link, where)
  return made
}

async function help(block: HTMLElement): Promise<void> {
  const {lost: file = '', base = '/'} = block.dataset
  const path = asked(base)
  if (path === '' || path === '404.html') return
  const told = document.querySelector<HTMLElement>('.asked > span')
  told?.querySelector('code')?.append(path)
  if (told) told.hidden = false
  const search = document.querySelector<HTMLElement>('main [data-search]')
  const words = path.slice(path.lastIndexOf('/') + 1).replace(/[-_]+/g, ' ')
  if (search) search.dataset['query'] = words

  const response = await fetch(file)
  if (!response.ok) return
  const rows: readonly Row[] = await response.json()
  // A note may stand at the address of a folder: one place, two names in the tree.
  const bySlug = new Map(places(rows).map((place) => [place.slug, place]))
  const near = nearest(path, [...bySlug.values()])
  block.querySelector('ul')?.append(...near.map((place) => item(base, place)))
  block.hidden = near.length === 0
}

const block = document.querySelector<HTMLElement>('[data-lost]')
if (block) help(block).catch(() => {})
