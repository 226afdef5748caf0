/** A face to draw with: text becomes outlines, so that a picture needs no font where it is shown. */

import {readFileSync} from 'node:fs'
import {createRequire} from 'node:module'
import {join} from 'node:path'
import {create, type Font, type GlyphRun} from 'fontkit'
import {signs} from './signs.ts'

/** Text as outlines. */
interface Shape {
  /** Advance in em. */
  readonly width: number
  /** SVG, its origin at the start of the baseline and 1 em one unit. */
  readonly svg: string
}

export interface Face {
  /** Draw a word; signs that no font file has are left out. */
  readonly shape: (word: string) => Shape
  /** Whether there is an outline for the sign. */
  readonly knows: (grapheme: string) => boolean
}

export interface FaceFiles {
  /** Absolute path of the project. */
  readonly root: string
  /** One of the site's own font files. */
  readonly own: string
  /** The package and stem of the family's other files: `@fontsource-variable/inter/files/inter`. */
  readonly family: string
  /** What is added between letters, in em: large sizes are set closer. */
  readonly tracking?: number
}

/** The scripts that a family has in files of their own; each is opened when a text needs it. */
const scripts = [
  ['latin-ext', /[\u0100-\u02ba\u1e00-\u1e9f\u1ef2-\u1eff\u20a0-\u20c0]/],
  ['vietnamese', /[\u0102\u0103\u0110\u0111\u0128\u0129\u0168\u0169\u01a0\u01a1\u01af\u01b0\u1ea0-\u1ef9]/],
  ['cyrillic', /[\u0400-\u045f\u0490\u0491\u04b0\u04b1\u2116]/],
  ['cyrillic-ext', /[\u0460-\u052f]/],
  ['greek', /[\u0370-\u03ff]/]
] as const

const mostShapes = 2000

/**
 * Open a face.
 *
 * @throws
 *   When the site's own file cannot be read: the project is not whole then.
 */
export function openFace({root, own, family, tracking = 0}: FaceFiles): Face {
  const first = openPart(join(root, 'public', 'fonts', own), tracking)
  const find = createRequire(join(root, 'package.json'))
  const others = new Map<string, Part | undefined>()
  const shapes = new Map<string, Shape>()

  function other(script: string): Part | undefined {
    if (!others.has(script)) others.set(script, openIfThere(() => openPart(find.resolve(`${family}-${script}-wght-normal.woff2`), tracking)))
    return others.get(script)
  }

  function partFor(grapheme: string): Part | undefined {
    if (first.has(grapheme)) return first
    return scripts.filter(([, needs]) => needs.test(grapheme)).map(([script]) => other(script)).find((part) => part?.has(grapheme))
  }

  return {
    knows: (grapheme) => partFor(grapheme) !== undefined,
    shape: (word) => {
      const known = shapes.get(word) ?? draw(word, partFor)
      // Words come back from note to note, but not all of a large vault's need be held.
      if (shapes.size >= mostShapes) shapes.clear()
      shapes.set(word, known)
      return known
    }
  }
}

/** One font file. */
interface Part {
  readonly has: (grapheme: string) => boolean
  readonly draw: (run: string) => Shape
}

function openIfThere(open: () => Part): Part | undefined {
  try {
    return open()
  } catch {
    // A family without this script: the signs are left out.
    return undefined
  }
}

function openPart(file: string, tracking: number): Part {
  const font = create(readFileSync(file))
  const outlineOf = outlines()
  return {
    has: (grapheme) => Array.from(grapheme).every((sign) => font.hasGlyphForCodePoint(sign.codePointAt(0) ?? 0)),
    draw: (run) => outline(font, run, {tracking, outlineOf})
  }
}

type Glyph = GlyphRun['glyphs'][number]

/** Outlines of glyphs, each read from the font once. */
function outlines(): (glyph: Glyph) => string {
  const known = new Map<number, string>()
  return (glyph) => {
    const path = known.get(glyph.id) ?? glyph.path.toSVG()
    known.set(glyph.id, path)
    return path
  }
}

interface Setting {
  readonly tracking: number
  readonly outlineOf: (glyph: Glyph) => string
}

function outline(font: Font, text: string, {tracking, outlineOf}: Setting): Shape {
  const {glyphs, positions} = font.layout(text)
  const pieces: string[] = []
  let x = 0
  for (const [index, glyph] of glyphs.entries()) {
    const {xAdvance, xOffset, yOffset} = positions[index] ?? {xAdvance: 0, xOffset: 0, yOffset: 0}
    const path = outlineOf(glyph)
    if (path !== '') pieces.push(`<path transform="translate(${x + xOffset} ${yOffset})" d="${path}"/>`)
    x += xAdvance + tracking * font.unitsPerEm
  }
  const scale = 1 / font.unitsPerEm
  return {width: x * scale, svg: `<g transform="scale(${scale} ${-scale})">${pieces.join('')}</g>`}
}

/** Runs of one font file are drawn together, so that kerning counts. */
function draw(word: string, partFor: (grapheme: string) => Part | undefined): Shape {
  const runs: {readonly part: Part; text: string}[] = []
  for (const grapheme of signs(word)) {
    const part = partFor(grapheme)
    const last = runs.at(-1)
    if (part !== undefined && last?.part === part) last.text += grapheme
    else if (part !== undefined) runs.push({part, text: grapheme})
  }
  let width = 0
  const pieces = runs.map(({part, text}) => {
    const shape = part.draw(text)
    const piece = width === 0 ? shape.svg : `<g transform="translate(${width} 0)">${shape.svg}</g>`
    width += shape.width
    return piece
  })
  return {width, svg: pieces.join('')}
}
