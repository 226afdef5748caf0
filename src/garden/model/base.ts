/** What everything speaks in: paths, addresses, places and problems. */

declare const brand: unique symbol
type Branded<Name extends string> = string & {readonly [brand]: Name}

/** Path of a file inside the vault: `/`-separated, NFC, no `.` or `..` segments. */
export type VaultPath = Branded<'VaultPath'>

/** Address of a page under the base path, without slashes at its ends: `tools/apache-kafka`; the home page is ``. */
export type Slug = Branded<'Slug'>

/** A place in a file; line and column count from 1, columns in UTF-16 units, as editors count. */
export interface Point {
  readonly line: number
  readonly column: number
}

export type Severity = 'error' | 'warning' | 'info'

/** One thing that the author should know, with its address. */
export interface Diagnostic {
  /** Name of the rule in `diagnostics.ts`; permanent. */
  readonly rule: string
  readonly severity: Severity
  /** Path of the file, as the author sees it. */
  readonly path: string
  readonly place?: Point
  readonly message: string
  readonly hint?: string
}
