/**
 * Another parser of this dialect, @quartz-community/remark-obsidian, asked about the same texts: which links, embeds, tags
 * and marks stand in them. Where it is known to differ, an example says how.
 */

import assert from 'node:assert/strict'
import {test} from 'node:test'
import remarkObsidian, {type Wikilink} from '@quartz-community/remark-obsidian'
import fc from 'fast-check'
import type {Nodes, Root} from 'mdast'
import remarkParse from 'remark-parse'
import {unified} from 'unified'
import type {WikiLink} from '../../src/garden/syntax/nodes.ts'
import {parserFor} from '../../src/garden/syntax/index.ts'
import {shapeTree} from '../../src/garden/tree.ts'
import {tagName} from '../../src/garden/syntax/tag.ts'
import {readWikiLink, splitTarget} from '../../src/garden/syntax/wiki-link.ts'

const other = unified().use(remarkParse).use(remarkObsidian)

/** All nodes of a tree in their order, and whether each follows the sign of an embed. */
function walk(tree: Nodes, each: (node: Nodes, before: Nodes | undefined) => void): void {
  const visit = (node: Nodes, before: Nodes | undefined): void => {
    each(node, before)
    const parts = [...(node.type === 'callout' ? node.title : []), ...('children' in node ? node.children : [])] as Nodes[]
    for (const [index, child] of parts.entries()) visit(child, parts[index - 1])
  }
  visit(tree, undefined)
}

function printed(kind: string, target: string, words: string): string {
  return `${kind} ${target}${words === '' ? '' : ` | ${words}`}`
}

function printedLink({value, data}: WikiLink, kind: string): string {
  const {written, alias} = readWikiLink(value, data.alias === value ? undefined : data.alias)
  const {target, fragment} = splitTarget(written)
  return printed(kind, fragment ? `${target}#${fragment.raw}` : target, alias ?? '')
}

function ours(text: string): string[] {
  const tree = parserFor(text).parse(text) as Root
  shapeTree(tree, text)
  const found: string[] = []
  walk(tree, (node, before) => {
    if (node.type === 'wikiLink') found.push(printedLink(node, before?.type === 'embedMarker' ? 'embed' : 'link'))
    if (node.type === 'tag') found.push(printed('tag', node.value, ''))
    if (node.type === 'highlight') found.push('mark')
  })
  return found
}

function theirs(text: string): string[] {
  const found: string[] = []
  walk(other.runSync(other.parse(text)) as Root, (node) => {
    // Both packages name a node `highlight` and `tag`; this one's links have a name of their own.
    const each = node as Nodes | Wikilink
    if (each.type === 'wikilink') found.push(printed(each.embedded ? 'embed' : 'link', each.heading === '' ? each.path.trim() : `${each.path.trim()}#${each.heading.trim()}`, each.alias.trim()))
    if (each.type === 'tag') found.push(printed('tag', tagName(each.value), ''))
    if (each.type === 'highlight') found.push('mark')
  })
  return found
}

/** Pieces about which both agree, however they stand together. */
const pieces = [
  '[[Note]]', '[[a/b#Heading|words]]', '[[#Heading]]', '[[Note#^id]]', '[[Note|two words]]', '![[x.png]]', '![[Note#Heading|100]]', '![[a_b_ _c_.png]]',
  '#tag', '#a/b', '#1', '#été', '#y1984', '#', '`[[code]] #no`', '**[[Bold]]**', '*[[Italic|x]]*', '\\[[no]]', '[t](Note.md)', 'words', 'more words', '1 < 2', '100 %', '=', '!',
  '%%hidden [[X]] #no%%', '==marked==', 'a==(b)==c', '==「d」==e'
]

/** What stands between them: a space, or an ending of a line or block that begins with a sign. */
const joints = [' ', ' ', ' ', '\n', '\n\n', '\n\n- ', '\n- ', '\n\n> ', '\n\n# ', '\n\n1. ', '\n\n```\n[[no]] #no\n```\n\n']

const text = fc.array(fc.tuple(fc.constantFrom(...pieces), fc.constantFrom(...joints)), {minLength: 1, maxLength: 12}).map((parts) => parts.flat().join(''))

test('both find the same links, embeds, tags and marks in a thousand texts', () => {
  fc.assert(fc.property(text, (written) => assert.deepEqual(ours(written), theirs(written))), {numRuns: 1000, seed: 4})
})

test('what both find is something', () => {
  assert.deepEqual(ours(pieces.join(' ')), theirs(pieces.join(' ')))
  assert.ok(ours(pieces.join(' ')).length >= 15)
})

/** Where the other is known to differ, and why this one does what it does. */
for (const [why, written, here, there] of [
  ['marks hold links (M-05)', '==[[N]]==', ['mark', 'link N'], ['mark']],
  ['signs with spaces around them mark nothing (M-05)', 'a == b == c', [], ['mark']],
  ['an arrow marks nothing (M-05)', '==> x ==>', [], ['mark']],
  ['three signs mark nothing (M-05)', '===no===', [], ['mark']],
  ['marks may hold line endings (M-05)', '==a\nb==', ['mark'], []],
  ['a link names something (L-19)', '[[ ]]', [], ['link ']],
  ['a comment that is not closed hides what follows (M-13)', 'a %% [[x]]', [], ['link x']],
  ['a comment in a link’s words is one (M-13)', '[[N|a %%x%% b]]', ['link N | a  b'], ['link N | a %%x%% b']],
  ['a name holds no brackets (L-15)', '[[[N]]]', ['link N'], ['link [N']],
  ['a name holds no link (L-15)', '[[a [[b]] c]]', ['link b'], ['link a [[b']],
  ['a tag may end in an emoji (T-01)', '#tag🎉', ['tag tag🎉'], ['tag tag']],
  ['empty parts of a tag say nothing (T-04)', '#a//b', ['tag a/b'], []],
  ['a tag begins right inside marked words (T-03)', '**#a** ==#b==', ['tag a', 'mark', 'tag b'], ['mark']],
  ['a tag begins after a space (T-03)', '##x', [], ['tag x']]
] as const) {
  test(`known to differ: ${why}`, () => {
    assert.deepEqual(ours(written), here)
    assert.deepEqual(theirs(written), there)
  })
}
