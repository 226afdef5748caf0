/** The drawing of each diagram as a file: the gallery fetches those that come into view, so that its page stays light. */

import type {APIRoute, GetStaticPaths} from 'astro'
import {diagramOf, garden} from '../../../garden-access.ts'
import {digestOf} from '../../../grow-site.ts'

export const getStaticPaths: GetStaticPaths = () =>
  garden().diagrams.map(({slug, drawing}) => ({params: {slug: slug.slice('diagrams/'.length)}, props: {slug}, cacheKey: digestOf(drawing)}))

export const GET: APIRoute = ({props}) => new Response(diagramOf(garden(), String(props['slug']))?.drawing ?? null, {headers: {'content-type': 'image/svg+xml'}})
