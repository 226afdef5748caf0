/** The arrows of DESIGN.md: who may import whom, and what the core may not touch. */

import assert from 'node:assert/strict'
import {globSync, readFileSync} from 'node:fs'
import {dirname, join, posix} from 'node:path'
import {test} from 'node:test'
import ts from 'typescript'

const root = join(import.meta.dirname, '..')

interface Import {
  readonly from: string
  /** A file of `src/`, or the package's name. */
  readonly to: string
  readonly typeOnly: boolean
}

interface Module {
  readonly path: string
  readonly tree: ts.SourceFile
  readonly imports: readonly Import[]
}

/** The script of a file; of a component, what stands between its fences and in its `<script>` elements. */
function scriptOf(path: string): string {
  const text = readFileSync(join(root, path), 'utf8')
  if (!path.endsWith('.astro')) return text
  const fence = /^---\n([\s\S]*?)\n---\n/.exec(text)?.[1] ?? ''
  return [fence, ...[...text.matchAll(/<script>([\s\S]*?)<\/script>/g)].map(([, script]) => script)].join('\n')
}

function read(path: string): Module {
  const tree = ts.createSourceFile(path, scriptOf(path), ts.ScriptTarget.Latest, true, ts.ScriptKind.TS)
  const imports: Import[] = []
  const visit = (node: ts.Node): void => {
    if ((ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) && node.moduleSpecifier && ts.isStringLiteral(node.moduleSpecifier)) {
      imports.push({from: path, to: target(path, node.moduleSpecifier.text), typeOnly: isTypeOnly(node)})
    }
    if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword && node.arguments[0] && ts.isStringLiteral(node.arguments[0])) {
      imports.push({from: path, to: target(path, node.arguments[0].text), typeOnly: false})
    }
    ts.forEachChild(node, visit)
  }
  visit(tree)
  return {path, tree, imports}
}

function isTypeOnly(node: ts.ImportDeclaration | ts.ExportDeclaration): boolean {
  if (ts.isExportDeclaration(node)) return node.isTypeOnly
  const clause = node.importClause
  if (!clause || clause.name) return false
  if (clause.phaseModifier === ts.SyntaxKind.TypeKeyword) return true
  return clause.namedBindings !== undefined && ts.isNamedImports(clause.namedBindings) && clause.namedBindings.elements.every((element) => element.isTypeOnly)
}

function target(from: string, written: string): string {
  return written.startsWith('.') ? posix.join(dirname(from), written) : written
}

const modules = globSync('src/**/*.{ts,astro}', {cwd: root, exclude: ['src/content/**']}).map((path) => read(path.replaceAll('\\', '/')))
const garden = modules.filter(({path}) => path.startsWith('src/garden/'))

function importsOf(folder: string): Import[] {
  return modules.filter(({path}) => path.startsWith(folder)).flatMap(({imports}) => imports)
}

function told(found: readonly Import[]): string[] {
  return found.map(({from, to}) => `${from} imports ${to}`)
}

test('all of the source is looked at', () => {
  assert.ok(modules.length > 60)
  assert.ok(importsOf('src/garden/garden.ts').some(({to}) => to === 'src/garden/publish.ts'))
  assert.ok(importsOf('src/components/Note.astro').some(({to}) => to === 'src/garden/model.ts'))
})

test('the core knows neither Astro nor the rest of the project', () => {
  const outside = importsOf('src/garden/').filter(({to}) => (to.startsWith('src/') && !to.startsWith('src/garden/')) || /^astro(?::|\/|$)|^@astrojs\//.test(to))
  assert.deepEqual(told(outside), [])
})

test('only the rooms that read and store touch the disk', () => {
  const allowed = /^src\/garden\/(?:vault|read-note|cache|packed-cache|publish-sheet|attachments|pictures|history|parse-pool)\.ts$|^src\/garden\/diagrams\//
  const found = importsOf('src/garden/').filter(({from, to}) => !allowed.test(from) && /^(?:node:)?(?:fs|fs\/promises|child_process|worker_threads|net|http|https|os)$/.test(to) && from !== 'src/garden/parse-worker.ts')
  assert.deepEqual(told(found), [])
})

test('nothing of the core asks the network, or another program but git', () => {
  const found = importsOf('src/garden/').filter(({from, to}) => /^(?:node:)?(?:net|http|https|http2|dgram|tls|dns|child_process|playwright)/.test(to) && from !== 'src/garden/history.ts')
  assert.deepEqual(told(found), [])
})

/** All nodes of a module for which a test holds, as they are written. */
function written(within: readonly Module[], holds: (node: ts.Node, tree: ts.SourceFile) => boolean): string[] {
  return within.flatMap(({path, tree}) => {
    const found: string[] = []
    const visit = (node: ts.Node): void => {
      if (holds(node, tree)) found.push(`${path}: ${node.getText(tree).slice(0, 60)}`)
      ts.forEachChild(node, visit)
    }
    visit(tree)
    return found
  })
}

test('the core has no clock, no dice and no surroundings', () => {
  const surroundings = /^(?:Date\.now|Math\.random|process\.env|performance\.now|crypto\.randomUUID|process\.cwd)$/
  assert.deepEqual(written(garden, (node, tree) => ts.isPropertyAccessExpression(node) && surroundings.test(node.getText(tree))), [])
  assert.deepEqual(written(garden, (node, tree) => ts.isNewExpression(node) && node.expression.getText(tree) === 'Date' && node.arguments?.length === 0), [])
  assert.deepEqual(written(garden, (node) => ts.isIdentifier(node) && /^(?:fetch|eval|localeCompare|toLocaleLowerCase|toLocaleString)$/.test(node.text) && ts.isCallExpression(node.parent)), [])
})

test('there is no `any` and no `!`', () => {
  assert.deepEqual(written(modules, (node) => node.kind === ts.SyntaxKind.AnyKeyword || ts.isNonNullExpression(node)), [])
})

test('there is no enum, namespace or class in the core: Node runs it as it is', () => {
  assert.deepEqual(written(garden, (node) => ts.isEnumDeclaration(node) || ts.isClassLike(node) || (ts.isModuleDeclaration(node) && !ts.isStringLiteral(node.name))), [])
})

test('components know the words of the core, its addresses and its days, no more', () => {
  const found = importsOf('src/components/').filter(({to, typeOnly}) => to.startsWith('src/garden/') && !typeOnly && to !== 'src/garden/names.ts' && to !== 'src/garden/days.ts')
  assert.deepEqual(told(found), [])
})

test('nobody imports pages or the glue', () => {
  const found = modules.flatMap(({imports}) => imports).filter(({to}) => to.startsWith('src/pages/') || to === 'src/content.config.ts')
  assert.deepEqual(told(found), [])
})

test('what runs in browsers takes nothing of the core but types', () => {
  const found = importsOf('src/client/').filter(({to, typeOnly}) => to.startsWith('src/garden/') && !typeOnly)
  assert.deepEqual(told(found), [])
})

// ── Arrows in the core ──────────────────────────────────────────────────────

/** Rooms from the outside in: each may import what stands further in, and what stands beside it. */
const rings: readonly (readonly string[])[] = [
  ['garden'],
  ['parse-pool', 'parse-worker', 'pages', 'property-links', 'indexes', 'explorer', 'graph', 'map', 'relations', 'links', 'slugs', 'attachments', 'publish-sheet', 'publish-site', 'remarks', 'pictures', 'render', 'render-diagram', 'render-base', 'base-world', 'render-embed', 'render-link', 'render-media', 'render-state', 'diagram-links', 'diagram-pages', 'search', 'search-names', 'search-spaceless', 'search-table', 'search-vocabulary', 'search-words', 'glossary', 'history', 'vault', 'preview', 'archive', 'archive-cut', 'read-note', 'dates'],
  ['prepare', 'canvas', 'parse', 'resolve', 'resolve-heading', 'publish', 'diagrams'],
  ['bases', 'tree', 'facts', 'left-open', 'fact-blocks', 'fact-links', 'walker', 'html', 'html-frames', 'html-lists', 'html-named', 'html-old', 'html-tags', 'html-unsafe', 'html-words', 'direction', 'html-web', 'code', 'code-languages', 'code-tokens', 'formula', 'formula-context', 'formula-macros', 'formula-reasons', 'formula-source', 'formula-words', 'template', 'template-picture', 'template-tag', 'template-foreign', 'plain-text', 'properties', 'visibility', 'picture', 'reserved-classes', 'safe', 'svg', 'callout-looks'],
  ['syntax', 'frontmatter', 'plain-yaml', 'yaml', 'late-properties', 'sentences', 'cache', 'packed-cache'],
  ['options', 'names', 'hidden', 'days', 'heading-ids', 'edit-distance', 'preview-name', 'pieces', 'cards', 'order', 'callouts', 'embeds', 'web-embeds', 'addresses', 'clean-css', 'diagnostics', 'words', 'diagram-text', 'lazily'],
  ['model']
]

function ringOf(path: string): number {
  const room = /^src\/garden\/([^/.]+)/.exec(path)?.[1] ?? ''
  return rings.findIndex((ring) => ring.includes(room))
}

test('every file of the core has its ring', () => {
  assert.deepEqual(garden.map(({path}) => path).filter((path) => ringOf(path) < 0), [])
})

test('imports in the core point inwards', () => {
  const found = importsOf('src/garden/').filter(({from, to, typeOnly}) => to.startsWith('src/garden/') && !typeOnly && ringOf(to) < ringOf(from))
  assert.deepEqual(told(found), [])
})

test('the door imports nothing but words', () => {
  assert.deepEqual(importsOf('src/garden/publish.ts').map(({to, typeOnly}) => [to, typeOnly]), [['src/garden/model.ts', true]])
})

test('the words of the core import nothing but each other', () => {
  assert.deepEqual(told(importsOf('src/garden/model').filter(({to, typeOnly}) => !typeOnly || !to.startsWith('src/garden/model/'))), [])
})

test('only parse.ts and what is under it know the parser', () => {
  const parser = /^(?:unified|remark-|rehype-|micromark|mdast-util-|hast-util-|unist-util-)/
  const allowed = /^src\/garden\/(?:parse|tree|facts|fact-blocks|fact-links|walker|html|formula|template|template-tag|template-foreign|safe|svg|sentences)\.ts$|^src\/garden\/(?:syntax|diagrams)\//
  assert.deepEqual(told(importsOf('src/garden/').filter(({from, to, typeOnly}) => parser.test(to) && !typeOnly && !allowed.test(from))), [])
})

test('what prepared notes are kept under changes with all the code that makes them', () => {
  const reached = new Set<string>()
  const reach = (path: string): void => {
    if (reached.has(path)) return
    reached.add(path)
    for (const {to, typeOnly} of garden.find((module) => module.path === path)?.imports ?? []) if (!typeOnly && to.startsWith('src/garden/')) reach(to)
  }
  reach('src/garden/parse.ts')
  reach('src/garden/prepare.ts')
  const listed = /versionOf\(\[\s*\.\.\.\[([^\]]*)\]/.exec(readFileSync(join(root, 'src/garden/parse-pool.ts'), 'utf8'))?.[1]?.match(/[\w.-]+/g) ?? []
  const isListed = (path: string): boolean => listed.some((name) => path === `src/garden/${name}` || path.startsWith(`src/garden/${name}/`))
  assert.deepEqual([...reached].filter((path) => !isListed(path)).sort(), [])
})
