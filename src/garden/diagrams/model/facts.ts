/** What a diagram says, in its own order. */
export interface Facts {
  readonly nodes: readonly {readonly id: string; readonly label: string; readonly group?: string; readonly note?: string}[]
  readonly edges?: readonly {readonly from: string; readonly to: string; readonly label?: string; readonly note?: string}[]
  readonly groups?: readonly {readonly id: string; readonly label: string}[]
  /** Remarks that belong to no node: notes, loops, alternatives. */
  readonly remarks?: readonly {readonly after: number; readonly text: string}[]
}
