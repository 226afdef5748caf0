/** The part of fontkit that measuring needs; the package has no types of its own. */
declare module 'fontkit' {
  export interface Font {
    readonly unitsPerEm: number
    readonly ascent: number
    readonly descent: number
    readonly lineGap: number
    readonly xHeight: number
    readonly characterSet: readonly number[]
    readonly variationAxes: {readonly wght?: {readonly min: number; readonly max: number}}
    getVariation(axes: {readonly wght: number}): Font
    hasGlyphForCodePoint(code: number): boolean
    layout(text: string): {readonly advanceWidth: number}
  }
  export function create(bytes: Uint8Array): Font
}

/** The part of subset-font that measuring needs. */
declare module 'subset-font' {
  export default function subsetFont(
    font: Uint8Array,
    text: string | undefined,
    options: {readonly targetFormat: 'truetype' | 'woff2'; readonly keepAllGlyphs?: boolean; readonly variationAxes?: Readonly<Record<string, number>>}
  ): Promise<Uint8Array>
}
