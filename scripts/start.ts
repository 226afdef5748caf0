/**
 * Build the site and serve it: the one command of a newcomer.
 *
 *     npm start [-- --vault folder] [--port 4321] …
 */
import {spawnSync} from 'node:child_process'
import {join} from 'node:path'
import {readArguments} from './arguments.ts'
import {seconds} from './output/report.ts'
import {main, readRun, Stop} from './run.ts'
import {closeOnSignal, serve, serveFlags} from './serve.ts'

await main(async () => {
  const began = Number(process.env['GARDEN_BEGAN'] ?? Date.now())
  const args = readArguments({...serveFlags, quiet: {type: 'boolean'}, force: {type: 'boolean'}})
  const passed = ['quiet', 'force'].filter((flag) => args.flags.has(flag)).map((flag) => `--${flag}`)

  // In a process of its own, so that serving does not hold on to what building took; it tells how long building alone took.
  const built = spawnSync(process.execPath, [join(import.meta.dirname, 'build.ts'), ...passed], {stdio: 'inherit', env: {...process.env, GARDEN_BEGAN: String(Date.now())}})
  if (built.status !== 0) throw new Stop('', built.status ?? 1)

  const running = await serve(await readRun(), args)
  closeOnSignal(running)
  console.log(`\n  ${running.url}\n\n  Ready ${seconds(Date.now() - began)} after the command. Ctrl-C stops it.`)
})
