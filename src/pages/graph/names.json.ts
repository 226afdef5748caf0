/** The map's names: titles, addresses, values of facets. */

import type {APIRoute} from 'astro'
import {garden} from '../../garden-access.ts'
import {mapNames} from '../../map-files.ts'

export const GET: APIRoute = () => new Response(JSON.stringify(mapNames(garden())))
