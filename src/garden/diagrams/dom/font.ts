import {readFile} from 'node:fs/promises'
import {create, type Font} from 'fontkit'
import subsetFont from 'subset-font'

/** How a run of text is set. Slant does not matter: the site's sans has no italic, and browsers slant without widening. */
interface TextStyle {
  /** Pixels. */
  readonly size: number
  readonly weight: number
}

/** Widths and heights of text, from the very font file that the page will use. */
export interface Measurer {
  /** Advance in pixels. */
  width(text: string, style: TextStyle): number
  /** Pixels above and below the baseline, rounded as browsers round them. */
  lines(style: TextStyle): {readonly ascent: number; readonly descent: number; readonly gap: number}
  /** Height of `x` in em. */
  readonly xHeight: number
}

/** Advances in em of characters that the font lacks: the reader's system draws them, nobody knows with what. */
const fallback = {narrow: 0.55, wide: 1, emoji: 1.25, hidden: 0}

const wide = /^[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/
const emoji = /^(?:\p{Emoji_Presentation}|\p{Extended_Pictographic}\ufe0f?|\p{Regional_Indicator})/u
const hidden = /^[\u200b-\u200f\u2060-\u2064\ufeff]/

const graphemes = new Intl.Segmenter('en', {granularity: 'grapheme'})

/**
 * Read a font file (woff2 or TrueType, with a weight axis or without).
 *
 * @throws
 *   When the file cannot be read or is no font: nothing can be drawn then.
 */
export async function openFont(file: string): Promise<Measurer> {
  const bytes = await readFile(file)
  // fontkit varies TrueType only; harfbuzz unpacks the woff2.
  const font = create(await subsetFont(bytes, undefined, {targetFormat: 'truetype', keepAllGlyphs: true}))
  const face = faces(font)
  const widths = new Map<string, number>()

  return {
    width(text, style) {
      const {weight, font: instance} = face(style.weight)
      const key = `${weight} ${text}`
      const known = widths.get(key) ?? advance(text, instance)
      widths.set(key, known)
      return known * style.size
    },
    lines({size}) {
      const {ascent, descent, lineGap, unitsPerEm} = font
      const scale = size / unitsPerEm
      return {ascent: Math.round(ascent * scale), descent: Math.round(-descent * scale), gap: lineGap * scale}
    },
    xHeight: font.xHeight / font.unitsPerEm
  }
}

/** Instances of a font by weight, clamped to what it has, made when asked for. */
function faces(font: Font): (weight: number) => {weight: number; font: Font} {
  const axis = font.variationAxes.wght
  const made = new Map<number, Font>()
  return (wanted) => {
    const weight = axis ? Math.min(axis.max, Math.max(axis.min, wanted)) : 400
    const instance = made.get(weight) ?? (axis ? font.getVariation({wght: weight}) : font)
    made.set(weight, instance)
    return {weight, font: instance}
  }
}

/** Advance in em. Runs of known characters are shaped together, so that kerning counts. */
function advance(text: string, font: Font): number {
  let width = 0
  let run = ''
  const flush = (): void => {
    if (run) width += font.layout(run).advanceWidth / font.unitsPerEm
    run = ''
  }
  for (const {segment} of graphemes.segment(text)) {
    const known = font.hasGlyphForCodePoint(segment.codePointAt(0) ?? 0)
    if (known && !hidden.test(segment)) run += segment
    else {
      flush()
      width += fallback[kindOf(segment)]
    }
  }
  flush()
  return width
}

function kindOf(segment: string): keyof typeof fallback {
  if (hidden.test(segment)) return 'hidden'
  if (emoji.test(segment)) return 'emoji'
  return wide.test(segment) ? 'wide' : 'narrow'
}
