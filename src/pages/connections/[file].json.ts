/** What connections between notes are found with: `index.json` and the files of sentences. */

import type {APIRoute, GetStaticPaths} from 'astro'
import {connectionFiles} from '../../connections/files.ts'
import {garden} from '../../garden-access.ts'

export const getStaticPaths: GetStaticPaths = () => {
  const {index, files} = connectionFiles(garden().pages)
  return [{params: {file: 'index'}, props: {value: index}}, ...files.map((value, file) => ({params: {file: String(file)}, props: {value}}))]
}

export const GET: APIRoute = ({props}) => new Response(JSON.stringify(props['value']), {headers: {'content-type': 'application/json'}})
