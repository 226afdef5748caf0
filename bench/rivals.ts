/**
 * Measure a build beside Starlight's, with the same notes, on the same machine, in turn.
 *
 *     npm run bench:rivals [-- 1000]
 *
 * Starlight is installed from npm into a folder that is deleted afterwards. It knows no links between notes, no graph
 * and no previews; it has its index of words (Pagefind, as here), colours code, and prints its tree into every page.
 */
import {mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {basename, dirname, join} from 'node:path'
import {installIn, ownVersion} from './fetched.ts'
import {measure, sizeOf, yardstick, type Measured} from './measure.ts'
import {writeSection} from './results.ts'
import {writeVault} from './vault.ts'

const root = join(import.meta.dirname, '..')
const starlight = '0.42.4'
const rounds = 2

/** Astro's own command keeps what Node makes of its modules, for the next time: no build here has that. */
const firstTime = {NODE_DISABLE_COMPILE_CACHE: '1'}

interface Rival {
  readonly name: string
  /** What it is given besides a title. */
  readonly settings: string
}

const rivals: readonly Rival[] = [
  {name: 'Starlight, as it comes', settings: ''},
  {name: 'Starlight without its tree', settings: `, sidebar: [{label: 'Notes', link: '/'}], pagination: false`},
  {name: 'Starlight without tree and coloured code', settings: `, sidebar: [{label: 'Notes', link: '/'}], pagination: false, expressiveCode: false`}
]

const count = Number(process.argv[2] ?? 1000)
const home = mkdtempSync(join(tmpdir(), 'trellis-rivals-'))
const vault = join(home, 'vault')
const site = join(home, 'starlight')

/** Each note as Starlight takes it: its title as a property. */
function copyNotes(): void {
  for (const path of readdirSync(vault, {recursive: true, encoding: 'utf8'}).filter((name) => name.endsWith('.md'))) {
    const text = readFileSync(join(vault, path), 'utf8').replace(/^---\n[\s\S]*?\n---\n/, '')
    const to = join(site, 'src', 'content', 'docs', path)
    mkdirSync(dirname(to), {recursive: true})
    writeFileSync(to, `---\ntitle: ${JSON.stringify(basename(path, '.md'))}\n---\n${text}`)
  }
}

function install(): void {
  installIn(site, {astro: ownVersion('astro'), '@astrojs/starlight': starlight, node: ownVersion('node')})
  mkdirSync(join(site, 'src', 'content', 'docs'), {recursive: true})
  writeFileSync(
    join(site, 'src', 'content.config.ts'),
    `import {defineCollection} from 'astro:content'\nimport {docsLoader} from '@astrojs/starlight/loaders'\nimport {docsSchema} from '@astrojs/starlight/schema'\nexport const collections = {docs: defineCollection({loader: docsLoader(), schema: docsSchema()})}\n`
  )
}

async function buildRival({settings}: Rival): Promise<Measured> {
  for (const folder of ['dist', '.astro', 'node_modules/.astro', 'node_modules/.vite']) rmSync(join(site, folder), {recursive: true, force: true})
  writeFileSync(join(site, 'astro.config.mjs'), `import starlight from '@astrojs/starlight'\nexport default {integrations: [starlight({title: 'Notes'${settings}})]}\n`)
  return checked(await measure([join(site, 'node_modules/.bin/node'), join(site, 'node_modules/.bin/astro'), 'build'], {ASTRO_TELEMETRY_DISABLED: '1', NODE_OPTIONS: '', ...firstTime}, site))
}

async function buildOwn(): Promise<Measured> {
  for (const folder of ['dist', 'cache']) rmSync(join(home, folder), {recursive: true, force: true})
  const command = [process.execPath, join(root, 'scripts', 'build.ts'), '--vault', vault, '--out', join(home, 'dist'), '--quiet']
  return checked(await measure(command, {GARDEN_CACHE: join(home, 'cache'), CI: '1', ...firstTime}))
}

function checked(measured: Measured): Measured {
  if (measured.code !== 0) throw new Error(`A build failed:\n${measured.output.slice(-4000)}`)
  return measured
}

/** The round that took the processor least: what else runs on a machine only makes it more. */
function best(all: readonly Measured[]): Measured | undefined {
  return all.toSorted((a, b) => a.user - b.user)[0]
}

function rowOf(name: string, {user, system, wall, peak}: Measured, {own, folder}: {own: Measured; folder: string}): string {
  return `| ${[name, (user / count).toFixed(2), (user / own.user).toFixed(2), system, (wall / 1000).toFixed(1), peak, Math.round(sizeOf(folder) / 1e6)].join(' | ')} |`
}

async function main(): Promise<void> {
  writeVault(vault, count)
  install()
  copyNotes()
  const cases = [{name: 'Trellis', build: buildOwn, folder: join(home, 'dist')}, ...rivals.map((rival) => ({name: rival.name, build: () => buildRival(rival), folder: join(site, 'dist')}))]
  const measured = new Map<string, Measured[]>(cases.map(({name}) => [name, []]))
  const sizes = new Map<string, string>()
  let own: Measured | undefined
  for (let round = 0; round < rounds; round += 1) {
    for (const {name, build, folder} of cases) {
      const all = measured.get(name) ?? []
      all.push(await build())
      if (name === 'Trellis') own = best(all)
      const least = best(all)
      if (own && least) sizes.set(name, rowOf(name, least, {own, folder}))
      console.log(`${name}: ${all.map(({user}) => user).join(', ')} ms`)
    }
  }
  writeSection('Beside Starlight', [
    `Written by \`npm run bench:rivals\`: ${count} of the notes above, cold, in turn, the better of ${rounds} rounds each; Starlight ${starlight} on the same`,
    `Astro and Node. The yardstick took ${yardstick()} ms. Starlight resolves no links and makes no graph, backlinks or previews.`,
    '',
    '| program | user ms a note | ratio | system ms | seconds | peak MB | site MB |',
    '| --- | ---: | ---: | ---: | ---: | ---: | ---: |',
    ...sizes.values()
  ])
}

try {
  await main()
} finally {
  rmSync(home, {recursive: true, force: true})
}
