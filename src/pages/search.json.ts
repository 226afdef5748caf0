/** What the search knows, for people's own tools. Format: DESIGN.md, “search.json”. */

import type {APIRoute} from 'astro'
import {garden} from '../garden-access.ts'
import {href} from '../garden/names.ts'

export const GET: APIRoute = () => {
  const {pages, site} = garden()
  const notes = pages
    .filter(({hidden}) => !hidden)
    .map(({slug, title, aliases, tags, noteKind, description, headings, diagrams}) => ({
      url: href(slug, site.base),
      title,
      aliases,
      tags: tags.map(({name}) => name),
      ...(noteKind !== undefined && {kind: noteKind}),
      description,
      headings: headings.map(({id, text}) => ({id, text})),
      diagrams: diagrams.map(({id, title: name, words}) => ({id, title: name, words}))
    }))
  return new Response(`${JSON.stringify({version: 1, lang: site.lang, notes})}\n`)
}
