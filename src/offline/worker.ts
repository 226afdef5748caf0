/**
 * The service worker: what a reader has read stays readable without a network.
 *
 * It is made whole by `scripts/output/offline.ts`, which takes the types away
 * and puts the three values below before it. Its cache holds one build and never
 * parts of two: whatever goes in has the hash that this build's list gives it.
 */

/** Hash of everything that was published, the base path, and the number of files that list it. */
declare const build: string
declare const base: string
declare const shards: number
declare const self: Scope

/** What a service worker has that a page has not, as far as it is used here. */
interface Scope {
  readonly addEventListener: <Name extends keyof Events>(name: Name, listen: (event: Events[Name]) => void) => void
  readonly skipWaiting: () => Promise<void>
  readonly clients: {readonly claim: () => Promise<void>}
  readonly registration: {readonly update: () => Promise<unknown>}
  readonly location: Location
}

interface Lasting {
  readonly waitUntil: (work: Promise<unknown>) => void
}

interface Events {
  readonly install: Lasting
  readonly activate: Lasting
  readonly fetch: Lasting & {readonly request: Request; readonly respondWith: (response: Promise<Response>) => void}
  readonly message: Lasting & {readonly data: unknown; readonly ports: readonly MessagePort[]}
}

/** Path under the base, to hash and bytes. */
type Listed = Readonly<Record<string, readonly [hash: string, bytes: number]>>

const prefix = `trellis:${base}:`
const name = prefix + build
/** Under this address stands that the reader wants the whole garden. */
const wish = `${base}reader/offline/whole`
/** What is shown where nothing else can be. */
const fallback = 'reader/offline/'

/** Files that are fetched together when the whole garden is taken in. */
const together = 6

// ── The list of this build ──────────────────────────────────────────────────

const lists = new Map<number, Promise<Listed>>()

/** Which file lists a path (FNV-1a, as the build has it). */
function shardOf(path: string): number {
  let hash = 2166136261
  for (let at = 0; at < path.length; at += 1) hash = Math.imul(hash ^ path.charCodeAt(at), 16777619)
  return (hash >>> 0) % shards
}

/** One file of the list; its name has the build in it, so it is always this one's. */
function listOf(shard: number): Promise<Listed> {
  const known = lists.get(shard) ?? loadList(shard)
  lists.set(shard, known)
  known.catch(() => lists.delete(shard))
  return known
}

async function loadList(shard: number): Promise<Listed> {
  const cache = await caches.open(name)
  const address = `${base}reader/offline/${build}-${shard}.json`
  const kept = await cache.match(address)
  if (kept) return kept.json()
  const response = await fetch(address)
  if (!response.ok) throw new Error('This build is no longer published.')
  await cache.put(address, response.clone())
  return response.json()
}

/** Hash of a path in this build; nothing if it has no such file. */
async function hashOf(path: string): Promise<string | undefined> {
  const list = await listOf(shardOf(path))
  return Object.hasOwn(list, path) ? list[path]?.[0] : undefined
}

// ── Keeping ─────────────────────────────────────────────────────────────────

/** Path of an address under the base, as the list has it; nothing for what is never kept. */
function pathOf(address: string): string | undefined {
  const {origin, pathname} = new URL(address)
  if (origin !== self.location.origin || !pathname.startsWith(base)) return undefined
  try {
    const path = decodeURIComponent(pathname.slice(base.length)).normalize('NFC')
    return /^(?:sw\.js|garden\.zip|reader\/offline\/.+)$/.test(path) ? undefined : path
  } catch {
    return undefined
  }
}

function addressOf(path: string): string {
  return base + path.split('/').map(encodeURIComponent).join('/')
}

async function digest(bytes: ArrayBuffer): Promise<string> {
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
  return [...hash.slice(0, 8)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}

/** Keep a response if it is this build's; whether it is. */
async function keep(cache: Cache, path: string, response: Response): Promise<boolean> {
  if (!response.ok || response.redirected) return false
  const hash = await hashOf(path)
  if (hash === undefined || hash !== (await digest(await response.clone().arrayBuffer()))) return false
  await cache.put(addressOf(path), response)
  return true
}

/** Fetch a file past all caches but the browser's own check, and keep it. */
async function take(cache: Cache, path: string): Promise<boolean> {
  const response = await fetch(addressOf(path), {cache: 'no-cache'})
  return keep(cache, path, response)
}

/** Take what an earlier build's cache has that this build has, too: as it is, or anew. What was withdrawn stays behind. */
async function carry(cache: Cache, old: Cache): Promise<void> {
  for (const {url} of await old.keys()) {
    const path = pathOf(url)
    const kept = await old.match(url)
    if (url.endsWith(wish) && kept) await cache.put(wish, kept)
    else if (path !== undefined && kept && !(await keep(cache, path, kept)) && (await hashOf(path)) !== undefined) await take(cache, path)
  }
  await carryScripts(cache, old)
}

/** Name of a script or sheet without the hash in it: what it is called in every build. */
function stemOf(path: string): string {
  return path.replace(/\.[\w-]{8}(\.\w+)$/, '$1')
}

/** Scripts and sheets have other names when they change; pages that were carried need the new ones. */
async function carryScripts(cache: Cache, old: Cache): Promise<void> {
  const stems = new Set((await old.keys()).map(({url}) => stemOf(pathOf(url) ?? '')).filter((stem) => stem.startsWith('_astro/')))
  for (const path of stems.size > 0 ? await listAll() : []) {
    if (stems.has(stemOf(path)) && !(await cache.match(addressOf(path)))) await take(cache, path)
  }
}

async function listAll(): Promise<string[]> {
  const lists = await Promise.all(Array.from({length: shards}, (_, shard) => listOf(shard)))
  return lists.flatMap((list) => Object.keys(list))
}

/** Take in the whole garden; `told` hears how many files are there, and of how many. */
async function whole(told: (done: number, of: number) => void): Promise<boolean> {
  const cache = await caches.open(name)
  await cache.put(wish, new Response('yes'))
  const all = await listAll()
  let isWhole = true
  for (let from = 0; from < all.length; from += together) {
    const taken = await Promise.all(all.slice(from, from + together).map(async (path) => (await cache.match(addressOf(path))) !== undefined || take(cache, path)))
    isWhole &&= taken.every(Boolean)
    told(Math.min(from + together, all.length), all.length)
  }
  return isWhole
}

/** Keep the page for what is not kept, with its scripts and sheets: nothing else may have brought them. */
async function takeFallback(cache: Cache): Promise<void> {
  if (!(await cache.match(addressOf(fallback)))) await take(cache, fallback)
  const page = await cache.match(addressOf(fallback))
  for (const [, address = ''] of (await page?.text())?.matchAll(/(?:src|href)="([^"]+\.(?:js|css|woff2))"/g) ?? []) {
    const path = pathOf(new URL(address, self.location.origin).href)
    if (path !== undefined && !(await cache.match(addressOf(path)))) await take(cache, path)
  }
}

// ── Life ────────────────────────────────────────────────────────────────────

async function install(): Promise<void> {
  const cache = await caches.open(name)
  for (const other of await caches.keys()) if (other.startsWith(prefix) && other !== name) await carry(cache, await caches.open(other))
  await takeFallback(cache)
  if (await cache.match(wish)) await whole(() => {})
  await self.skipWaiting()
}

async function activate(): Promise<void> {
  for (const other of await caches.keys()) if (other.startsWith(prefix) && other !== name) await caches.delete(other)
  await self.clients.claim()
}

/** The network while there is one; without it, this build's cache and nothing else. */
async function answer(request: Request, path: string, wait: Lasting['waitUntil']): Promise<Response> {
  const cache = await caches.open(name)
  try {
    const response = await fetch(request)
    if (response.ok && !response.redirected) wait(keepOrAsk(cache, path, response.clone()))
    return response
  } catch (error) {
    const kept = (await cache.match(addressOf(path))) ?? (request.mode === 'navigate' ? await cache.match(addressOf(fallback)) : undefined)
    if (kept) return kept
    throw error
  }
}

/** What is another build's is not kept: a newer one is out, and its own worker is asked for. */
async function keepOrAsk(cache: Cache, path: string, response: Response): Promise<void> {
  const isKept = await keep(cache, path, response).catch(() => false)
  if (!isKept) await self.registration.update().catch(() => {})
}

async function onMessage(data: unknown, port: MessagePort | undefined): Promise<void> {
  if (data === 'whole') {
    const isWhole = await whole((done, of) => port?.postMessage({done, of})).catch(() => false)
    port?.postMessage({isWhole})
  } else if (data === 'forget') {
    await caches.delete(name)
    lists.clear()
    port?.postMessage({isWhole: false})
  } else if (Array.isArray(data)) {
    // What a page had loaded before this worker could see it.
    const cache = await caches.open(name)
    for (const url of data) {
      const path = typeof url === 'string' ? pathOf(url) : undefined
      if (path !== undefined && !(await cache.match(addressOf(path)))) await take(cache, path).catch(() => false)
    }
  }
}

self.addEventListener('install', (event) => event.waitUntil(install()))
self.addEventListener('activate', (event) => event.waitUntil(activate()))
self.addEventListener('message', (event) => event.waitUntil(onMessage(event.data, event.ports[0])))
self.addEventListener('fetch', (event) => {
  const {request} = event
  const path = request.method === 'GET' ? pathOf(request.url) : undefined
  if (path !== undefined) event.respondWith(answer(request, path, (work) => event.waitUntil(work)))
})

export {}
