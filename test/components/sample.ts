/** Values for tests of the interface: a note with nothing but what every note has, and a view in plain English. */

import {strings} from '../../src/components/strings.ts'
import type {View} from '../../src/components/view.ts'
import type {Neighbour, Page} from '../../src/garden/model.ts'
import {asSlug, href, vaultPath} from '../../src/garden/names.ts'

export function samplePage(title: string, more: Partial<Page> = {}): Page {
  const path = vaultPath(`${title}.md`)
  if (!path) throw new Error(`“${title}” is not a name.`)

  return {
    slug: asSlug(title.toLowerCase()),
    path,
    format: 'md',
    title,
    aliases: [],
    description: '',
    html: '',
    css: '',
    headings: [],
    tags: [],
    crumbs: [],
    dates: {},
    words: 100,
    properties: [],
    backlinks: [],
    unlinked: [],
    unlinkedHidden: 0,
    links: [],
    related: [],
    neighbours: [],
    neighboursHidden: 0,
    diagrams: [],
    origins: [],
    ...more
  }
}

export function sampleView(lang = 'en'): View {
  return {
    site: {title: 'Garden', description: '', lang, base: '/', folders: [], dated: true},
    t: strings(lang),
    to: (slug, fragment) => href(slug, '/', fragment)
  }
}

export function neighbour(title: string, direction: Neighbour['direction']): Neighbour {
  return {slug: asSlug(title), title, description: '', direction, weight: 1}
}
