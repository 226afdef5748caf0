/** Whether text can be read: its colour against what really lies under it. */
import type {Locator, Page} from 'playwright'
import {type Part, shoot, type Shot} from './shot.ts'

type Colour = readonly [red: number, green: number, blue: number]

interface Text {
  readonly text: string
  /** Negative where there is none, or none that could be understood. */
  readonly colour: Colour
  /** Opacity of the text with everything around it. */
  readonly alpha: number
  /** Pixels from the corner of the drawing. */
  readonly box: readonly [left: number, top: number, right: number, bottom: number]
}

export interface Read {
  readonly text: string
  /** Contrast as WCAG 2 counts it, 1 to 21. */
  readonly ratio: number
}

/** Contrast of every text of a drawing, which must lie in the window. The texts are hidden while a picture is taken of what lies under them. */
export async function contrasts(drawing: Locator): Promise<Read[]> {
  const texts = await drawing.evaluate(textsOf)
  const shot = await shoot(drawing.page(), wholePixels(await drawing.boundingBox()))
  await drawing.evaluate((svg) => svg.classList.remove('hidden-text'))
  return texts.map(({text, colour, alpha, box}) => {
    const ground = commonest(shot, box)
    const seen: Colour = [mix(colour[0], ground[0], alpha), mix(colour[1], ground[1], alpha), mix(colour[2], ground[2], alpha)]
    return {text, ratio: colour[0] < 0 ? 0 : ratio(seen, ground)}
  })
}

/** The pixels that a drawing touches. */
function wholePixels(box: Part | null): Part {
  if (!box) throw new Error('The drawing is not shown.')
  const [x, y] = [Math.floor(box.x), Math.floor(box.y)]
  return {x, y, width: Math.ceil(box.x + box.width) - x, height: Math.ceil(box.y + box.height) - y}
}

/** Let drawings hide their texts at once; the grounds of labels stay. */
export async function hideText(page: Page): Promise<void> {
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(`
      * { transition: none !important }
      .hidden-text :is(text, tspan) { visibility: hidden }
      .hidden-text foreignObject * { color: transparent !important; text-decoration: none !important }`)
    document.adoptedStyleSheets = [sheet]
  })
}

/** Runs in the page: the texts of a drawing, which is left with its texts hidden. */
function textsOf(svg: Element): Text[] {
  const corner = svg.getBoundingClientRect()
  const opacity = (element: Element | null): number =>
    element && element !== svg ? Number(getComputedStyle(element).opacity) * opacity(element.parentElement) : 1
  const describe = (node: Node, parent: Element): Text => {
    const range = document.createRange()
    range.selectNodeContents(node)
    const {left, top, right, bottom} = range.getBoundingClientRect()
    const {fill, fillOpacity, color} = getComputedStyle(parent)
    const [paint, part] = parent.namespaceURI === 'http://www.w3.org/2000/svg' ? [fill, Number(fillOpacity)] : [color, 1]
    const [red = -1, green = -1, blue = -1, own = 1] = (paint.match(/^rgba?\(([^)]*)\)$/)?.[1] ?? '').split(/[\s,/]+/).map(Number)
    const box = [left - corner.left, top - corner.top, right - corner.left, bottom - corner.top] as const
    return {text: node.nodeValue?.trim() ?? '', colour: [red, green, blue], alpha: own * part * opacity(parent), box}
  }

  const walker = document.createTreeWalker(svg, NodeFilter.SHOW_TEXT)
  const found: Text[] = []
  while (walker.nextNode()) {
    const parent = walker.currentNode.parentElement
    if (parent && !parent.closest('title, desc')) found.push(describe(walker.currentNode, parent))
  }
  svg.classList.add('hidden-text')
  return found.filter(({text, box: [left, , right]}) => text !== '' && right - left >= 1)
}

/** The colour that most pixels of a box have. */
function commonest({data, width, height}: Shot, [left, top, right, bottom]: Text['box']): Colour {
  const counts = new Map<number, number>()
  for (let y = Math.max(0, Math.floor(top)); y < Math.min(height, bottom); y++) {
    for (let x = Math.max(0, Math.floor(left)); x < Math.min(width, right); x++) {
      const colour = data.readUIntBE((y * width + x) * 3, 3)
      counts.set(colour, (counts.get(colour) ?? 0) + 1)
    }
  }
  const [[colour] = [0]] = [...counts].sort(([, one], [, other]) => other - one)
  return [colour >> 16, (colour >> 8) & 255, colour & 255]
}

function mix(over: number, under: number, alpha: number): number {
  return over * alpha + under * (1 - alpha)
}

function ratio(one: Colour, other: Colour): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b)
  return (light + 0.05) / (dark + 0.05)
}

function luminance(colour: Colour): number {
  const [red = 0, green = 0, blue = 0] = colour.map((channel) => {
    const part = channel / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
