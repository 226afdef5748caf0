/** Bases: the grammar of expressions, what they mean, and that nothing written in one can stop a build. */

import assert from 'node:assert/strict'
import {test} from 'node:test'
import fc from 'fast-check'
import {evaluate} from '../../src/garden/bases/evaluate.ts'
import {type Expression, isExpressionProblem, parseExpression, printExpression} from '../../src/garden/bases/expression.ts'
import {readDefinition} from '../../src/garden/bases/definition.ts'
import {compilePattern} from '../../src/garden/bases/pattern.ts'
import {findMatch} from '../../src/garden/bases/pattern-run.ts'
import {newRun, type Run} from '../../src/garden/bases/run.ts'
import {isError, textOf, type Value} from '../../src/garden/bases/value.ts'
import type {BaseFile, BaseWorld} from '../../src/garden/bases/world.ts'
import {growFiles, htmlOf, path, rulesOf} from './support.ts'

// ── A small world ───────────────────────────────────────────────────────────

function file(written: string, more: Partial<BaseFile> = {}): BaseFile {
  const name = written.replace(/^.*\//, '')
  const dot = name.lastIndexOf('.')
  return {path: path(written), name, basename: name.slice(0, dot), folder: written.includes('/') ? written.replace(/\/[^/]*$/, '') : '', ext: name.slice(dot + 1), tags: [], properties: [], links: [], embeds: [], ...more}
}

const kafka = file('Tools/Kafka.md', {
  size: 1200,
  created: '2026-01-31',
  updated: '2026-11-01',
  tags: ['tool/broker', 'Infra'],
  properties: [['rating', 4], ['Price', 12.5], ['checked', '2026-08-31'], ['made by', '[[Redis]]'], ['list', [3, 1, 2, 'x']], ['empty', null], ['done', true], ['nested', {a: {b: 1}}], ['__proto__', 'odd'], ['words', 'An Apple a day']],
  links: [{kind: 'link', target: 'Redis', path: path('Tools/Redis.md')}]
})
const redis = file('Tools/Redis.md', {links: [{kind: 'link', target: 'Kafka', path: path('Tools/Kafka.md')}]})
const files = [kafka, redis, file('pic.png')]
const world: BaseWorld = {
  files,
  byPath: new Map(files.map((each) => [each.path, each])),
  today: '2026-11-25',
  lang: 'en',
  resolve: (target) => {
    const found = files.find(({basename, path: at}) => basename === target || at === target)
    return found && {path: found.path}
  },
  backlinks: (at) => files.filter(({links}) => links.some((link) => link.path === at)).map((each) => each.path),
  pageOf: (at) => ({href: `/${at}/`, title: at}),
  pictureOf: () => undefined,
  tagHref: (name) => `/tags/${name}/`,
  remoteImages: false,
  externalRel: 'noopener'
}

function run(base = 'formulas:\n  twice: rating * 2\n  circle: formula.other\n  other: formula.circle\n'): Run {
  return newRun(world, readDefinition(base).definition, redis)
}

function meaningOf(text: string): Value {
  const parsed = parseExpression(text)
  assert.ok(!isExpressionProblem(parsed), isExpressionProblem(parsed) ? `${text}: ${parsed.reason}` : '')
  return evaluate(parsed, {run: run(), file: kafka, locals: new Map()})
}

// ── What expressions mean ───────────────────────────────────────────────────

const meanings: readonly (readonly [expression: string, text: string])[] = [
  // Operators (Ba-04)
  ['1 + 2 * 3', '7'], ['(1 + 2) * 3', '9'], ['7 % 4 - -2', '5'], ['2 > 1 && 1 >= 1', 'true'], ['!(1 == 2) || false', 'true'], ['1 != 1', 'false'],
  ['"a" + 1', 'a1'], ['"a" < "b"', 'true'], ['1 / 0', 'this is no number'], ['null + 1', ''], ['[1] + [2]', '1, 2'], ['rating <= 4', 'true'], ['missing > 3', 'false'],
  ['checked + "1M"', '2026-09-30'], ['checked + "1 week"', '2026-09-07'], ['checked - "1d 2h"', '2026-08-29 22:00'], ['date("2026-01-31") + "1 month"', '2026-02-28'],
  ['file.mtime - file.ctime', String(274 * 86_400_000)], ['checked < today()', 'true'], ['checked == "2026-08-31"', 'true'], ['duration("1d") == duration("24h")', 'true'],
  // Properties (Ba-03)
  ['rating', '4'], ['note.rating', '4'], ['note["made by"] == link("Redis")', 'true'], ['price', '12.5'], ['formula.twice', '8'], ['formula["twice"] + 1', '9'], ['nested.a.b', '1'], ['__proto__', 'odd'], ['constructor', ''],
  ['file.name', 'Kafka.md'], ['file.basename', 'Kafka'], ['file.ext', 'md'], ['file.folder', 'Tools'], ['file.path', 'Tools/Kafka.md'], ['file.size', '1200'], ['file.tags', 'tool/broker, Infra'], ['file.links.length', '1'], ['file.backlinks.length', '1'],
  ['file.properties.rating', '4'], ['this.file.name', 'Redis.md'], ['file.hasLink(this)', 'true'], ['file.hasLink(this.file)', 'true'], ['formula.circle', 'the formula “circle” asks for itself'], ['formula.none', 'there is no formula “none”'],
  // Functions (Ba-05)
  ['if(rating > 3, "yes", "no")', 'yes'], ['if(empty, 1)', ''], ['max(1, 5, 3)', '5'], ['min(4, 2)', '2'], ['max()', ''], ['number("3.5")', '3.5'], ['number("x")', 'this is no number'], ['list(1).length', '1'], ['list([1, 2]).length', '2'],
  ['now()', '2026-11-25'], ['today().year', '2026'], ['date("nonsense")', '“nonsense” is no date'], ['escapeHTML("<b>")', '&lt;b&gt;'], ['html("<b>x</b>")', 'x'], ['link("Redis", "r")', 'r'], ['link("Redis").asFile().name', 'Redis.md'], ['link("Redis").linksTo(file)', 'true'], ['file("Redis").hasLink(file)', 'true'], ['icon("star")', 'star'],
  ['"text".isType("string")', 'true'], ['[].isTruthy()', 'false'], ['(1).toString() + "x"', '1x'], ['missing.lower()', ''], ['missing.isEmpty()', 'true'],
  ['checked.year', '2026'], ['checked.format("dddd, D MMM YYYY [at] HH:mm")', 'Monday, 31 Aug 2026 at 00:00'], ['checked.date()', '2026-08-31'], ['checked.time()', '00:00:00'], ['checked.relative()', '3 months ago'], ['date("2026-11-24").relative()', 'yesterday'],
  ['words.contains("apple")', 'true'], ['words.containsAll("an", "DAY")', 'true'], ['words.containsAny("x", "day")', 'true'], ['words.startsWith("An")', 'true'], ['words.endsWith("y")', 'true'], ['words.lower()', 'an apple a day'], ['words.title()', 'An Apple A Day'], ['" x ".trim()', 'x'], ['"ab".reverse()', 'ba'], ['"äb".length', '2'], ['"ab".repeat(2)', 'abab'], ['"abc".slice(1)', 'bc'], ['"a,b".split(",")', 'a, b'], ['"a1b22c".split(/\\d+/)', 'a, b, c'], ['"a-b-c".replace("-", "+")', 'a+b+c'], ['"a1b2".replace(/\\d/g, "#")', 'a#b#'], ['"a1b2".replace(/\\d/, "#")', 'a#b2'], ['"John Smith".replace(/(\\w+) (\\w+)/, "$2 $1")', 'Smith John'], ['/^an?\\b/i.matches(words)', 'true'], ['/(a)\\1/.matches("aa")', '“\\1” is not known in patterns here'],
  ['(-3.456).abs().round(1)', '3.5'], ['(2.1).ceil()', '3'], ['(2.9).floor()', '2'], ['(1.005).toFixed(1)', '1.0'], ['rating.nothing()', 'a number has no function “nothing”'], ['nothing(1)', 'there is no function “nothing”'],
  ['list.filter(value > 1)', '3, 2'], ['[1, 2, 3].map(value * 2)', '2, 4, 6'], ['[1, 2, 3].reduce(acc + value, 10)', '16'], ['[1, 2].map(index)', '0, 1'], ['[3, 1, 2].sort()', '1, 2, 3'], ['[1, [2, [3]]].flat()', '1, 2, 3'], ['[1, 1, 2].unique()', '1, 2'], ['[1, 2].join("-")', '1-2'], ['[1, 2].reverse()', '2, 1'], ['[1, 2, 3].slice(1)', '2, 3'], ['[1, 2][0]', '1'], ['[1, 2][-1]', '2'], ['[].isEmpty()', 'true'], ['[1, 2, 3].mean()', '2'], ['file.tags.contains("infra")', 'true'], ['list.contains("X")', 'true'],
  ['file.hasTag("tool")', 'true'], ['file.hasTag("#TOOL/broker")', 'true'], ['file.hasTag("too")', 'false'], ['file.inFolder("Tools")', 'true'], ['file.inFolder("Too")', 'false'], ['file.hasProperty("price")', 'true'], ['file.hasProperty("nope")', 'false'], ['file.asLink("me")', 'me'],
  ['{a: 1, "b c": 2}.keys()', 'a, b c'], ['{a: 1}.values()', '1'], ['{}.isEmpty()', 'true']
]

for (const [expression, text] of meanings) test(`${expression} is ${text === '' ? 'nothing' : text}`, () => assert.equal(textOf(meaningOf(expression)), text))

test('dice fall the same way at every build', () => {
  assert.equal(meaningOf('random()'), meaningOf('random()'))
  assert.notEqual(textOf(meaningOf('[random(), random()].unique().length')), '1')
})

// ── The grammar ─────────────────────────────────────────────────────────────

const problems: readonly (readonly [text: string, at: number, reason: RegExp])[] = [
  ['', 0, /value was expected/], ['1 +', 3, /value was expected/], ['"open', 0, /not closed/], ["'open", 0, /not closed/], ['(1', 2, /“\)” was expected/], ['a.', 2, /name was expected/], ['a b', 2, /operator/], ['[1,', 3, /value/], ['#x', 0, /“#” means nothing/], ['1 = 2', 2, /“=” means nothing/], ['/open', 0, /not closed/],
  ['('.repeat(10_000), 60, /nested/], ['!'.repeat(9000), 60, /nested/], [`a${'.b'.repeat(4000)}`, 123, /chain/], ['x'.repeat(10_001), 10_000, /longer/], ['{a 1}', 3, /“:” was expected/], ['\0', 0, /means nothing/], ['\uD800', 0, /means nothing/]
]

for (const [text, at, reason] of problems) {
  test(`${JSON.stringify(text.slice(0, 20))} is told at ${at}`, () => {
    const parsed = parseExpression(text)
    assert.ok(isExpressionProblem(parsed))
    assert.match(parsed.reason, reason)
    assert.equal(parsed.at, at)
  })
}

const name = fc.constantFrom('rating', 'note', 'file', 'this', 'formula', 'value', 'tags', 'length', 'filter', 'map', 'contains', 'if', 'link', 'date', 'twice', 'circle', 'checked', 'round', 'repeat', 'replace', 'split', 'sort', 'unique', 'format', 'toString', '__proto__', 'constructor')
const {expression} = fc.letrec<{expression: Expression}>((tie) => ({
  expression: fc.oneof(
    {maxDepth: 5, withCrossShrink: true},
    fc.record({kind: fc.constant('value' as const), value: fc.oneof(fc.constantFrom(null, true, false), fc.string({maxLength: 12}), fc.nat(1e9), fc.constantFrom(0.5, 1.25))}),
    name.map((each) => ({kind: 'name' as const, name: each})),
    fc.record({kind: fc.constant('list' as const), items: fc.array(tie('expression'), {maxLength: 3})}),
    fc.record({kind: fc.constant('object' as const), entries: fc.array(fc.tuple(fc.string({maxLength: 5}), tie('expression')), {maxLength: 2})}),
    fc.record({kind: fc.constant('member' as const), of: tie('expression'), name}),
    fc.record({kind: fc.constant('index' as const), of: tie('expression'), index: tie('expression')}),
    fc.record({kind: fc.constant('call' as const), of: tie('expression'), args: fc.array(tie('expression'), {maxLength: 3})}),
    fc.record({kind: fc.constantFrom('not' as const, 'minus' as const), of: tie('expression')}),
    fc.record({kind: fc.constant('binary' as const), sign: fc.constantFrom('||' as const, '&&', '==', '!=', '<', '>', '<=', '>=', '+', '-', '*', '/', '%'), left: tie('expression'), right: tie('expression')})
  )
}))

test('what is printed parses to the same tree', () => {
  fc.assert(fc.property(expression, (tree) => {
    assert.deepEqual(parseExpression(printExpression(tree)), JSON.parse(JSON.stringify(tree)))
  }), {numRuns: 500, seed: 23})
})

test('parsing is total', () => {
  fc.assert(fc.property(fc.oneof(fc.string({unit: 'binary'}), fc.string({unit: fc.constantFrom('(', ')', '[', '"', 'a', '.', '1', ' ', '/', '\\', '-', '!', '{', ':', ',')})), (text) => {
    const parsed = parseExpression(text)
    if (isExpressionProblem(parsed)) assert.ok(parsed.at >= 0 && parsed.at <= text.length)
  }))
})

test('evaluation is total: a value or an error, never an exception', () => {
  fc.assert(fc.property(expression, (tree) => {
    const value = evaluate(tree, {run: run(), file: kafka, locals: new Map()})
    assert.equal(typeof textOf(value), 'string')
  }), {numRuns: 2000, seed: 23})
})

// ── Limits ──────────────────────────────────────────────────────────────────

const greedy: readonly string[] = [
  '"x".repeat(1000000000).repeat(1000000000).length',
  '[1,2,3,4,5,6,7,8,9].map([1,2,3,4,5,6,7,8,9].map([1,2,3,4,5,6,7,8,9].map([1,2,3,4,5,6,7,8,9].map([1,2,3,4,5,6,7,8,9].map([1,2,3,4,5,6,7,8,9].map([1,2,3,4,5,6,7,8,9].map([1,2,3,4,5,6,7,8,9].map(1))))))))',
  '"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!".replace(/(a+)+$/g, "x")',
  '/^(([a-z])+.)+[A-Z]([a-z])+$/.matches("a".repeat(50000))',
  '/(x{999}){999}/.matches("x")',
  `[${'1,'.repeat(4000)}1].reduce([acc])`,
  `[${'1,'.repeat(4000)}1].reduce(acc + acc, "xx").length`
]

for (const each of greedy) {
  test(`${each.slice(0, 50)} ends`, () => {
    const value = meaningOf(each)
    assert.ok(isError(value) || textOf(value).length <= 100_000)
  })
}

const atom = fc.constantFrom('a', 'b', '.', '[ab]', '[^a]', '\\d', '\\w')
const {pattern} = fc.letrec<{pattern: string}>((tie) => ({
  pattern: fc.oneof(
    {maxDepth: 4},
    atom,
    fc.tuple(tie('pattern'), tie('pattern')).map(([one, other]) => one + other),
    fc.tuple(tie('pattern'), tie('pattern')).map(([one, other]) => `(${one}|${other})`),
    fc.tuple(atom, fc.constantFrom('*', '+', '?', '*?', '+?', '{1,2}', '{2}')).map(([one, sign]) => one + sign),
    fc.tuple(atom, fc.constantFrom('+', '{1,2}')).map(([one, sign]) => `(${one})${sign}`),
    tie('pattern').map((one) => `^${one}`),
    tie('pattern').map((one) => `${one}\\b`)
  )
}))

test('patterns find what regular expressions find', () => {
  fc.assert(fc.property(pattern, fc.string({unit: fc.constantFrom('a', 'b', 'A', '1', ' '), maxLength: 10}), fc.constantFrom('', 'i'), (source, text, flags) => {
    const compiled = compilePattern(source, flags)
    assert.ok(typeof compiled !== 'string', String(compiled))
    const found = findMatch(compiled, text, {from: 0, spend: () => true})
    const expected = new RegExp(source, flags).exec(text)
    assert.deepEqual(found?.slice(0, 2), expected ? [expected.index, expected.index + expected[0].length] : undefined, `${source} in ${text}`)
  }), {numRuns: 3000, seed: 23})
})

// ── Definitions ─────────────────────────────────────────────────────────────

const definitions: readonly (readonly [name: string, source: string, line: number, reason: RegExp])[] = [
  ['broken YAML', 'views: [', 1, /sequence/],
  ['a list at the top', '- a', 1, /name: value/],
  ['a filter of a strange kind', 'filters:\n  xor:\n    - a', 3, /joins no filters/],
  ['an unread formula', 'formulas:\n  a: "1 +"', 2, /value was expected/],
  ['a formula that is a list', 'formulas:\n  a: [1]', 2, /no expression/],
  ['an unknown view', 'views:\n  - type: kanban', 2, /shown as tables/],
  ['a view that is text', 'views:\n  - table', 2, /name: value/],
  ['a filter of deep nesting', `filters:\n${Array.from({length: 40}, (_, index) => `${' '.repeat(index + 1)}and:`).join('\n')}\n${' '.repeat(42)}- a`, 23, /nested too deep/],
  ['too much', `#${'x'.repeat(100_001)}`, 1, /more than/],
  ['an alias bomb', `a: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b]\nd: [*c,*c,*c,*c,*c,*c,*c,*c,*c]`, 1, /alias/i]
]

for (const [name_, source, line, reason] of definitions) {
  test(`${name_} is told with its place`, () => {
    const [problem] = readDefinition(source).problems
    assert.match(problem?.reason ?? '', reason)
    assert.equal(problem?.line, line)
  })
}

test('reading a definition is total', () => {
  fc.assert(fc.property(fc.string({unit: fc.constantFrom('a', ':', ' ', '\n', '-', '[', '{', '"', '&', '*', '!', '|', 'views', 'filters', 'and')}), (source) => {
    assert.ok(Array.isArray(readDefinition(source).definition.views))
  }))
})

// ── In a garden ─────────────────────────────────────────────────────────────

test('a base sees nothing that is private: the garden is as if there had never been any', async () => {
  const open = new Map([
    ['All.base', 'views:\n  - type: table\n    order: [file.name, file.links, file.backlinks, file.embeds, file.properties, token]\n'],
    ['Open.md', '---\ntoken: hush\nrating: 1\n---\n[[Merger]] ![[Merger]] ![[Plan.canvas]]'],
    ['Plan.canvas', '{"nodes":[{"id":"a","type":"file","file":"Merger.md","x":0,"y":0,"width":9,"height":9}]}']
  ])
  const {diagnostics: _, fillers: __, ...withIt} = await growFiles(new Map([...open, ['Merger.md', '---\npublish: false\n---\nZebra ![[deal.png]] [[Open]]'], ['deal.png', '']]))
  const {diagnostics: ___, fillers: ____, ...without} = await growFiles(open)
  assert.equal(JSON.stringify(withIt), JSON.stringify(without))
  assert.doesNotMatch(JSON.stringify(withIt), /Zebra|deal/)
  assert.doesNotMatch(htmlOf(await growFiles(open), 'All.base'), /hush/)
})

test('a base is as private as its top and its folder say', async () => {
  const garden = await growFiles(new Map([['A.base', 'publish: false'], ['B.base', 'draft: true\nviews: ['], ['templates/C.base', ''], ['D.base', 'views: []']]))
  assert.deepEqual(garden.pages.map(({path: at}) => at), ['D.base'])
  assert.ok(rulesOf(garden.diagnostics).includes('base-syntax'))
})

test('`this` is the note that embeds the base', async () => {
  const garden = await growFiles(new Map([
    ['Links.base', 'filters: file.hasLink(this)\nviews:\n  - type: list\n    name: L\n'],
    ['Hub.md', '![[Links.base#L]]'],
    ['Spoke.md', '[[Hub]]'],
    ['Other.md', 'Nothing.']
  ]))
  assert.match(htmlOf(garden, 'Hub.md'), /Spoke/)
  assert.doesNotMatch(htmlOf(garden, 'Hub.md'), /Other/)
  assert.match(htmlOf(garden, 'Links.base'), /Hub/)
})

test('markup in properties and names of views stays text', async () => {
  const garden = await growFiles(new Map([
    ['A.md', '---\nevil: "<script>alert(1)</script>"\nlink: "[[<img src=x onerror=alert(1)>]]"\nurl: "https://x.org/\\"onload=alert(1)"\njs: "javascript:alert(1)"\n---\n'],
    ['X.base', 'views:\n  - type: table\n    name: \'"><script>\'\n    order: [evil, link, url, js]\n  - type: cards\n    order: [file.name, evil]\n    image: evil\n']
  ]))
  const html = htmlOf(garden, 'X.base')
  assert.doesNotMatch(html, /<script|<img|href="javascript|org\/"onload=alert\(1\)"/)
})

test('a view carries at most a thousand rows and says how many are left', async () => {
  const notes = Array.from({length: 1010}, (_, index): [string, string] => [`n/${index}.md`, ''])
  const garden = await growFiles(new Map([...notes, ['All.base', 'filters: file.ext == "md"']]))
  const html = htmlOf(garden, 'All.base')
  assert.equal(html.match(/<tr>/g)?.length, 1001)
  assert.match(html, /10 more are not shown/)
})
