/** The part of fontkit that measuring and drawing need; the package has no types of its own. */
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
    layout(text: string): GlyphRun
  }
  export interface GlyphRun {
    readonly advanceWidth: number
    readonly glyphs: readonly {readonly id: number; readonly path: {toSVG(): string}}[]
    /** In units of the font, as the advance is. */
    readonly positions: readonly {readonly xAdvance: number; readonly xOffset: number; readonly yOffset: number}[]
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
