/** What the map is asked to show, as a value; it stands in the address. Pure: no browser here. */

/** Facets that are chosen by a value. */
export const choices = ['kind', 'tag', 'folder', 'status', 'community', 'reading'] as const
/** What is shown on wish. */
export const wishes = ['orphans', 'unresolved', 'diagrams'] as const
/** What colours may say. */
export const colours = ['community', 'kind', 'folder', 'status', 'reading'] as const

export type Choice = (typeof choices)[number]
export type Wish = (typeof wishes)[number]
export type Colour = (typeof colours)[number]

export interface Camera {
  readonly x: number
  readonly y: number
  /** Smaller is nearer. */
  readonly ratio: number
}

export interface MapState {
  /** Values by name; `` is all. */
  readonly chosen: Readonly<Record<Choice, string>>
  /** Days, ISO 8601; `` is any. */
  readonly since: string
  readonly until: string
  readonly wished: ReadonlySet<Wish>
  readonly colour: Colour
  /** Words looked for in titles. */
  readonly find: string
  /** Slug of the note that is looked at; `undefined` is none (the first page's slug is empty). */
  readonly note: string | undefined
  readonly camera: Camera | undefined
}

const isDay = /^\d{4}-\d{2}-\d{2}$/
const longest = 200

/** Nothing chosen: all notes that have links. */
export const everything: MapState = {
  chosen: {kind: '', tag: '', folder: '', status: '', community: '', reading: ''},
  since: '',
  until: '',
  wished: new Set(),
  colour: 'community',
  find: '',
  note: undefined,
  camera: undefined
}

/** Read an address's query; what is not understood is left out. */
export function readState(query: string): MapState {
  const asked = new URLSearchParams(query)
  const text = (name: string): string => (asked.get(name) ?? '').slice(0, longest)
  const day = (name: string): string => (isDay.test(text(name)) ? text(name) : '')
  const reading = text('reading')
  return {
    chosen: {kind: text('kind'), tag: text('tag'), folder: text('folder'), status: text('status'), community: text('community'), reading: reading === 'read' || reading === 'unread' ? reading : ''},
    since: day('since'),
    until: day('until'),
    wished: new Set(wishes.filter((name) => asked.get(name) === '1')),
    colour: colours.find((name) => name === asked.get('colour')) ?? everything.colour,
    find: text('find'),
    note: asked.get('note')?.replace(/^\/+|\/+$/g, '') ?? undefined,
    camera: cameraOf(asked.get('at'))
  }
}

function cameraOf(written: string | null): Camera | undefined {
  const [x = Number.NaN, y = Number.NaN, ratio = Number.NaN] = (written ?? '').split(',').map(Number)
  const isWithin = Math.abs(x) <= 10 && Math.abs(y) <= 10 && ratio >= 0.001 && ratio <= 10
  return isWithin ? {x, y, ratio} : undefined
}

/** Print a state as a query, without its `?`; what is as at first is left out. */
export function printState({chosen, since, until, wished, colour, find, note, camera}: MapState): string {
  const asked = new URLSearchParams()
  if (note !== undefined) asked.set('note', note)
  if (find !== '') asked.set('find', find)
  for (const name of choices) if (chosen[name] !== '') asked.set(name, chosen[name])
  if (since !== '') asked.set('since', since)
  if (until !== '') asked.set('until', until)
  for (const name of wishes) if (wished.has(name)) asked.set(name, '1')
  if (colour !== everything.colour) asked.set('colour', colour)
  if (camera) asked.set('at', [camera.x, camera.y, camera.ratio].map((value) => Number(value.toFixed(4))).join(','))
  return asked.toString().replaceAll('%2F', '/').replaceAll('%2C', ',')
}

/** Whether a state shows less than all. */
export function isFiltered({chosen, since, until}: MapState): boolean {
  return since !== '' || until !== '' || choices.some((name) => chosen[name] !== '')
}
