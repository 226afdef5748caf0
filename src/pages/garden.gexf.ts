/** The graph for Gephi. Format: DESIGN.md, “Exports of the graph”. */

import type {APIRoute} from 'astro'
import {gexf} from '../exports/gexf.ts'
import {garden} from '../garden-access.ts'

export const GET: APIRoute = () => new Response(gexf(garden()))
