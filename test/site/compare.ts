/** Two drawings side by side: how far their sizes and their pixels are apart. */
import type {Page} from 'playwright'
import {makeRoom, shoot, type Size} from './shot.ts'

/** Channels that are closer than this, of 255, are the same to the eye: edges are softened a little otherwise for a hundredth of a pixel. */
const tolerance = 24

export interface Difference {
  /** Pixels of the view box, the larger of the two differences. */
  readonly size: number
  /** Pixels that differ, in percent of all. */
  readonly pixels: number
}

/** Compare two SVGs as the browser of `page` shows them, each at its own size in a frame for both. */
export async function compare(page: Page, one: string, other: string): Promise<Difference> {
  const [a, b] = [sizeOf(one), sizeOf(other)]
  const size = Math.max(Math.abs(a.width - b.width), Math.abs(a.height - b.height))
  const frame = {width: Math.ceil(Math.max(a.width, b.width)) + 2, height: Math.ceil(Math.max(a.height, b.height)) + 2}
  const [first, second] = [await picture(page, one, frame), await picture(page, other, frame)]
  return {size, pixels: first.equals(second) ? 0 : (100 * differing(first, second)) / (frame.width * frame.height)}
}

function sizeOf(svg: string): Size {
  const [, , width = 400, height = 80] = (/viewBox="([^"]*)"/.exec(svg)?.[1] ?? '').split(/[\s,]+/).filter(Boolean).map(Number)
  return {width, height}
}

/** A window that most drawings fit in. */
const usual: Size = {width: 1600, height: 1200}

/** Bytes of the pixels, red, green and blue in turn. */
async function picture(page: Page, svg: string, frame: Size): Promise<Buffer> {
  const {width, height} = sizeOf(svg)
  await makeRoom(page, frame, usual)
  await page.evaluate(
    ([markup, wide, high]) => {
      document.body.style.margin = '0'
      document.body.innerHTML = markup
      const drawing = document.querySelector('svg')
      drawing?.setAttribute('style', `display:block;width:${wide}px;height:${high}px`)
    },
    [svg, width, height] as const
  )
  return (await shoot(page, {x: 0, y: 0, ...frame})).data
}

function differing(one: Buffer, other: Buffer): number {
  let count = 0
  for (let at = 0; at < one.length; at += 3) {
    const far = [0, 1, 2].some((channel) => Math.abs((one[at + channel] ?? 0) - (other[at + channel] ?? 0)) > tolerance)
    if (far) count++
  }
  return count
}
