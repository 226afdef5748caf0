/**
 * The compiled body of `.mdx` notes: the dialect's syntax inside MDX's own
 * pipeline, and the garden's HTML in its holes.
 *
 * `astro.config.mjs` and `content.config.ts` share no modules, so the garden
 * comes by the global object (DESIGN.md, decision 4).
 */

import {realpathSync} from 'node:fs'
import {relative} from 'node:path'
import type {MdxOptions} from '@astrojs/mdx'
import {unified as astroUnified} from '@astrojs/markdown-remark'
import type {Element, ElementContent, Root as HastRoot, RootContent} from 'hast'
import {fromHtml} from 'hast-util-from-html'
import type {Root} from 'mdast'
import type {VFile} from 'vfile'
import {strings} from './components/strings.ts'
import {foundGarden} from './grown.ts'
import {gatherFacts} from './garden/facts.ts'
import {handlersFor, holeTag} from './garden/html.ts'
import type {HoleFiller, VaultPath} from './garden/model.ts'
import {uniqueIds} from './garden/heading-ids.ts'
import {href, vaultPath} from './garden/names.ts'
import type {Options} from './garden/options.ts'
import {everyConstruct, obsidian} from './garden/syntax/index.ts'
import {wikiLink} from './garden/syntax/wiki-link.ts'
import {leadToTop} from './mdx-anchors.ts'
import {preparedWords} from './garden/words.ts'
import {asServiceAsks, foreignPolicy, standIn} from './garden/template-foreign.ts'
import {isExternal, withClasses, withNofollow} from './garden/template-tag.ts'
import {demoteHeadings, dropTitle, shapeTree} from './garden/tree.ts'

/** Options of Astro's MDX integration for this garden. */
export function gardenMdx(options: Options | undefined): Partial<MdxOptions> {
  if (!options) return {}
  return {
    extendMarkdownConfig: false,
    syntaxHighlight: false,
    processor: astroUnified({
      gfm: false,
      smartypants: false,
      remarkPlugins: [wikiLink, [obsidian, everyConstruct], [dialect, options]],
      rehypePlugins: [[holes, options]],
      remarkRehype: {clobberPrefix: '', handlers: handlersFor({keep: withClasses, callouts: options.callouts, strictLineBreaks: options.strictLineBreaks ?? false, words: preparedWords(strings(options.lang).body)})}
    })
  } as Partial<MdxOptions>
}

/** Vite knows files by where they are; the vault may be named by a link to it. */
function pathIn(file: VFile, options: Options): VaultPath {
  return vaultPath(relative(placeOf(options.vault), placeOf(file.path)).split('\\').join('/')) ?? ('' as VaultPath)
}

/** Where a file is; one that has just gone is where it was named. */
function placeOf(path: string): string {
  try {
    return realpathSync(path)
  } catch {
    return path
  }
}

/** The same walk as when the note was prepared, so that holes have the same numbers. */
function dialect(options: Options): (tree: Root, file: VFile) => void {
  return (tree, file) => {
    const path = pathIn(file, options)
    const page = foundGarden()?.pages.find((each) => each.path === path)
    shapeTree(tree, String(file))
    dropTitle(tree, page ? [page.title, page.path.replace(/^.*\/|\.mdx$/g, '')] : [])
    gatherFacts(tree, {path, linkText: options.linkText, ignoreHexTags: options.ignoreHexTags, lines: 0, uniqueId: uniqueIds()})
    demoteHeadings(tree)
  }
}

/** Put the garden's HTML where holes are. */
function holes(options: Options): (tree: HastRoot, file: VFile) => void {
  return (tree, file) => {
    const path = pathIn(file, options)
    const filler = foundGarden()?.fillers.get(path)?.()
    if (filler) tree.children = fillAll(guard(tree.children, options), filler)
    const page = foundGarden()?.pages.find((each) => each.path === path)
    if (page) leadToTop(tree, href(page.slug, options.base))
  }
}

/** What other sites serve is shown as the author chose, here as on other pages (decision 9). */
function guard<Node extends RootContent | ElementContent>(nodes: readonly Node[], {remote, nofollow}: Pick<Options, 'remote' | 'nofollow'>, inLink = false): Node[] {
  return nodes.map((node): Node => {
    if (node.type !== 'element') return node
    const medium = asServiceAsks(node)
    const policy = foreignPolicy(medium, remote)
    if (policy === 'click' || policy === 'link') return standIn(medium, policy, inLink) as Node
    const isLink = node.tagName === 'a'
    if (isLink && nofollow && isExternal(medium.properties.href)) medium.properties.rel = withNofollow(medium.properties.rel)
    return {...medium, children: guard(node.children, {remote, nofollow}, inLink || isLink)} as Node
  })
}

function fillAll<Node extends RootContent | ElementContent>(nodes: readonly Node[], filler: HoleFiller): Node[] {
  return nodes.flatMap((node): Node[] => {
    if (!('children' in node)) return [node]
    const children = fillAll(node.children as ElementContent[], filler)
    if (node.type !== 'element' || node.tagName !== holeTag) return [{...node, children} as Node]
    return fillHole(node, children, filler) as Node[]
  })
}

const marker = 'kg-children'

/** The hole's HTML is parsed around a marker, which gives way to what stood in the hole. */
function fillHole(node: Element, children: ElementContent[], filler: HoleFiller): ElementContent[] {
  const {start, end} = filler(String(node.properties.n))
  const html = `${start}\u003C${marker}>\u003C/${marker}>${end}`
  const replace = (each: ElementContent): ElementContent[] => {
    if (each.type !== 'element') return [each]
    return each.tagName === marker ? children : [{...each, children: each.children.flatMap(replace)}]
  }
  return fromHtml(html, {fragment: true}).children.flatMap((each) => (each.type === 'doctype' ? [] : replace(each as ElementContent)))
}
