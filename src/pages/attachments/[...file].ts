/** Attachments that public pages use, at their final addresses. */

import {readFileSync} from 'node:fs'
import type {APIRoute, GetStaticPaths} from 'astro'
import {garden} from '../../garden-access.ts'

const folder = 'attachments/'

export const getStaticPaths: GetStaticPaths = () =>
  garden().assets.flatMap((asset) => [asset, ...(asset.sizes ?? [])]).map((asset) => ({params: {file: asset.url.slice(folder.length)}, props: {file: asset.file}, cacheKey: asset.url}))

export const GET: APIRoute = ({props}) => new Response(new Uint8Array(readFileSync(props['file'])))
