/**
 * Settings of Vite, most of them about how the scripts of pages are cut into files. Left to itself the bundler makes a
 * file of each module that two scripts share, and a page would ask for a dozen of some hundred bytes, one behind the other.
 */

import {readFileSync} from 'node:fs'
import {digestOf} from './digest.ts'
import {spellOut} from './spelled-out.ts'

/** What the bundler tells of a module. */
export interface ModuleGraph {
  readonly getModuleInfo: (id: string) => {readonly importers: readonly string[]} | null
}

/** Files, and the scripts whose shared parts each holds: those of every page first, Vite's own helper among them, then those of notes. */
const files: readonly (readonly [name: string, scripts: RegExp])[] = [
  ['shared', /\/src\/client\/frame\.ts$|preload-helper/],
  ['notes', /\/src\/client\/(?:note|diagram)\.ts$/]
]

/** Whether one of these scripts is a module, or loads it at once, itself or through others. */
function isLoadedBy(scripts: RegExp, id: string, {graph, seen}: {graph: ModuleGraph; seen: Set<string>}): boolean {
  if (scripts.test(id)) return true
  if (seen.has(id)) return false
  seen.add(id)
  return graph.getModuleInfo(id)?.importers.some((importer) => isLoadedBy(scripts, importer, {graph, seen})) ?? false
}

const output = {
  codeSplitting: {
    // What stands first takes a module from those after it.
    groups: files.map(([file, scripts], index) => ({
      name: (id: string, graph: ModuleGraph) => (isLoadedBy(scripts, id, {graph, seen: new Set()}) ? file : null),
      minShareCount: 2,
      priority: files.length - index
    }))
  }
}

/** Code that Astro runs to make pages and does not look at when it decides which of earlier builds are as they were; what the core does shows in the digests of pages. */
const unseen = ['vite-settings.ts', 'spelled-out.ts', 'integrations.ts', 'mdx.ts', 'mdx-anchors.ts', '../astro.config.mjs']

/** Vite's settings: how files are cut, and a definition, because Astro makes all pages anew when one has changed. */
export const viteSettings = {
  build: {assetsInlineLimit: 0},
  css: {postcss: {plugins: [spellOut]}},
  define: {__UNSEEN__: JSON.stringify(digestOf(...unseen.map((file) => readFileSync(new URL(file, import.meta.url), 'utf8'))))},
  environments: {client: {build: {rolldownOptions: {output}}}}
}
