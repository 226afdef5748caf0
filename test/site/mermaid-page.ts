/** Mermaid in a browser and mermaid in Node, given the same: configuration, font, clock and dice. */
import {once} from 'node:events'
import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {Worker} from 'node:worker_threads'
import {chromium, type Browser, type Page} from 'playwright'
import {ensureBrowser} from '../../scripts/browser.mjs'
import {config} from '../../src/garden/diagrams/config.ts'
import {markLinks} from '../../src/garden/diagrams/wiki.ts'
import {fontFile} from '../corpus.ts'
import {standInFont, standInRange} from './stand-in-font.ts'

const root = join(import.meta.dirname, '..', '..')

/** What mermaid is given of a source: words in place of `[[links]]`. */
export function bare(source: string): string {
  return markLinks(source, false).source
}

/** Faces of a page that has no files: the site's sans, and boxes under the same name for what it lacks. */
export const faces = [
  face(readFileSync(fontFile), ''),
  face(standInFont(), `;unicode-range:${standInRange}`)
].join('')

function face(bytes: Buffer, range: string): string {
  return `@font-face{font-family:Inter;font-weight:400 600;src:url(data:font/woff2;base64,${bytes.toString('base64')})${range}}`
}

export interface Renderer {
  /** The SVG, as mermaid gives it. */
  render(source: string): Promise<string>
  close(): Promise<void>
}

/** A browser that sets letters where the font says: hinting would move them to whole pixels. With none at all, some of the browsers that set-up finds count a row of ink more. */
export async function openStill(): Promise<Browser> {
  const found = await ensureBrowser(() => {})
  if ('missing' in found) throw new Error(found.missing)
  const {executablePath, args, env} = found
  return chromium.launch({executablePath, args: [...args, '--font-render-hinting=slight'], env: {...process.env, ...env}})
}

/** An empty page with the faces of drawings, in a place and at a time that are the same everywhere. */
export async function openPage(browser: Browser): Promise<Page> {
  const context = await browser.newContext({viewport: {width: 1280, height: 900}, timezoneId: 'UTC', locale: 'en-US', offline: true})
  const page = await context.newPage()
  await page.clock.setFixedTime(new Date('2000-01-01T00:00:00Z'))
  await page.setContent(`<!doctype html><meta charset="utf-8"><style>${faces}</style>`)
  await page.evaluate(() => Promise.all([...document.fonts].map((face) => face.load())))
  return page
}

/** Mermaid's own bundle in a page: what a reader's browser would do. */
export async function openMermaidPage(browser: Browser): Promise<Renderer> {
  const page = await openPage(browser)
  await page.addScriptTag({path: join(root, 'node_modules', 'mermaid', 'dist', 'mermaid.min.js')})
  await page.addScriptTag({content: drawInPage})
  await page.evaluate(`mermaid.initialize(${JSON.stringify(config('light'))})`)
  return {
    async render(source) {
      return String(await page.evaluate(`draw(${JSON.stringify(source)})`))
    },
    close: () => page.context().close()
  }
}

/** Draw a source with dice thrown as `dom/fixed.ts` throws them, and leave the page empty. */
const drawInPage = `
  async function draw(source) {
    let state = 0x811c9dc5
    for (let index = 0; index < source.length; index++) state = Math.imul(state ^ source.charCodeAt(index), 0x01000193)
    Math.random = () => {
      state = (state + 0x6d2b79f5) | 0
      const once = Math.imul(state ^ (state >>> 15), 1 | state)
      const twice = (once + Math.imul(once ^ (once >>> 7), 61 | once)) ^ once
      return ((twice ^ (twice >>> 14)) >>> 0) / 2 ** 32
    }
    mermaid.mermaidAPI.reset()
    try {
      return (await mermaid.render('m', source)).svg
    } finally {
      document.body.replaceChildren()
    }
  }`

/** Mermaid in a thread of Node: what the build does. */
export function openMermaidThread(): Renderer {
  const thread = new Worker(new URL('./raw-worker.ts', import.meta.url), {workerData: fontFile, execArgv: []})
  return {
    async render(source) {
      const reply = once(thread, 'message')
      thread.postMessage(source)
      const [svg] = await reply
      return String(svg)
    },
    async close() {
      await thread.terminate()
    }
  }
}
