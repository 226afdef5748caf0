/** `palette.json`: what the palette says and offers, printed by the build and loaded once. */

import type {Offered} from './actions.ts'
import type {Dimension} from '../search/query.ts'

export interface Own {
  readonly words: {
    /** `{count}` notes were found, of which `{shown}` stand in the list. */
    readonly none: string
    readonly one: string
    readonly many: string
    readonly some: string
    readonly more: string
    /** `{typed}` is in no note. */
    readonly meant: string
    readonly here: string
    readonly actions: string
    readonly searches: string
    readonly read: string
    readonly forget: string
    readonly marked: string
    readonly unmark: string
    readonly dimensions: Readonly<Record<Dimension, string>>
    readonly values: Readonly<Record<string, string>>
  }
  readonly actions: readonly Offered[]
  /** Icons, as one drawing of symbols. */
  readonly sprite: string
}

/** Load it. @throws When it is not there. */
export async function own(address: string): Promise<Own> {
  const response = await fetch(address)
  if (!response.ok) throw new Error(`${response.status} ${address}`)
  return response.json()
}
