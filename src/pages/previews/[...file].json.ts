/** Previews while writing; a build prints them by itself (`scripts/output/previews.ts`), as thousands of small files are no work for Astro. */

import type {APIRoute, GetStaticPaths} from 'astro'
import {garden} from '../../garden-access.ts'

const around = ['previews/'.length, -'.json'.length] as const

export const getStaticPaths: GetStaticPaths = () => (import.meta.env.DEV ? [...garden().previews()].map(({path, text}) => ({params: {file: path.slice(...around)}, props: {text}})) : [])

export const GET: APIRoute = ({props}) => new Response(String(props['text']), {headers: {'content-type': 'application/json'}})
