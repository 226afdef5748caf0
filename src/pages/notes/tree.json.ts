/** The explorer's tree: one file for all pages, asked for when a reader sees the explorer. */

import type {APIRoute} from 'astro'
import {explorerRows} from '../../components/explorer-rows.ts'
import {garden} from '../../garden-access.ts'

export const GET: APIRoute = () => new Response(`${JSON.stringify(explorerRows(garden().explorer))}\n`)
