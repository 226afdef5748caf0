/**
 * Show the site while it is written: every saved note is a page within moments.
 *
 *     npm run dev [-- --vault folder] [--port 4321] [--host 0.0.0.0]
 */
import {readArguments} from './arguments.ts'
import {main, readRun, requireVault} from './run.ts'
import {serveFlags} from './serve.ts'

await main(async () => {
  const {values} = readArguments(serveFlags)
  const run = await readRun()
  requireVault(run)

  process.env['ASTRO_TELEMETRY_DISABLED'] = '1'
  const port = values.get('port')
  const host = values.get('host')
  const {dev} = await import('astro')
  const server = await dev({
    root: run.settings.root,
    logLevel: 'warn',
    // Files whose route has no extension of its own (attachments, fonts of formulas) have no slash at their end either.
    trailingSlash: 'ignore',
    server: {...(port !== undefined && {port: Number(port)}), ...(host !== undefined && {host})}
  })

  console.log(`http://localhost:${server.address.port}${encodeURI(run.options.base)}\nCtrl-C stops it.`)
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => server.stop().then(() => process.exit(0)))
})
