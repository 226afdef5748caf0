import assert from 'node:assert/strict'
import {test} from 'node:test'
import type {Element, Properties, Root} from 'hast'
import {leadToTop} from '../../src/mdx-anchors.ts'
import {growFiles, printed} from './support.ts'

test('a component that nothing imports is an error with its place', async () => {
  const garden = await growFiles(new Map([['Lab.mdx', '---\ntitle: Lab\n---\nText\n\nHello <Missing /> there\n']]), {trust: 'author'})
  assert.match(printed(garden.diagnostics), /^Lab\.mdx:6:7: error: Nothing imports a component called “Missing”\. \[mdx-component\]/m)
})

test('components that are imported, exported or parts of one are known, and HTML needs no import', async () => {
  const text = "import Box, {Row as Line} from './x.astro'\nexport const Own = () => null\n\n<Box><Line.Part /> <Own /></Box>\n\n<div>x</div>\n"
  const garden = await growFiles(new Map([['Lab.mdx', text]]), {trust: 'author'})
  assert.doesNotMatch(printed(garden.diagnostics), /mdx-component/)
})

test('where nothing is compiled, a component need not exist', async () => {
  const garden = await growFiles(new Map([['Lab.mdx', '<Missing>words</Missing>\n']]), {trust: 'contributors'})
  assert.doesNotMatch(printed(garden.diagnostics), /mdx-component/)
  assert.match(garden.pages[0]?.html ?? '', /words/)
})

/** An element of HTML, as the compiled body holds it. */
function anchor(properties: Properties, words: string): Element {
  return {type: 'element', tagName: 'a', properties, children: [{type: 'text', value: words}]}
}

test('in a compiled body, a link to a place that the note does not have leads to the top', () => {
  const jsx = (name: string, attributes: readonly (readonly [string, string])[]) => ({type: 'mdxJsxTextElement', name, attributes: attributes.map(([key, value]) => ({type: 'mdxJsxAttribute', name: key, value})), children: []})
  const tree = {type: 'root', children: [anchor({href: '#lost'}, 'a'), anchor({href: '#part'}, 'b'), {type: 'element', tagName: 'h2', properties: {id: 'part'}, children: []}, jsx('a', [['href', '#gone']]), jsx('a', [['href', '#own']]), jsx('span', [['id', 'own']])]}
  leadToTop(tree as Root, '/lab/')
  assert.deepEqual(JSON.stringify(tree).match(/"href":"[^"]*"|"name":"href","value":"[^"]*"/g), ['"href":"/lab/"', '"href":"#part"', '"name":"href","value":"/lab/"', '"name":"href","value":"#own"'])
})

test('where a component could bring the place, the link stays, and the audit decides', () => {
  const tree = {type: 'root', children: [anchor({href: '#lost'}, 'a'), {type: 'mdxJsxFlowElement', name: 'Box', attributes: [], children: []}]}
  leadToTop(tree as Root, '/lab/')
  assert.match(JSON.stringify(tree), /"href":"#lost"/)
})

test('what HTML in MDX leads to nowhere is told at its place', async () => {
  const garden = await growFiles(new Map([['Lab.mdx', 'Words.\n\nand <a href="#lost">x</a>\n']]), {trust: 'author'})
  assert.match(printed(garden.diagnostics), /^Lab\.mdx:3:5: warning: “Lab” has no heading “lost”\./m)
})

test('formulas, marks and boxes of the dialect stand in MDX', async () => {
  const garden = await growFiles(new Map([['Lab.mdx', 'Inline $a^2$, $5 and $6, ==marked== and <b>[[Lab]]</b>.\n\n$$\n\\frac{1}{2}\n$$\n\n> [!tip] Note that\n> $b$\n']]), {trust: 'author'})
  const html = garden.pages[0]?.html ?? ''
  assert.deepEqual([...html.matchAll(/<annotation encoding="application\/x-tex">([^<]*)/g)].map(([, tex]) => tex), ['a^2', '\\frac{1}{2}', 'b'])
  assert.match(html, /\$5 and \$6, <mark>marked<\/mark>/)
  assert.match(html, /class="callout" data-callout="tip"/)
})

test('MDX that is not compiled is cleaned as Markdown is, keeps its classes, and its name may be in capitals', async () => {
  const text = '<div class="x  y">a <input value="words"/></div>\n\n<iframe src="https://example.org/"/>\n'
  for (const path of ['Lab.mdx', 'Lab.MDX']) {
    const garden = await growFiles(new Map([[path, text]]), {trust: 'contributors'})
    assert.match(garden.pages[0]?.html ?? '', /<div class="x y">a words<\/div>/, path)
    assert.match(printed(garden.diagnostics), /frame-as-link/, path)
  }
})
