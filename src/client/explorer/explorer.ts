/** The explorer: the whole tree of notes, from one file, in place of the part of it that the page has. */

import {keys} from './keys.ts'
import {markLinks} from '../reading/marks.ts'
import {type Row, slugIn, trail} from './rows.ts'
import {isOpen, keepOpen, keepScroll, scrolled} from './state.ts'

interface Tree {
  /** Address of the site's first page. */
  readonly base: string
  /** Address of this page, as rows have it. */
  readonly here: string
  /** Folders around this page. */
  readonly around: ReadonlySet<string>
}

function link(tree: Tree, slug: string, title: string): HTMLAnchorElement {
  const made = document.createElement('a')
  made.href = `${tree.base}${slug.split('/').map(encodeURIComponent).join('/')}/`
  const name = document.createElement('bdi')
  name.textContent = title
  made.append(name)
  if (slug === tree.here) made.setAttribute('aria-current', 'page')
  return made
}

function folderItem(tree: Tree, [title, , rows = []]: Row, slug: string): HTMLLIElement {
  const item = document.createElement('li')
  item.className = 'folder'
  const button = document.createElement('button')
  button.type = 'button'
  button.setAttribute('aria-label', title)
  let inner: HTMLUListElement | undefined

  const show = (open: boolean): void => {
    button.setAttribute('aria-expanded', `${open}`)
    item.classList.toggle('open', open)
    // What is folded away is made when it is first wanted: a garden may have ten thousand notes.
    if (open && !inner) {
      inner = list(tree, rows, slug)
      item.append(inner)
    }
    if (inner) inner.hidden = !open
  }
  button.addEventListener('click', () => {
    const open = button.getAttribute('aria-expanded') !== 'true'
    keepOpen(slug, open)
    show(open)
  })

  item.append(button, link(tree, slug, title))
  show(tree.around.has(slug) || isOpen(slug))
  return item
}

function list(tree: Tree, rows: readonly Row[], folder: string): HTMLUListElement {
  const made = document.createElement('ul')
  for (const row of rows) {
    const slug = slugIn(folder, row)
    if (row[2]) made.append(folderItem(tree, row, slug))
    else {
      const item = document.createElement('li')
      item.append(link(tree, slug, row[0]))
      made.append(item)
    }
  }
  markLinks(made)
  return made
}

/** Show the whole tree in the shelf, as its reader left it, with this page in sight. */
export async function explorer(nav: HTMLElement): Promise<void> {
  const {explorer: file = '', base = '/', here = ''} = nav.dataset
  const response = await fetch(file)
  if (!response.ok) return
  const rows: readonly Row[] = await response.json()
  const tree = {base, here, around: new Set(trail(rows, here))}
  const made = list(tree, rows, '')
  made.className = 'twigs'
  nav.querySelector('.twigs')?.replaceWith(made)
  keys(made)

  nav.scrollTop = scrolled()
  made.querySelector('[aria-current]')?.scrollIntoView({block: 'nearest', behavior: 'instant'})
  nav.addEventListener('scroll', () => keepScroll(nav.scrollTop), {passive: true})
}
