/** The part of subset-font that `fonts.ts` uses; the package has no types of its own. */
declare module 'subset-font' {
  interface Options {
    readonly targetFormat: 'truetype' | 'woff2'
    readonly keepFeatures?: readonly string[]
    readonly variationAxes?: Readonly<Record<string, number | {readonly min: number; readonly max: number}>>
    readonly noHinting?: boolean
  }

  /** Keep of a font only what a text needs. */
  export default function subsetFont(font: Buffer, text: string, options: Options): Promise<Buffer>
}
