/** A static server for a published folder: what a plain host does, and nothing that one does not. */
import {createReadStream, existsSync, readFileSync} from 'node:fs'
import {createServer, type IncomingMessage, type Server, type ServerResponse} from 'node:http'
import {extname, join} from 'node:path'
import {createGzip} from 'node:zlib'
import {headersFor, parseHeaders, type HeaderRule} from './headers.ts'
import {resolveRequest, type Place} from './resolve.ts'
import {isPacked, typeOf} from './types.ts'

export interface ServerOptions extends Place {
  /** Port to take; without one, the first free from 4321. 0 is any free one. */
  readonly port?: number
  /** Name or address to listen at; `0.0.0.0` lets other machines in. */
  readonly host?: string
}

export interface Running {
  /** Address of the home page. */
  readonly url: string
  readonly close: () => Promise<void>
}

const firstPort = 4321
const lastPort = 4399

/**
 * Serve a published folder.
 *
 * @throws When the port that was asked for is taken, or none of the usual ones is free.
 */
export async function serveFolder(options: ServerOptions): Promise<Running> {
  const {base, host = 'localhost'} = options
  const rules = readRules(options.folder)
  const server = createServer((request, response) => answer(request, response, {...options, rules}))
  const port = await listen(server, options.port, host)
  const name = host === '0.0.0.0' || host === '::' ? 'localhost' : host

  return {
    url: `http://${name.includes(':') ? `[${name}]` : name}:${port}${encodeURI(base)}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      })
  }
}

function readRules(folder: string): HeaderRule[] {
  const file = join(folder, '_headers')
  return existsSync(file) ? parseHeaders(readFileSync(file, 'utf8')) : []
}

function answer(request: IncomingMessage, response: ServerResponse, site: Place & {rules: readonly HeaderRule[]}): void {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.writeHead(405, {allow: 'GET, HEAD'}).end()
    return
  }

  const found = resolveRequest(request.url ?? '/', site)
  if (found.kind === 'redirect') {
    response.writeHead(301, {location: found.location}).end()
  } else if (found.kind === 'bad') {
    response.writeHead(400, {'content-type': 'text/plain'}).end('Bad request\n')
  } else if (found.kind === 'file' && found.path !== '/_headers') {
    send(found.file, 200, {request, response, headers: headersFor(found.path, site.rules)})
  } else {
    send(join(site.folder, '404.html'), 404, {request, response, headers: headersFor('/404.html', site.rules)})
  }
}

interface Exchange {
  readonly request: IncomingMessage
  readonly response: ServerResponse
  readonly headers: ReadonlyMap<string, string>
}

function send(file: string, status: number, {request, response, headers}: Exchange): void {
  const stream = createReadStream(file)
  const type = typeOf(extname(file))
  const packed = isPacked(type) && /\bgzip\b/.test(request.headers['accept-encoding'] ?? '')

  stream.on('open', () => {
    response.writeHead(status, {
      'cache-control': 'no-cache',
      'content-type': type,
      ...(isPacked(type) ? {vary: 'accept-encoding'} : {}),
      ...(packed ? {'content-encoding': 'gzip'} : {}),
      ...Object.fromEntries([...headers].map(([name, value]) => [name.toLowerCase(), value]))
    })
    if (request.method === 'HEAD') {
      stream.destroy()
      response.end()
    } else if (packed) stream.pipe(createGzip()).pipe(response)
    else stream.pipe(response)
  })
  stream.on('error', () => {
    if (!response.headersSent) response.writeHead(404, {'content-type': 'text/plain'})
    response.end('Not found\n')
  })
}

async function listen(server: Server, port: number | undefined, host: string): Promise<number> {
  const last = port === undefined ? lastPort : port

  for (let next = port ?? firstPort; next <= last; next++) {
    const taken = await tryPort(server, next, host)
    if (taken !== undefined) return taken
  }

  throw new Error(
    port === undefined
      ? `No port from ${firstPort} to ${lastPort} is free; name one with --port.`
      : `Port ${port} is taken; name another with --port, or leave it out.`
  )
}

/** Port that was taken, or `undefined` if another program holds it. */
function tryPort(server: Server, port: number, host: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const failed = (error: NodeJS.ErrnoException): void => {
      if (error.code === 'EADDRINUSE') resolve(undefined)
      else reject(error)
    }
    server.once('error', failed)
    server.listen(port, host, () => {
      server.off('error', failed)
      const address = server.address()
      resolve(typeof address === 'object' && address !== null ? address.port : port)
    })
  })
}
