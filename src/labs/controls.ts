/** What a reader may set in a lab: each lab has a table of these, from which its page is printed. */

/** Keys of the settings whose values are numbers, or words. */
type Numbers<Settings> = {[Key in keyof Settings]: Settings[Key] extends number ? Key : never}[keyof Settings] & string
type Words<Settings> = Exclude<keyof Settings, Numbers<Settings>> & string

export type Control<Settings> =
  | {readonly key: Numbers<Settings>; readonly min: number; readonly max: number; readonly step: number}
  | {readonly key: Words<Settings>; readonly options: readonly string[]}

/** Controls that stand together; the word for them is the lab's. */
export interface Group<Settings> {
  readonly name: string
  readonly controls: readonly Control<Settings>[]
}

/** Settings that show one thing; those not named are the lab's defaults. */
export interface Experiment<Settings> {
  readonly name: string
  readonly settings: Partial<Settings>
}
