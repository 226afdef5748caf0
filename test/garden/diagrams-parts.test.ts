import assert from 'node:assert/strict'
import {readFileSync} from 'node:fs'
import {createRequire} from 'node:module'
import path from 'node:path'
import {test} from 'node:test'
import {hex, luminance, short} from '../../src/garden/diagrams/css/colour.ts'
import {parseSelector} from '../../src/garden/diagrams/css/selector.ts'
import {parseSheet} from '../../src/garden/diagrams/css/sheet.ts'
import {pathBox, pathLength, pointAt} from '../../src/garden/diagrams/dom/curve.ts'
import {openFont} from '../../src/garden/diagrams/dom/font.ts'
import {parseTransform} from '../../src/garden/diagrams/dom/matrix.ts'
import {slowCopy} from '../../src/garden/diagrams/dom/quicken.ts'
import {failureOf, lineMap} from '../../src/garden/diagrams/failure.ts'
import {plain} from '../../src/garden/diagrams/model/read.ts'
import {inks} from '../../src/garden/diagrams/palette.ts'
import {mergeThemes, withTokens} from '../../src/garden/diagrams/svg/merge.ts'
import {parseSvg} from '../../src/garden/diagrams/svg/parse.ts'
import {print} from '../../src/garden/diagrams/svg/print.ts'
import {simplifyPaths} from '../../src/garden/diagrams/svg/simplify.ts'
import {straightenEnds} from '../../src/garden/diagrams/svg/straighten.ts'
import {canonicalIds, prune, roundNumbers} from '../../src/garden/diagrams/svg/tidy.ts'
import type {Element} from '../../src/garden/diagrams/svg/tree.ts'
import {cutAtMarks, markLinks} from '../../src/garden/diagrams/wiki.ts'

const root = path.join(import.meta.dirname, '../..')

function svg(inner: string): Element {
  const tree = parseSvg(`<svg viewBox="0 0 10 10">${inner}</svg>`)
  assert.ok(tree)
  return tree
}

function printed(inner: string): string {
  return print(svg(inner)).html.replace(/^<svg[^>]*>|<\/svg>$|^<svg[^>]*\/>$/g, '')
}

const near = (actual: number, expected: number): void => assert.ok(Math.abs(actual - expected) < 0.01, `${actual} is not ${expected}`)

test('the box of a path holds its curves, not their control points', () => {
  assert.deepEqual(pathBox('M0 0 H10 V5 Z'), {x0: 0, y0: 0, x1: 10, y1: 5})
  const arc = pathBox('M -5 0 A 5 5 0 0 1 5 0')
  near(arc?.y0 ?? 0, -5)
  near(arc?.x1 ?? 0, 5)
  const curve = pathBox('M0,0 C0,10 10,10 10,0')
  near(curve?.y1 ?? 0, 7.5)
  assert.equal(pathBox('M 3 3'), undefined)
  assert.equal(pathBox(''), undefined)
})

test('a path has a length, and points along it', () => {
  near(pathLength('M0 0 l3 4 m10 10 h2'), 7)
  near(pathLength('M0 0 q5 5 10 0 t10 0'), 22.95)
  assert.deepEqual(pointAt('M0 0 L10 0 L10 10', 15), {x: 10, y: 5})
  assert.deepEqual(pointAt('M0 0 L10 0', 99), {x: 10, y: 0})
})

test('transforms are applied from the right', () => {
  assert.deepEqual(parseTransform('translate(10, 5) scale(2)'), [2, 0, 0, 2, 10, 5])
  assert.deepEqual(parseTransform('matrix(1 2 3 4 5 6)'), [1, 2, 3, 4, 5, 6])
  assert.deepEqual(parseTransform('rotate(90, 5, 5)').map(Math.round), [0, 1, -1, 0, 10, 0])
  assert.deepEqual(parseTransform('wobble(3)'), [1, 0, 0, 1, 0, 0])
})

for (const [written, expected] of [
  ['#ABC', '#aabbcc'], ['#11223344', '#11223344'], ['rgb(255, 0, 10)', '#ff000a'], ['rgba(0,0,0,.5)', '#00000080'], ['hsl(120, 100%, 25%)', '#008000'],
  ['hsl(-240 100% 25%)', '#008000'], ['RebeccaPurple', '#663399'], ['none', undefined], ['transparent', undefined], ['url(#a)', undefined], ['constructor', undefined], ['rgb(a,b,c)', undefined]
] as const) {
  test(`the colour ${written} is ${expected}`, () => assert.equal(hex(written), expected))
}

test('luminance runs from black to white', () => {
  assert.equal(luminance('#000000'), 0)
  near(luminance('#ffffff'), 1)
  assert.equal(short('#aabbcc'), '#abc')
  assert.equal(short('#aabbcd'), '#aabbcd')
})

test('a selector is read with its specificity; what mermaid does not need is not', () => {
  assert.equal(parseSelector('#m .node > rect.basic[data-look="neo"]')?.specificity, 10_301)
  for (const text of ['a:hover', ':root', 'p::before', 'a:not(.b)', 'a || b']) assert.equal(parseSelector(text), undefined, text)
})

test('a style sheet is read without comments, at-rules and broken ends', () => {
  const rules = parseSheet('/* x */ .a, .b { fill: red !important; stroke: var(--x, blue) } @media print { .c { fill: green } } .d { fill: undefined } .e { fill: re')
  assert.deepEqual(rules.map(({declarations}) => declarations), [
    [{name: 'fill', value: 'red', important: true}, {name: 'stroke', value: 'blue', important: false}],
    [{name: 'fill', value: 'red', important: true}, {name: 'stroke', value: 'blue', important: false}]
  ])
})

test('readers of hostile text take time in step with its length', () => {
  const long = 100_000
  parseSheet(`${'/*'.repeat(long)}${'{'.repeat(long)}`)
  parseSelector(`${'a '.repeat(long)}!`)
  parseSvg(`<svg ${'a='.repeat(long)}`)
  parseSvg(`<svg>${'<'.repeat(long)}`)
  markLinks(`${'[['.repeat(long)}${'"'.repeat(long)}`, true)
  plain('*'.repeat(long))
  failureOf({message: `Parse error ${'Expecting '.repeat(long)}`}, '%%'.repeat(long))
  assert.equal(pathBox('M'.repeat(long)), undefined)
})

test('text is as wide as in the font, and other characters as wide as is agreed', async () => {
  const font = await openFont(path.join(root, 'public/fonts/inter-400-600.woff2'))
  const width = (text: string, weight = 400): number => font.width(text, {size: 100, weight})
  near(width('漢字'), 200)
  near(width('🚗'), 125)
  near(width('👩‍💻'), 125)
  near(width('Ж'), 55)
  near(width('\u2063\u200b'), 0)
  near(width('a\u2063b'), width('a') + width('b'))
  assert.ok(width('Wide', 600) > width('Wide', 400))
  assert.equal(width('Wide', 900), width('Wide', 600))
  assert.deepEqual(Object.keys(font.lines({size: 16, weight: 400})), ['ascent', 'descent', 'gap'])
})

for (const [what, written, expected] of [
  ['an unknown element', '<blink>x</blink><g id="a"/>', '<g id="\u00000\u0000"/>'],
  ['a script', '<script>alert(1)</script><SCRIPT>x</SCRIPT>', ''],
  ['handlers and styles', '<rect onclick="x" style="fill:red" width="3"/>', '<rect width="3"/>'],
  ['a script as an address', '<a href="javascript:x"><text>t</text></a>', '<a><text>t</text></a>'],
  ['an address with an entity in it', '<a href="java&#115;cript:x"/>', '<a/>'],
  ['a good address', '<a href="https://a.b/c?d=e&amp;f" rel="opener"/>', '<a href="https://a.b/c?d=e&amp;f" rel="noopener"/>'],
  ['a remote paint', '<rect fill="url(https://evil)" stroke="url(#a)" mask="url( \'#a\' )"/>', '<rect stroke="url(#\u00000\u0000)"/>'],
  ['HTML outside of a label', '<div>x</div><p>y</p>', ''],
  ['HTML in a label', '<foreignObject><div class="lb palette" title="t" onclick="x"><img src="x"/><b>b</b><br></div></foreignObject>', '<foreignObject><div class="lb"><b>b</b><br/></div></foreignObject>'],
  ['an empty element of HTML', '<foreignObject><span/></foreignObject>', '<foreignObject><span></span></foreignObject>'],
  ['a formula', '<foreignObject><math display="block"><mi href="x" mathvariant="bold">x</mi><annotation-xml>y</annotation-xml></math></foreignObject>', '<foreignObject><math display="block"><mi mathvariant="bold">x</mi></math></foreignObject>'],
  ['markup in text', '<text>&lt;b&gt; &amp; <!-- c --></text>', '<text>&lt;b&gt; &amp; </text>'],
  ['a raster picture', '<image href="data:image/png;base64,iVBOR"/><image href="data:image/svg+xml;base64,x"/>', '<image href="data:image/png;base64,iVBOR"/>'],
  ['a value that breaks out', '<rect x="3&quot; onload=&quot;x" class="a &quot;b c"/>', '<rect class="a c"/>']
] as const) {
  test(`${what} is printed as it may be`, () => assert.equal(printed(written), expected))
}

test('ids that nothing refers to go, the others are named in order', () => {
  const {html, holes} = print(canonicalIds(prune(svg('<marker id="x-9"><path d="M0 0"/></marker><marker id="unused"><path d="M0 0"/></marker><path id="y" d="M0 0" marker-end="url(#x-9)"/>'))))
  assert.match(html.replaceAll('\0', '~'), /<marker id="~0~">.*<path d="M0 0" marker-end="url\(#~0~\)"\/>/)
  assert.deepEqual(holes, [{kind: 'id', id: 'd0'}])
})

test('empty parts go, and numbers have two places', () => {
  assert.equal(print(prune(roundNumbers(svg('<g><g/></g><rect/><path d="M0.12345 -0.0001L1e-9 2"/>')))).html, '<svg viewBox="0 0 10 10"><path d="M0.12 0L1e-9 2"/></svg>')
})

test('lines that are drawn twice as curves are drawn once as lines; real curves stay', () => {
  const d = (written: string): string | undefined => [...simplifyPaths(svg(`<path d="${written}"/>`)).children].map((child) => (child.kind === 'element' ? child.attributes.get('d') : ''))[0]
  assert.equal(d('M0 0 C1 0, 2 0, 9 0 M0 0 C3 0, 4 0, 9 0 M9 0 C9 1, 9 2, 9 5'), 'M0,0L9,0L9,5')
  assert.equal(d('M0 0 C0 5, 5 5, 5 0'), 'M0 0 C0 5, 5 5, 5 0')
})

for (const [what, written, expected] of [
  ['into a round top', 'M96,293L164,390L164,429Q164,434 169,434.6L174,434.8', 'M96,293L164,390L164,430'],
  ['into a round side', 'M0,5L90,5Q100,5 100,8L100.2,12', 'M0,5L96,5'],
  ['out of a round foot', 'M528,408.4L523,408.6Q519,409 519,413L519,500L530,500', 'M519,405L519,500L530,500'],
  ['around a corner of its own', 'M0,0L50,138Q50,145 57,145L68,145', 'M0,0L50,138Q50,145 57,145L68,145'],
  ['aslant', 'M1,1L5,9', 'M1,1L5,9']
] as const) {
  test(`a line ${what} keeps its direction`, () => {
    const [line] = straightenEnds(svg(`<path class="flowchart-link" d="${written}" marker-end="url(#a)"/>`)).children
    assert.equal(line?.kind === 'element' && line.attributes.get('d'), expected)
  })
}

test('a light drawing whose colours are tokens needs no dark one', () => {
  const light = svg('<rect fill="#fffdf9" stroke="none"/>')
  assert.deepEqual(withTokens(light, new Map()).done, true)
  assert.match(print(withTokens(light, new Map()).svg).html, /fill="var\(--dia-shape\)"/)
  assert.equal(withTokens(svg('<rect fill="#123456"/>'), new Map()).done, false)
  assert.equal(withTokens(svg('<rect fill="#123456"/>'), new Map([['#123456', 'var(--ink)']])).done, true)
})

test('two drawings become one, and differ in nothing but colours', () => {
  const merged = mergeThemes(svg('<rect fill="#112233" x="1"/><rect fill="#1c1a17"/>'), svg('<rect fill="#445566" x="1"/><rect fill="#e3ded2"/>'), new Map())
  assert.match(merged ? print(merged).html : '', /fill="light-dark\(#123,#456\)" x="1"\/><rect fill="var\(--ink\)"/)
  assert.equal(mergeThemes(svg('<rect x="1"/>'), svg('<rect x="2"/>'), new Map()), undefined)
  assert.equal(mergeThemes(svg('<rect/>'), svg('<g/>'), new Map()), undefined)
})

for (const [written, expected, targets] of [
  ['flowchart LR\n  a[[Kafka]] --> b["[[Kafka]]"]', 'flowchart LR\n  a[[Kafka]] --> b["Kafka"]', ['Kafka']],
  ['flowchart LR\n  a["see[[A|b]] (x)[[C#d]]"]', 'flowchart LR\n  a["seeb (x)C#d"]', ['A', 'C#d']],
  ['flowchart LR\n  a -->|[[A]]| b', 'flowchart LR\n  a -->|A| b', ['A']],
  ['flowchart LR\n  %% [[A]]\n  click a "[[B]]"', 'flowchart LR\n  %% [[A]]\n  click a href "#note-0"', ['B']],
  ['stateDiagram-v2\n  click a "[[B]]" "tip"', 'stateDiagram-v2\n  click a "#note-0" "tip"', ['B']],
  ['classDiagram\n  link A "[[B]]"', 'classDiagram\n  link A "#note-0"', ['B']],
  ['sequenceDiagram\n  A->>B: x[[A\\|b]]', 'sequenceDiagram\n  A->>B: xb', ['A']],
  ['eventmodeling\ntf 01 cmd A [[B]]', 'eventmodeling\ntf 01 cmd A [[B]]', []]
] as const) {
  test(`links are found in ${JSON.stringify(written)}`, () => {
    const {source, references} = markLinks(written, false)
    assert.equal(source, expected)
    assert.deepEqual(references.map(({target}) => target), targets)
  })
}

test('marks come back as pieces, and an author cannot forge them', () => {
  const {source} = markLinks('pie\n "a [[B|c]] d \u2063\u2062\u2063[[E]]" : 1', true)
  const line = source.split('\n')[1] ?? ''
  assert.deepEqual(cutAtMarks(line), [{text: ' "a '}, {text: 'c', reference: 0}, {text: ' d '}, {text: 'E', reference: 1}, {text: '" : 1'}])
})

test('lines that mermaid counts are lines of the source', () => {
  assert.deepEqual(lineMap('---\ntitle: x\n---\n\n%%{init: {}}%%\n%% c\nflowchart LR\n  a\n\n  %% d\n  b'), [7, 8, 11])
  assert.deepEqual(lineMap('pie\n "a" : 1'), [1, 2])
})

test('labels are told without markup', () => {
  assert.equal(plain('`**Bold** and *slant*`<br/>#quot;x#quot; &lt;b&gt; #35;'), 'Bold and slant "x" <b> #')
  assert.equal(plain('2 * 3'), '2 * 3')
  assert.equal(plain(undefined), '')
})

test('the palette and the style sheets hold the same colours', () => {
  const css = ['tokens', 'diagram'].map((name) => readFileSync(path.join(root, `src/styles/${name}.css`), 'utf8')).join('\n')
  for (const [token, {light, dark}] of Object.entries(inks)) {
    const value = new RegExp(`${token}:\\s*([^;]+);`).exec(css)?.[1] ?? ''
    const inner = /^var\((--[\w-]+)\)$/.exec(value)?.[1]
    const written = inner ? (new RegExp(`${inner}:\\s*([^;]+);`).exec(css)?.[1] ?? '') : value
    assert.equal(written, `light-dark(${light}, ${dark})`, token)
  }
})

test('ink can be read on every ground, in both themes', () => {
  const contrast = (one: string, two: string): number => {
    const [dark = 0, light = 0] = [luminance(one), luminance(two)].sort((a, b) => a - b)
    return (light + 0.05) / (dark + 0.05)
  }
  const {'--ink': text, ...others} = inks
  for (const [token, ground] of Object.entries(others)) {
    if (!/^--dia-(?:\d|ground|shape|group|note)$/.test(token)) continue
    for (const theme of ['light', 'dark'] as const) assert.ok(contrast(text[theme], ground[theme]) >= 7, `${token} ${theme}`)
  }
})

test('mermaid still copies its configuration in the line that is made quick', () => {
  const folder = path.dirname(createRequire(import.meta.url).resolve('mermaid'))
  const entry = readFileSync(path.join(folder, 'mermaid.core.mjs'), 'utf8')
  const chunks = new Set([...entry.matchAll(/chunks\/mermaid\.core\/(chunk-\w+\.mjs)/g)].map(([, name]) => name ?? ''))
  assert.ok([...chunks].some((name) => readFileSync(path.join(folder, 'chunks/mermaid.core', name), 'utf8').includes(slowCopy)))
})
