/** Icons of search results, for `<use>`: results are made in the browser, which has no table of icons. */

import {sprite} from '../../components/icons.ts'

export function GET(): Response {
  return new Response(sprite(), {headers: {'content-type': 'image/svg+xml'}})
}
