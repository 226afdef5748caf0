/** The map's numbers: places, links, facets. Format: `src/garden/map/file.ts`. */

import type {APIRoute} from 'astro'
import {garden} from '../../garden-access.ts'
import {mapNumbers} from '../../map-files.ts'

export const GET: APIRoute = () => new Response(mapNumbers(garden()), {headers: {'Content-Type': 'application/octet-stream'}})
