/**
 * Pictures of parts of a window, as their pixels. By the browser's protocol itself: Playwright's pictures pack tightly and
 * make the window as large as what is shown, which takes six times as long.
 */
import type {CDPSession, Page} from 'playwright'
import sharp from 'sharp'

export interface Shot {
  /** Red, green and blue of each pixel in turn. */
  readonly data: Buffer
  readonly width: number
  readonly height: number
}

export interface Size {
  readonly width: number
  readonly height: number
}

export interface Part extends Size {
  readonly x: number
  readonly y: number
}

const sessions = new WeakMap<Page, Promise<CDPSession>>()

/** Make the window as large as what is to be shown, but not smaller than a usual one, which fits most: to change its size takes time. */
export async function makeRoom(page: Page, {width, height}: Size, usual: Size): Promise<void> {
  const wanted = {width: Math.max(usual.width, Math.ceil(width)), height: Math.max(usual.height, Math.ceil(height))}
  const now = page.viewportSize()
  if (now?.width !== wanted.width || now.height !== wanted.height) await page.setViewportSize(wanted)
}

/**
 * Take a picture of what the window shows now.
 *
 * @param part In whole pixels of the window; what lies outside of it is not there.
 * @throws When it does not lie in the window.
 */
export async function shoot(page: Page, part: Part): Promise<Shot> {
  const window = page.viewportSize()
  const fits = window && part.x >= 0 && part.y >= 0 && part.x + part.width <= window.width && part.y + part.height <= window.height
  if (!fits) throw new Error(`${JSON.stringify(part)} does not lie in the window of ${JSON.stringify(window)}`)
  const session = sessions.get(page) ?? page.context().newCDPSession(page)
  sessions.set(page, session)
  const {data: png} = await (await session).send('Page.captureScreenshot', {format: 'png', optimizeForSpeed: true, clip: {...part, scale: 1}})
  const {data, info} = await sharp(Buffer.from(png, 'base64')).removeAlpha().raw().toBuffer({resolveWithObject: true})
  return {data, width: info.width, height: info.height}
}
