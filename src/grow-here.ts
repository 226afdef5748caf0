/** Grow the garden while Astro runs: in the dev server again and again, in other tools once. */

import {createRequire} from 'node:module'
import type {LoaderContext} from 'astro/loaders'
import config from '../garden.config.ts'
import {leaveGarden, type Site} from './grown.ts'
import {inTurn} from './in-turn.ts'
import {diagnose, format} from './garden/diagnostics.ts'
import {pictures} from './picture-service.ts'
import {optionsFrom, readSettings} from './settings.ts'

// Loaded by Node and not through Vite, whose module runner makes the same code several times slower (DESIGN.md, decision 4).
const {growSite, siteMemory}: typeof import('./grow-site.ts') = createRequire(import.meta.url)('./grow-site.ts')

const settings = readSettings()
const {options, problems} = optionsFrom(config, settings)

let growing: Promise<Site> | undefined

/** In development the garden grows again and again: what was prepared once stays at hand. */
const memory = import.meta.env.DEV ? siteMemory() : undefined

/**
 * One garden a round, whichever collection asks first.
 *
 * @throws When the author's configuration cannot be used.
 */
export async function growHere(): Promise<Site> {
  if (!options) throw new Error(problems.map((problem) => format(diagnose('config-invalid', {path: 'garden.config.ts'}, problem))).join('\n'))
  growing ??= growSite(settings, options, {pictures, ...(memory ? {memory} : {})})
  const site = await growing
  leaveGarden(site)
  return site
}

/** What the author was told while developing, so that an edit tells only what is new. */
let told: ReadonlySet<string> = new Set()

/** While developing, say what is wrong with the vault; what is only worth knowing is left to `npm run check`. */
function tell({logger}: LoaderContext, site: Site): void {
  const found = site.diagnostics.filter(({severity}) => severity !== 'info').map(format)
  for (const problem of found) if (!told.has(problem)) logger.warn(problem)
  if (told.size > 0 && found.length === 0) logger.warn('Everything that was told is mended.')
  told = new Set(found)
}

/** In development, a change in the vault grows the garden anew; what did not change comes from the memory. */
export function watchVault(context: LoaderContext, onGrown: (site: Site) => void): void {
  const {watcher, logger} = context
  if (!watcher || !options) return
  const grown = growHere().then((site) => tell(context, site))
  // One after another: a garden that took longer than the next one would stand in its place, with notes that are gone.
  const again = inTurn(async () => {
    growing = undefined
    const site = await growHere()
    onGrown(site)
    tell(context, site)
  }, grown, (error) => logger.error(String(error)))
  let timer: NodeJS.Timeout | undefined
  watcher.add(options.vault)
  for (const event of ['add', 'change', 'unlink'] as const) {
    watcher.on(event, (file) => {
      if (!file.startsWith(options.vault)) return
      if (memory && !/\.mdx?$/i.test(file)) memory.others += 1
      clearTimeout(timer)
      timer = setTimeout(again, 20)
    })
  }
}
