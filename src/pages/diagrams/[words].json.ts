/** The words in each diagram, by its address: fetched when somebody seeks them in the list. None where no diagram is. */

import type {APIRoute, GetStaticPaths} from 'astro'
import {garden} from '../../garden-access.ts'

export const getStaticPaths: GetStaticPaths = () => (garden().diagrams.length > 0 ? [{params: {words: 'words'}}] : [])

export const GET: APIRoute = () => new Response(JSON.stringify(Object.fromEntries(garden().diagrams.map(({slug, words}) => [slug, words.toLowerCase()]))))
