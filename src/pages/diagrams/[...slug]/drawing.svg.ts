/** The drawing of each diagram as a picture: the list of diagrams and mentions in other notes show it small. */

import type {APIRoute, GetStaticPaths} from 'astro'
import {diagramOf, garden} from '../../../garden-access.ts'
import {digestOf} from '../../../digest.ts'
import {picture} from '../../../picture.ts'
import ink from '../../../styles/diagram.css?inline'
import tokens from '../../../styles/tokens.css?inline'

const sheets = {tokens, ink}

export const getStaticPaths: GetStaticPaths = () =>
  garden().diagrams.map(({slug, drawing}) => ({params: {slug: slug.slice('diagrams/'.length)}, props: {slug}, cacheKey: digestOf(drawing, sheets)}))

export const GET: APIRoute = ({props}) =>
  new Response(picture(diagramOf(garden(), String(props['slug']))?.drawing ?? '', sheets), {headers: {'content-type': 'image/svg+xml'}})
