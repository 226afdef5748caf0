/** What the allow-list lets through, row by row: what an author may write stays on the page, the rest does not reach it. */

import assert from 'node:assert/strict'
import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {test} from 'node:test'
import type {Element, Properties, Root} from 'hast'
import {sanitize, type Schema} from 'hast-util-sanitize'
import {authorSchema, contributorSchema} from '../../src/garden/safe.ts'

function element(tagName: string, properties: Properties = {}): Element {
  return {type: 'element', tagName, properties, children: [{type: 'text', value: 'words'}]}
}

/** The element as it comes out: nothing where it does not. */
function kept(made: Element, schema: Schema = contributorSchema): Element | undefined {
  const out = sanitize({type: 'root', children: [made]} satisfies Root, schema)
  const found = out.type === 'root' ? out.children[0] : out
  return found?.type === 'element' ? found : undefined
}

const words = (text: string): string[] => text.split(' ')

/** Elements that everybody may write, outside of tables and lists. */
const everybody = words('a abbr address article aside b bdi bdo blockquote br button cite code del details dfn div em figcaption figure footer h1 h2 h3 h4 h5 h6 header hr i img ins kbd kg-hole main mark nav ol p pre q s samp section small source strong sub summary sup time u ul var wbr')

test('elements for words stay', () => {
  assert.deepEqual(everybody.filter((name) => kept(element(name))?.tagName !== name), [])
})

const media = words('audio iframe video track')

test('frames and media are the author’s alone', () => {
  assert.deepEqual(media.filter((name) => kept(element(name)) !== undefined), [])
  assert.deepEqual(media.filter((name) => kept(element(name), authorSchema)?.tagName !== name), [])
})

test('of elements that hold no words for readers nothing stays, not even what is in them', () => {
  for (const name of words('script style template noscript math svg textarea title xmp plaintext noembed noframes')) {
    assert.deepEqual(sanitize({type: 'root', children: [element(name)]}, authorSchema), {type: 'root', children: []}, name)
  }
})

test('of other elements the words stay, and nothing else', () => {
  for (const name of words('form object embed link base meta dialog marquee select x-own')) {
    assert.deepEqual(sanitize({type: 'root', children: [element(name)]}, authorSchema), {type: 'root', children: [{type: 'text', value: 'words'}]}, name)
  }
})

/** Attributes by the elements that may have them; `*` is any. */
const attributes: readonly (readonly [names: string, of: string])[] = [
  ['p', 'className dataCallout dataGroup dataCalloutMetadata dataCalloutFold dataTask dataLanguage dataTitle dataLine dir lang id title role hidden ariaLabel ariaHidden ariaDescribedBy ariaLabelledBy'],
  ['kg-hole', 'n'],
  ['a', 'className href name rel title dataFootnoteRef dataFootnoteBackref ariaLabel ariaDescribedBy'],
  ['img', 'alt decoding height loading src title width className'],
  ['section', 'className dataFootnotes'],
  ['h2 ul code', 'className'],
  ['ol', 'className start reversed type'],
  ['details', 'open className'],
  ['time', 'dateTime']
]

/** Attributes that only the author may write. */
const trusted: readonly (readonly [names: string, of: string])[] = [
  ['p', 'style'],
  ['audio', 'controls loop muted preload src'],
  ['iframe', 'allowFullScreen height src title width'],
  ['source', 'src type media'],
  ['track', 'src kind label srcLang'],
  ['video', 'controls height loop muted playsInline poster preload src width']
]

function lost(rows: typeof attributes, schema: Schema): string[] {
  return rows.flatMap(([names, of]) =>
    words(names).flatMap((name) => words(of).filter((attribute) => kept(element(name, {[attribute]: 'a'}), schema)?.properties[attribute] !== 'a').map((attribute) => `${name} ${attribute}`))
  )
}

test('attributes that say something stay', () => {
  assert.deepEqual(lost(attributes, contributorSchema), [])
  assert.deepEqual(lost([...attributes, ...trusted], authorSchema), [])
})

test('attributes of lists and tables stay where they belong', () => {
  const inside = (outer: readonly string[], name: string, attribute: string): boolean => {
    const made = outer.reduceRight<Element>((child, tagName) => ({...element(tagName), children: [child]}), element(name, {[attribute]: 'a'}))
    return JSON.stringify(kept(made)).includes(`"${attribute}":"a"`)
  }
  for (const attribute of words('className dataTask value')) assert.ok(inside(['ul'], 'li', attribute), attribute)
  for (const attribute of words('align colSpan rowSpan headers')) assert.ok(inside(['table', 'tbody', 'tr'], 'td', attribute), attribute)
  for (const attribute of words('align colSpan rowSpan headers scope abbr')) assert.ok(inside(['table', 'tbody', 'tr'], 'th', attribute), attribute)
  for (const name of words('caption colgroup col thead tbody tfoot')) assert.ok(inside(['table'], name, 'title'), name)
})

test('attributes that act, send or steal stay with nobody', () => {
  const acting = words('onClick onError formAction action accept method target encType prompt srcDoc contentEditable autoFocus popover form ping background style')
  for (const attribute of acting) assert.equal(kept(element('p', {[attribute]: 'a'}))?.properties[attribute], undefined, attribute)
  for (const attribute of acting.filter((name) => name !== 'style')) assert.equal(kept(element('a', {[attribute]: 'a'}), authorSchema)?.properties[attribute], undefined, attribute)
})

test('an element is a stop for the tab key in its turn, or none', () => {
  assert.deepEqual([-1, 0, 1, 9].map((tabIndex) => kept(element('p', {tabIndex}))?.properties['tabIndex']), [-1, 0, undefined, undefined])
})

test('no picture and nothing else but a link has a name, as the document would be asked for it, and keys stay the page’s', () => {
  for (const name of words('img p div iframe audio map details meter')) {
    for (const attribute of words('name useMap accessKey')) assert.equal(kept(element(name, {[attribute]: 'querySelector'}), authorSchema)?.properties[attribute], undefined, `${name} ${attribute}`)
  }
})

const styles = join(import.meta.dirname, '..', '..', 'src', 'styles')

/** Classes whose elements stand over the page or stay in sight, but for those of a note's own tables and embeds. */
function over(): Set<string> {
  const own = new Set(['table', 'markdown-embed-title'])
  const rules = readdirSync(styles).flatMap((file) => [...readFileSync(join(styles, file), 'utf8').replace(/\/\*.*?\*\//gs, '').matchAll(/([^{}]+)\{[^{}]*position: (?:fixed|sticky)/g)])
  const parts = rules.flatMap(([, selector = '']) => selector.split(';').at(-1)?.match(/(?<=\.)[\w-]+/g) ?? [])
  return new Set(parts.filter((name) => !own.has(name)))
}

test('no element of a note takes a class of what lies over the page', () => {
  const found = [...over()]
  for (const name of words('bar menu thumb found-words viewer preview')) assert.ok(found.includes(name), name)
  for (const schema of [contributorSchema, authorSchema]) {
    for (const name of words('a p div img li h2 code')) assert.deepEqual(kept(element(name, {className: [...found, 'own']}), schema)?.properties['className'], ['own'], name)
  }
})

test('a box to tick cannot be ticked, whatever was written', () => {
  const {properties} = kept(element('input', {type: 'text', checked: true, dataTask: 'x', ariaLabel: 'a', className: ['b']})) ?? element('none')
  assert.deepEqual(properties, {type: 'checkbox', disabled: true, checked: true, dataTask: 'x', ariaLabel: 'a', className: ['b']})
})

test('links lead to the schemes that people use, in any case of letters, and pictures come by http', () => {
  for (const scheme of words('http https mailto tel sms obsidian ftp ftps irc ircs xmpp matrix magnet geo vscode zotero')) {
    for (const written of [scheme, scheme.toUpperCase(), `${scheme.charAt(0).toUpperCase()}${scheme.slice(1)}`]) {
      assert.equal(kept(element('a', {href: `${written}:x`}))?.properties['href'], `${written}:x`)
      assert.equal(kept(element('img', {src: `${written}:x`}))?.properties['src'], /^https?$/i.test(written) ? `${written}:x` : undefined)
    }
  }
  for (const scheme of words('javascript data vbscript blob file about')) assert.equal(kept(element('a', {href: `${scheme}:x`}))?.properties['href'], undefined, scheme)
  for (const [name, attribute] of [['video', 'poster'], ['img', 'longDesc'], ['blockquote', 'cite']] as const) {
    assert.equal(kept(element(name, {[attribute]: 'javascript:x'}), authorSchema)?.properties[attribute], undefined)
  }
})
