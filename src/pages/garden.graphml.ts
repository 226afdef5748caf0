/** The graph for tools that read GraphML. Format: DESIGN.md, “Exports of the graph”. */

import type {APIRoute} from 'astro'
import {graphml} from '../exports/graphml.ts'
import {garden} from '../garden-access.ts'

export const GET: APIRoute = () => new Response(graphml(garden()))
