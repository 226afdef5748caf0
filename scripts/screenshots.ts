/**
 * Take the pictures of README and DESIGN, and one of each kind of page to look at.
 *
 *     npm run screenshots [-- folder]
 *
 * Builds first. Without a folder only the pictures of the documents are taken.
 */
import {spawnSync} from 'node:child_process'
import {mkdirSync} from 'node:fs'
import {join, resolve} from 'node:path'
import {chromium, type Browser} from 'playwright'
import sharp from 'sharp'
import {readArguments, root} from './arguments.ts'
import {ensureBrowser} from './browser.mjs'
import {main, readRun, Stop} from './run.ts'
import {serveFolder} from './server/server.ts'

interface Shot {
  readonly name: string
  /** Address under the base. */
  readonly path: string
  readonly width: number
  readonly height: number
  readonly scheme: 'light' | 'dark'
  readonly full: boolean
  /** What is pressed before the picture is taken. */
  readonly opens?: string
}

/** Bits a pixel below which a picture shows nothing but its ground. */
const emptiest = 0.1

/** Colours that a picture may have. */
const colours = 64

const desk = {width: 1440, height: 900, full: false} as const
const phone = {width: 390, height: 844, full: false} as const

/** The picture that the README shows, and those of the page on the look. */
const pictures: readonly Shot[] = [
  {...desk, name: 'garden', path: 'patterns/circuit-breaker/', scheme: 'light'},
  {...desk, name: 'look-home', path: '', scheme: 'dark'},
  {...desk, name: 'look-folder', path: 'tools/', scheme: 'light'},
  {...desk, name: 'look-figure', path: 'patterns/circuit-breaker/#how-it-works', scheme: 'dark'},
  {...phone, name: 'look-phone', path: 'patterns/circuit-breaker/', scheme: 'light'},
  {...phone, name: 'look-sheet', path: 'patterns/circuit-breaker/', scheme: 'light', opens: '.thumb [popovertarget=contents]'}
]

const pages = [
  ['home', ''],
  ['note', 'patterns/circuit-breaker/'],
  ['folder', 'tools/'],
  ['notes', 'notes/'],
  ['tags', 'tags/'],
  ['missing', '404.html']
] as const

/** Every kind of page, at a desk, on a tablet and on a phone, by day and by night. */
const gallery: readonly Shot[] = pages.flatMap(([name, path]) =>
  [1440, 1024, 390].flatMap((width) =>
    (['light', 'dark'] as const).map((scheme) => ({name: `${name}-${width}-${scheme}`, path, width, height: 900, scheme, full: true}))
  )
)

async function take(browser: Browser, {name, path, width, height, scheme, full, opens}: Shot, {url, folder}: {url: string; folder: string}): Promise<void> {
  const context = await browser.newContext({viewport: {width, height}, colorScheme: scheme, reducedMotion: 'reduce'})
  const page = await context.newPage()
  await page.goto(url + path, {waitUntil: 'networkidle'})
  await page.evaluate(() => document.fonts.ready.then(() => undefined))
  if (opens) await page.locator(opens).click()
  // Loaded is not drawn yet: two frames later it is, on a busy machine too.
  await page.evaluate(() => new Promise<void>((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve()))))
  const taken = await page.screenshot({fullPage: full})
  if ((await sharp(taken).stats()).entropy < emptiest) throw new Stop(`The picture “${name}” is empty; take it again.`)
  // Paper and ink are few colours: a palette of them is a quarter of the bytes.
  await sharp(taken).png({palette: true, colours, effort: 10}).toFile(join(folder, `${name}.png`))
  await context.close()
}

await main(async () => {
  const {words} = readArguments()
  const from = process.env['INIT_CWD'] ?? root
  const folder = words[0] === undefined ? join(root, '.github') : resolve(from, words[0])
  if (spawnSync(process.execPath, [join(root, 'scripts', 'build.ts')], {stdio: 'inherit'}).status !== 0) throw new Stop('')

  const found = await ensureBrowser((text) => console.error(text), {whole: true})
  if ('missing' in found) throw new Stop(found.missing)
  const {settings, options} = await readRun()
  const site = await serveFolder({folder: settings.out, base: options.base, port: 0})
  const browser = await chromium.launch({executablePath: found.executablePath, args: found.args, env: {...process.env, ...found.env}})
  mkdirSync(folder, {recursive: true})

  const shots = words[0] === undefined ? pictures : [...pictures, ...gallery]
  for (const shot of shots) await take(browser, shot, {url: site.url, folder})
  await browser.close()
  await site.close()
  console.log(`${shots.length} pictures are in ${folder}.`)
})
