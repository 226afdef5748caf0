/** Table: how each node of the tree is printed; mdast in, hast out. What depends on other notes is a hole. */

import type {Element, ElementContent, Properties, Root as HastRoot} from 'hast'
import type {Code, FootnoteReference, Heading, Html, InlineCode, ListItem, Nodes, Parents, Root, Text} from 'mdast'
import {defaultHandlers, type Handlers, type State, toHast} from 'mdast-util-to-hast'
import {calloutLook} from './callout-looks.ts'
import {codeBlock, pluginBlock} from './code.ts'
import {formula, type Setting} from './formula.ts'
import {findByName, looseness} from './html-lists.ts'
import {namedHtml} from './html-named.ts'
import {webFrame} from './html-web.ts'
import type {BaseNode, Callout, DiagramNode, EmbedNode, Highlight, InlineMath, InternalLink, MathNode, TagNode, WebEmbedNode} from './syntax/nodes.ts'
import type {Options} from './options.ts'
import type {PreparedWords} from './words.ts'

/** The element that stands for a hole until the template is printed; authors cannot write it (`safe.ts`). */
export const holeTag = 'kg-hole'

export interface HtmlOptions {
  readonly strictLineBreaks: boolean
  /** Words of the interface in the note's language. */
  readonly words: PreparedWords
  /** Types of callouts of the author's own. */
  readonly callouts: Options['callouts']
  /** Takes in a finished block of code or formula and gives back what stands for it; without it, it stands where it is. */
  readonly keep?: (made: Element) => Element
  /** Told of a formula that cannot be set. */
  readonly onBadFormula?: (node: MathNode | InlineMath, reason: string) => void
}

/** Make HTML of a note's tree. Raw HTML of the author stays raw: `parse.ts` reads and cleans it. */
export function toHtmlTree(tree: Root, options: HtmlOptions): HastRoot {
  const settings = {
    allowDangerousHtml: true,
    clobberPrefix: '',
    footnoteLabel: options.words.footnotes,
    footnoteLabelProperties: {className: ['footnotes-title']},
    footnoteBackLabel: () => options.words.backToText
  }
  const handlers = {...handlersFor(options), ...preparedMdx}
  const made = isPlain(tree) ? toHast(nothing, {...settings, handlers: {...handlers, root: (state: State) => printRoot(state, tree)}}) : toHast(tree, {...settings, handlers})
  return made.type === 'root' ? made : {type: 'root', children: made.type === 'doctype' ? [] : [made]}
}

const nothing: Root = {type: 'root', children: []}

/** Whether a tree holds nothing that is called elsewhere in it, and no HTML, whose places its problems are told with. */
function isPlain({children}: Parents): boolean {
  return children.every((node) => !placed.has(node.type) && (!('children' in node) || isPlain(node)))
}

const placed = new Set(['definition', 'footnoteDefinition', 'html'])

/** Print the tree without two things that would take a third of the time: a search for definitions, of which it has none, and a note of where each node stood. */
function printRoot(state: State, tree: Root): ElementContent[] {
  state.patch = () => {}
  return state.wrap(state.all(tree))
}

export function element(tagName: string, properties: Properties, children: ElementContent[] = []): Element {
  return {type: 'element', tagName, properties, children}
}

/** Whether an element is a link: an author's own, or the hole of one. */
export function isLink({tagName, properties}: Element): boolean {
  return tagName === 'a' || (tagName === holeTag && String(properties.n).startsWith('l'))
}

/** A hole, named by its kind and what it counts. */
export function hole(name: string, children: ElementContent[] = []): Element {
  return element(holeTag, {n: name}, children)
}

/** The id of a block that an author named (B-08). */
export function blockProperties(node: Nodes): Properties {
  return node.data?.block === undefined ? {} : {id: `^${node.data.block}`}
}

/** Print as usual, with the id of its block. */
function withBlockId<Node extends Nodes>(print: (state: State, node: Node) => Element): (state: State, node: Node) => Element {
  return (state, node) => {
    const made = print(state, node)
    Object.assign(made.properties, blockProperties(node))
    return made
  }
}

/** The table itself, for MDX, which has a pipeline of its own. */
export function handlersFor(options: HtmlOptions): Handlers {
  return {
    paragraph: withBlockId(defaultHandlers.paragraph),
    blockquote: withBlockId(defaultHandlers.blockquote),
    list: withBlockId(defaultHandlers.list),
    code: (_state: State, node: Code) => kept(pluginBlock(node, options.words.needsPlugin) ?? codeBlock(node), node, options),
    text: (state: State, node: Text) => (options.strictLineBreaks ? defaultHandlers.text(state, node) : brokenLines(node)),
    heading,
    footnoteReference: (state: State, node: FootnoteReference) => {
      findByName(state.footnoteOrder)
      return defaultHandlers.footnoteReference(state, node)
    },
    listItem: (state: State, node: ListItem, parent: Parents | undefined) => listItem(state, node, {parent, words: options.words}),
    table: (state: State, node) => element('div', {className: ['table'], tabIndex: 0, role: 'group', ...blockProperties(node)}, [defaultHandlers.table(state, node)]),
    image: (state: State, node) => {
      const made = defaultHandlers.image(state, node)
      Object.assign(made.properties, {loading: 'lazy', decoding: 'async', ...node.data?.hProperties})
      return made
    },
    link: (state: State, node) => {
      const made = defaultHandlers.link(state, node)
      Object.assign(made.properties, externalProperties(String(node.url)))
      return made
    },
    inlineCode: (state: State, node: InlineCode) => inlineCode(state, node),
    highlight: (state: State, node: Highlight) => element('mark', {}, state.all(node)),
    math: (_state: State, node: MathNode) => kept(formula(node.value, true, settingOf(node, options)), node, options),
    inlineMath: (_state: State, node: InlineMath) => kept(formula(node.value, false, settingOf(node, options)), node, options),
    html: (state: State, node: Html) => namedHtml(defaultHandlers.html(state, node), node),
    comment: () => undefined,
    blockId: () => undefined,
    embedMarker: () => ({type: 'text', value: '!'}),
    wikiLink: () => undefined,
    tag: (_state: State, node: TagNode) => hole(`t${node.value}`),
    internalLink: (state: State, node: InternalLink) => hole(`l${node.index}`, state.all(node)),
    embedHole: (_state: State, node: EmbedNode) => {
      const made = hole(`e${node.index}`)
      return node.data?.block === undefined ? made : element('div', blockProperties(node), [made])
    },
    webEmbed: (_state: State, node: WebEmbedNode) => kept(webFrame(node, options.words), node, options),
    diagramHole: (state: State, node: DiagramNode) => diagram(state, node),
    baseHole: (_state: State, node: BaseNode) => element('div', blockProperties(node), [hole(`b${node.index}`)]),
    callout: (state: State, node: Callout) => callout(state, node, options)
  }
}

/** MDX's nodes where nothing is compiled: in previews, search, embeds, and vaults that are not trusted with code. */
const preparedMdx: Handlers = {
  mdxJsxFlowElement: component,
  mdxJsxTextElement: component,
  mdxFlowExpression: () => undefined,
  mdxTextExpression: () => undefined,
  mdxjsEsm: () => undefined
}

/** In what is prepared, a component stands as its children; HTML's own elements stay (decision 2). */
function component(state: State, node: MdxElement): ElementContent | ElementContent[] {
  const children = state.all(node as never)
  if (!node.name || !/^[a-z][a-z0-9]*$/.test(node.name)) return children
  const written = node.attributes.flatMap(({type, name, value}): [string, string | true | string[]][] => {
    if (type !== 'mdxJsxAttribute' || (typeof value === 'object' && value !== null)) return []
    return [/^class(?:Name)?$/.test(name) ? ['className', String(value ?? '').split(/\s+/).filter(Boolean)] : [name, value ?? true]]
  })
  return {...element(node.name, Object.fromEntries(written), children), ...(node.position ? {position: node.position} : {})}
}

interface MdxElement {
  readonly position?: Element['position']
  readonly name: string | null
  readonly attributes: readonly {readonly type: string; readonly name: string; readonly value?: string | object | null}[]
  readonly children: readonly unknown[]
}

function externalProperties(url: string): Properties {
  const scheme = /^obsidian:/i.test(url) ? ['external-link', 'obsidian-uri'] : ['external-link']
  return {className: scheme, rel: ['noopener']}
}

/** Signs that a code may have to be kept on one line: so many fit a phone, also deep in a list. */
const mostWhole = 18

/** Code in a sentence. A short one with hyphens is one word, as `--force`, and no line ends within it. */
function inlineCode(state: State, node: InlineCode): Element {
  const made = defaultHandlers.inlineCode(state, node)
  if (node.value.length <= mostWhole && /^[!-~]*-[!-~]*$/.test(node.value)) made.properties.className = ['kg-whole']
  return made
}

/** Every line ending in a paragraph is seen (M-01). */
function brokenLines(node: Text): ElementContent[] {
  return node.value.split('\n').flatMap((line, index, lines): ElementContent[] => {
    const text: ElementContent = {type: 'text', value: index < lines.length - 1 ? line.trimEnd() : line}
    if (index === 0) return [text]
    const ending: ElementContent = {type: 'text', value: '\n'}
    return index === 1 && node.data?.broken ? [ending, text] : [element('br', {}), ending, text]
  })
}

function heading(state: State, node: Heading): Element {
  const id = node.data?.headingId
  return element(`h${node.depth}`, {...(id === undefined ? blockProperties(node) : {id}), dir: 'auto'}, state.all(node))
}

function listItem(state: State, node: ListItem, {parent, words}: {parent: Parents | undefined; words: PreparedWords}): Element {
  const made = defaultHandlers.listItem(state, node, looseness(parent)) as Element
  Object.assign(made.properties, blockProperties(node))
  const task = node.data?.task
  if (task === undefined) return made
  const done = task !== ' '
  const box = element('input', {type: 'checkbox', className: ['task-list-item-checkbox'], checked: done, disabled: true, ariaLabel: done ? words.taskDone : words.taskOpen, dataTask: task})
  made.properties.className = done ? ['task-list-item', 'is-checked'] : ['task-list-item']
  made.properties.dataTask = task
  const first = made.children.find((child): child is Element => child.type === 'element' && child.tagName === 'p')
  const target = first ?? made
  target.children.unshift(box, {type: 'text', value: ' '})
  return made
}

/** Code and formulas stand aside until all else is cleaned: they are made of plain text, and are most elements of many notes. */
function kept(made: Element, node: Nodes, {keep = (each) => each}: HtmlOptions): Element {
  Object.assign(made.properties, blockProperties(node))
  return keep(made)
}

function settingOf(node: MathNode | InlineMath, {onBadFormula}: HtmlOptions): Setting {
  return {context: node.context, onFailure: (reason) => onBadFormula?.(node, reason)}
}

/** The line of italics right under a diagram is its caption; `parse.ts` moves it into the node's data. */
function diagram(state: State, node: DiagramNode): Element {
  const caption = node.data?.caption
  const figure = hole(`d${node.index}`, caption ? state.all({type: 'paragraph', children: caption}) : [])
  return node.data?.block === undefined ? figure : element('div', blockProperties(node), [figure])
}

function callout(state: State, node: Callout, {callouts}: HtmlOptions): Element {
  const {group, title: words, css} = calloutLook(node.kind, callouts)
  const foldable = node.fold !== undefined
  const title = node.title.length > 0 ? state.all({type: 'paragraph', children: node.title}) : [{type: 'text' as const, value: words}]
  const parts: Element[] = [
    element(foldable ? 'summary' : 'div', {className: ['callout-title']}, [
      element('div', {className: ['callout-icon']}),
      element('div', {className: ['callout-title-inner'], dir: 'auto'}, title)
    ])
  ]
  const content = state.all(node)
  // A title alone has no empty box below it (C-07).
  if (content.length > 0) parts.push(element('div', {className: ['callout-content']}, state.wrap(content, true) as ElementContent[]))
  return element(
    foldable ? 'details' : 'div',
    {
      className: ['callout', ...(foldable ? ['is-collapsible'] : []), ...(css ? [css.name] : [])],
      dataCallout: node.kind,
      dataGroup: group,
      ...(node.metadata === undefined ? {} : {dataCalloutMetadata: node.metadata}),
      ...(node.fold === undefined ? {} : {dataCalloutFold: node.fold}),
      ...(node.fold === '+' ? {open: true} : {}),
      ...blockProperties(node)
    },
    parts
  )
}
