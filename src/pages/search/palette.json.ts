/** What the palette says and offers, loaded when it is first opened: pages stay light. */

import type {APIRoute} from 'astro'
import {actions} from '../../components/actions.ts'
import {sprite} from '../../components/icons.ts'
import {garden, view} from '../../garden-access.ts'

export const GET: APIRoute = () => {
  const {site, t, to} = view(garden())
  const offered = actions
    .filter(({isOn}) => isOn?.(site) ?? true)
    .map(({name, label, icon, to: place}) => ({name, label: label(t), icon, ...(place && {href: to(...place)})}))
  return new Response(`${JSON.stringify({words: t.palette, actions: offered, sprite: sprite()})}\n`)
}
