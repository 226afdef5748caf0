/** The garden as data, for people's own tools. Format: DESIGN.md, “garden.json”. */

import type {APIRoute} from 'astro'
import {gardenJson} from '../garden-json.ts'
import {garden} from '../garden-access.ts'

export const GET: APIRoute = () => new Response(`${JSON.stringify(gardenJson(garden()))}\n`)
