/**
 * The words of the garden. Types only: everything else in `garden/` speaks in these.
 *
 * The order is that of the flow: what is read, what is prepared, what is
 * published, what is printed.
 */

export type * from './model/base.ts'
export type * from './model/read.ts'
export type * from './model/prepared.ts'
export type * from './model/published.ts'
export type * from './model/page.ts'
export type * from './model/garden.ts'
export type * from './model/diagrams.ts'
