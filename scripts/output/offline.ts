/** The service worker and its list of hashes: the only files that know of this build as a whole (decision 14). */
import {createHash} from 'node:crypto'
import {mkdirSync, readFileSync, writeFileSync} from 'node:fs'
import {stripTypeScriptTypes} from 'node:module'
import {join} from 'node:path'
import {filesUnder} from '../audit.ts'
import {openCache, versionOf} from '../../src/garden/cache.ts'
import type {Garden} from '../../src/garden/model.ts'

/** Files that no reader needs without a network. */
const unneeded = /^(?:sw\.js|garden\.zip|garden\.json|robots\.txt|_headers|rss\.xml|sitemap.*\.xml|og\/.*)$|\.(?:graphml|gexf)$/
/** Files a list names at most: a visit loads the lists of what it keeps, and no others. */
const mostListed = 1500

interface Listing {
  readonly garden: Garden
  /** Absolute path of the folder that is written. */
  readonly out: string
  readonly base: string
  /** Absolute path of the project. */
  readonly root: string
  /** Absolute path of the folder for what is kept between builds. */
  readonly kept: string
}

/** Write the worker, its lists, and a word on how large everything is. The last step of all: what comes later is not in it. */
export function writeOffline({garden, out, base, root, kept}: Listing): void {
  const moved = new Set(garden.redirects.map(({slug}) => `${slug}/index.html`))
  const files = filesUnder(out)
    .filter((file) => !unneeded.test(file) && !moved.has(file))
    .map((file) => {
      const bytes = readFileSync(join(out, file))
      return {path: file.replace(/(^|\/)index\.html$/, '$1').normalize('NFC'), hash: createHash('sha256').update(bytes).digest('hex').slice(0, 16), size: bytes.length}
    })
  const worker = readFileSync(join(root, 'src', 'offline', 'worker.ts'), 'utf8')
  const id = createHash('sha256').update(JSON.stringify([base, worker, files])).digest('hex').slice(0, 16)
  const shards = Math.max(1, Math.ceil(files.length / mostListed))
  const folder = join(out, 'reader', 'offline')
  mkdirSync(folder, {recursive: true})
  for (const [shard, listed] of Object.entries(Object.groupBy(files, ({path}) => shardOf(path, shards)))) {
    writeFileSync(join(folder, `${id}-${shard}.json`), JSON.stringify(Object.fromEntries((listed ?? []).map(({path, hash, size}) => [path, [hash, size]]))))
  }
  for (let shard = 0; shard < shards; shard += 1) if (!files.some(({path}) => shardOf(path, shards) === shard)) writeFileSync(join(folder, `${id}-${shard}.json`), '{}')
  writeFileSync(join(folder, 'size.json'), JSON.stringify({files: files.length, bytes: files.reduce((sum, {size}) => sum + size, 0)}))
  const constants = Object.entries({build: id, base: encodeURI(base), shards}).map(([name, value]) => `const ${name} = ${JSON.stringify(value)}\n`)
  writeFileSync(join(out, 'sw.js'), constants.join('') + scriptOf(worker, kept))
}

/** The worker as browsers run it, kept: what takes types away takes longer to load than a small garden to print. */
function scriptOf(source: string, kept: string): string {
  const cache = openCache(kept)
  const key = createHash('sha256').update(`${process.version}\0${versionOf([import.meta.filename])}\0${source}`).digest('hex')
  const known = cache.read(key)
  if (known !== undefined) return known
  const script = withoutTypes(source).replace(/^export \{\}\s*$/m, '').replace(/[ \t]+$/gm, '').replace(/\n{3,}/g, '\n\n')
  cache.write(key, script)
  cache.prune()
  return script
}

/** What Node does to run TypeScript, done for a browser; that Node calls it an experiment is nothing for authors. */
function withoutTypes(source: string): string {
  const {emitWarning} = process
  process.emitWarning = () => {}
  try {
    return stripTypeScriptTypes(source)
  } finally {
    process.emitWarning = emitWarning
  }
}

/** Which list names a path (FNV-1a, as the worker has it). */
function shardOf(path: string, shards: number): number {
  let hash = 2166136261
  for (let at = 0; at < path.length; at += 1) hash = Math.imul(hash ^ path.charCodeAt(at), 16777619)
  return (hash >>> 0) % shards
}
