/**
 * Serve the published folder.
 *
 *     node scripts/serve.ts [--out dist] [--base /repo/] [--port 4321] [--host localhost]
 */
import {existsSync} from 'node:fs'
import {join} from 'node:path'
import {pathToFileURL} from 'node:url'
import {readArguments, type Arguments} from './arguments.ts'
import {main, readRun, reasonOf, Stop, type Run} from './run.ts'
import {serveFolder, type Running} from './server/server.ts'

export const serveFlags = {port: {type: 'string'}, host: {type: 'string'}} as const

/**
 * Serve the folder of this run.
 *
 * @throws {Stop} When nothing was built, or the port cannot be had.
 */
export async function serve({settings, options}: Run, {values}: Arguments): Promise<Running> {
  const port = Number(values.get('port'))
  const host = values.get('host')

  if (values.has('port') && !(Number.isInteger(port) && port >= 0 && port < 65536)) {
    throw new Stop(`--port is “${values.get('port')}”; it should be a number from 0 to 65535.`)
  }
  if (!existsSync(join(settings.out, 'index.html'))) {
    throw new Stop(`${settings.out} holds no site: run npm run build first.`)
  }

  try {
    return await serveFolder({
      folder: settings.out,
      base: options.base,
      ...(values.has('port') && {port}),
      ...(host !== undefined && {host})
    })
  } catch (error) {
    throw new Stop(`The site cannot be served: ${reasonOf(error)}.`)
  }
}

/** Close the server and end when somebody asks for it. */
export function closeOnSignal(running: Running): void {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => running.close().then(() => process.exit(0)))
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await main(async () => {
    const args = readArguments(serveFlags)
    const running = await serve(await readRun(), args)
    closeOnSignal(running)
    console.log(`${running.url}\nCtrl-C stops it.`)
  })
}
