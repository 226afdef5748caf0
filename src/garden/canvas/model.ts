/** The words of a canvas (JSON Canvas 1.0, rules Q-01 … Q-06). Types only. */

export interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** One of the six colours of the format, or the author's own, `#rrggbb`. */
export type Colour = '1' | '2' | '3' | '4' | '5' | '6' | `#${string}`

interface Shared extends Box {
  readonly id: string
  readonly color?: Colour
  /** Offset in the file. */
  readonly at: number
}

export type Card =
  | (Shared & {readonly type: 'text'; readonly text: string; readonly textAt: number})
  | (Shared & {readonly type: 'file'; readonly file: string; readonly subpath?: string})
  | (Shared & {readonly type: 'link'; readonly url: string})
  | (Shared & {readonly type: 'group'; readonly label?: string; readonly background?: string; readonly backgroundStyle: 'cover' | 'ratio' | 'repeat'})

export type Side = 'top' | 'right' | 'bottom' | 'left'

export interface Edge {
  readonly from: number
  readonly to: number
  readonly fromSide?: Side
  readonly toSide?: Side
  readonly fromArrow: boolean
  readonly toArrow: boolean
  readonly color?: Colour
  readonly label?: string
}

/** What a file says. Edges name cards by their index. */
export interface Canvas {
  readonly cards: readonly Card[]
  readonly edges: readonly Edge[]
}
