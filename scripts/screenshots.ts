/**
 * Take the pictures of the README, and one of each kind of page to look at.
 *
 *     npm run screenshots [-- folder]
 *
 * Builds first. Without a folder only the README's picture is taken.
 */
import {spawnSync} from 'node:child_process'
import {mkdirSync} from 'node:fs'
import {join, resolve} from 'node:path'
import {chromium, type Browser} from 'playwright'
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
}

/** The picture that the README shows. */
const picture: Shot = {name: 'garden', path: 'patterns/circuit-breaker/', width: 1440, height: 900, scheme: 'light', full: false}

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

async function take(browser: Browser, {name, path, width, height, scheme, full}: Shot, {url, folder}: {url: string; folder: string}): Promise<void> {
  const context = await browser.newContext({viewport: {width, height}, colorScheme: scheme, reducedMotion: 'reduce'})
  const page = await context.newPage()
  await page.goto(url + path, {waitUntil: 'networkidle'})
  await page.evaluate(() => document.fonts.ready.then(() => undefined))
  await page.screenshot({path: join(folder, `${name}.png`), fullPage: full})
  await context.close()
}

await main(async () => {
  const {words} = readArguments()
  const from = process.env['INIT_CWD'] ?? root
  const folder = words[0] === undefined ? join(root, '.github') : resolve(from, words[0])
  if (spawnSync(process.execPath, [join(root, 'scripts', 'build.ts')], {stdio: 'inherit'}).status !== 0) throw new Stop('')

  const found = await ensureBrowser((text) => console.error(text))
  if ('missing' in found) throw new Stop(found.missing)
  const {settings, options} = await readRun()
  const site = await serveFolder({folder: settings.out, base: options.base, port: 0})
  const browser = await chromium.launch({executablePath: found.executablePath, args: found.args, env: {...process.env, ...found.env}})
  mkdirSync(folder, {recursive: true})

  const shots = words[0] === undefined ? [picture] : [picture, ...gallery]
  for (const shot of shots) await take(browser, shot, {url: site.url, folder})
  await browser.close()
  await site.close()
  console.log(`${shots.length === 1 ? 'The picture is' : `${shots.length} pictures are`} in ${folder}.`)
})
