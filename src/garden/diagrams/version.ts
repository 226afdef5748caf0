import {createHash} from 'node:crypto'
import {findPackageJSON} from 'node:module'
import {versionOf} from '../cache.ts'

/**
 * What a drawing depends on besides its source: this folder, mermaid and
 * linkedom to the byte of their manifests, and the font it is measured with.
 */
export function pipelineVersion(fontFile: string): string {
  const manifests = ['mermaid', 'linkedom'].map((name) => findPackageJSON(name, import.meta.url)).filter((file) => file !== undefined)
  return versionOf([import.meta.dirname, ...manifests, fontFile])
}

/** Name of a diagram in the cache. */
export function cacheKey(version: string, source: string): string {
  return createHash('sha256').update(`${version}\0${source}`).digest('hex')
}
