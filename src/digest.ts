import {createHash} from 'node:crypto'

/** Digest of what a page shows (the law of the page): the same value is the same page. */
export function digestOf(...values: readonly unknown[]): string {
  return createHash('sha256').update(JSON.stringify(values)).digest('hex').slice(0, 32)
}
