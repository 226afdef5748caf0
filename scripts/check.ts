/**
 * Say everything that is wrong with a vault, and build nothing.
 *
 *     npm run check [-- --vault folder] [--strict] [--json]
 *     npm run check -- --suggest-links [--write [--all]]
 *
 * Ends with 1 when there is an error; under `--strict` also for a warning. On
 * GitHub every problem is an annotation at its line, where its file is in the
 * checkout. With `--suggest-links` it
 * says instead where notes name others without a link, and with `--write` it
 * makes those links, one by one or all.
 */
import {byPlace, format} from '../src/garden/diagnostics.ts'
import {remarksOf} from '../src/garden/remarks.ts'
import {growSite} from '../src/grow-site.ts'
import {readArguments} from './arguments.ts'
import {annotation} from './output/annotation.ts'
import {count, counted, countsInWords, seconds, withStrictness} from './output/report.ts'
import {main, readRun, requireVault} from './run.ts'
import {upkeep} from './output/upkeep.ts'
import {suggestLinks, writeMode} from './suggest/suggest.ts'

await main(async () => {
  const began = Date.now()
  const {flags} = readArguments({json: {type: 'boolean'}, 'suggest-links': {type: 'boolean'}, write: {type: 'boolean'}, all: {type: 'boolean'}})
  const run = await readRun()
  requireVault(run)

  const write = writeMode(flags, process.stdin.isTTY)
  const garden = await growSite(run.settings, run.options, {onlyTell: true})
  if (flags.has('suggest-links') && flags.has('json')) return console.log(JSON.stringify(garden.suggestions(), null, 2))
  if (flags.has('suggest-links')) return suggestLinks(garden.suggestions(), {vault: run.options.vault, write})
  const diagnostics = withStrictness([...garden.diagnostics, ...remarksOf(garden), ...upkeep(garden, new Date().toISOString().slice(0, 10))], run.settings.strict).toSorted(byPlace)
  const counts = count(diagnostics)
  if (counts.errors > 0) process.exitCode = 1

  if (flags.has('json')) {
    console.log(JSON.stringify({notes: garden.pages.length, links: garden.edges.length, ...counts, diagnostics}, null, 2))
    return
  }

  for (const diagnostic of diagnostics) console.log(format(diagnostic))
  if (process.env['GITHUB_ACTIONS'] === 'true') {
    const {root} = run.settings
    for (const diagnostic of diagnostics) console.log(annotation(diagnostic, {vault: run.options.vault, root, workspace: process.env['GITHUB_WORKSPACE'] ?? root}))
  }
  console.log(
    `${counted(garden.pages.length, 'public note')}, ${counted(garden.edges.length, 'link')}: ${countsInWords(counts)} (${seconds(Date.now() - began)})`
  )
})
