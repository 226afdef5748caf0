/** What is worth knowing of a vault as a whole, beyond what is wrong in one note. Told by `npm run check` alone. */

import {diagnose} from './diagnostics.ts'
import type {Diagnostic, Garden, VaultPath} from './model.ts'
import {nameKey} from './names.ts'

type Known = Pick<Garden['pages'][number], 'path' | 'slug' | 'title' | 'aliases' | 'format'>

/** Notes that nothing leads to, and names that two notes share. */
export function remarksOf({pages, edges}: {readonly pages: readonly Known[]; readonly edges: Garden['edges']}): Diagnostic[] {
  return [...loose(pages, edges), ...shared(pages)]
}

/** Orphans, and notes without incoming links. The first page needs none; a canvas or a base is often an entrance itself. */
function loose(pages: readonly Known[], edges: Garden['edges']): Diagnostic[] {
  const linked = new Set<VaultPath>(edges.map(({to}) => to))
  const linking = new Set<VaultPath>(edges.map(({from}) => from))
  return pages
    .filter(({path, slug, format}) => slug !== '' && (format === 'md' || format === 'mdx') && !linked.has(path))
    .map(({path}) => (linking.has(path) ? diagnose('no-incoming-links', {path}, {}) : diagnose('orphan', {path}, {})))
}

/** A title or an alias that another note has too: links by it are unsure. */
function shared(pages: readonly Known[]): Diagnostic[] {
  const byTitle = Map.groupBy(pages, ({title}) => nameKey(title))
  const byAlias = Map.groupBy(pages.flatMap(({path, aliases}) => [...new Set(aliases.map(nameKey))].map((alias) => ({path, alias}))), ({alias}) => alias)
  const titles = pages.flatMap(({path, title}) => {
    const others = namedSo(byTitle.get(nameKey(title)), path)
    return others.length === 0 ? [] : [diagnose('duplicate-title', {path}, {title, others})]
  })
  const aliases = pages.flatMap(({path, aliases: own}) =>
    own.flatMap((alias) => {
      const others = [...new Set([...namedSo(byTitle.get(nameKey(alias)), path), ...namedSo(byAlias.get(nameKey(alias)), path)])]
      return others.length === 0 ? [] : [diagnose('duplicate-alias', {path}, {alias, others})]
    })
  )
  return [...titles, ...aliases]
}

/** Most other notes that a message names. */
const mostNamed = 5

function namedSo(all: readonly {readonly path: VaultPath}[] | undefined, own: VaultPath): VaultPath[] {
  return (all ?? []).map(({path}) => path).filter((path) => path !== own).slice(0, mostNamed)
}
