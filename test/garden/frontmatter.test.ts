import assert from 'node:assert/strict'
import {test} from 'node:test'
import fc from 'fast-check'
import {mentionsVisibility, parseFrontmatter} from '../../src/garden/frontmatter.ts'
import {broken, empty, no, slips, unclear, yes} from '../hostile/yaml.ts'
import {parse, rulesOf} from './support.ts'

const noteOf = (yaml: string, ending = '\n'): string => `---${ending}${yaml.replaceAll('\n', ending)}${ending}---${ending}Text.${ending}`

// ── What cannot be read ─────────────────────────────────────────────────────

for (const [yaml, place] of broken) {
  test(`broken properties are told at their place, and the note is shown without them: ${JSON.stringify(yaml)}`, () => {
    const note = parse(noteOf(yaml))
    assert.deepEqual(note.diagnostics.map(({rule, severity, place: at}) => [rule, severity, `${at?.line}:${at?.column}`]), [['frontmatter-syntax', 'warning', place]])
    assert.deepEqual(note.properties, [])
    assert.equal(note.visibility, 'public')
    assert.equal(note.template.html, '<p>Text.</p>')
  })

  test(`broken properties that speak of visibility withhold the note: ${JSON.stringify(yaml)}`, () => {
    for (const said of ['publish: false', 'draft: true', 'private: yes', 'publsh: no', '# a draft', 'PRIVATE: 1', '"publish" : no']) {
      assert.equal(parse(noteOf(`${said}\n${yaml}`)).visibility, 'private', said)
      assert.equal(parse(noteOf(`${yaml}\n${said}`)).visibility, 'private', said)
    }
    assert.equal(parse(noteOf(yaml), {publish: 'explicit'}).visibility, 'private')
  })
}

for (const [yaml, visibility] of [
  ['aliases:\n- @name\npublish: true', 'public'],
  ['publish:  true \naliases:\n- @name', 'public'],
  ['aliases:\n- @name\npublish: true\npublish: true', 'private'],
  ['aliases:\n- @name\npublish: true\nprivate: true', 'private'],
  ['aliases:\n- @name\npublish: true\n# not to be published yet', 'private'],
  ['aliases:\n- @name\n  publish: true', 'private'],
  ['aliases:\n- @name\n# publish: true', 'private'],
  ['aliases:\n- @name\npublish: true # or not', 'private'],
  ['aliases:\n- @name\nPublish: true', 'private'],
  ['aliases:\n- @name\npublish: yes', 'private']
] as const) {
  test(`broken properties that say ${JSON.stringify(yaml)} are of a ${visibility} note`, () => {
    const note = parse(noteOf(yaml))
    assert.equal(note.visibility, visibility)
    assert.match(note.diagnostics[0]?.message ?? '', visibility === 'public' ? /shown without them/ : /withheld/)
    assert.equal(parse(noteOf(yaml), {publish: 'explicit'}).visibility, 'private')
  })
}

test('broken properties that ask for publication do not bring a note out of a private folder', () => {
  assert.equal(parse(noteOf('aliases:\n- @name\npublish: true'), {file: 'Secret/Note.md', exclude: ['Secret']}).visibility, 'private')
})

test('what speaks of visibility is told from what does not', () => {
  for (const text of ['publish', 'Published on', 'my drafts', 'a private word', 'publsih: no', 'drfat', 'x: prvate']) assert.ok(mentionsVisibility(text), text)
  for (const text of ['', 'title: x', 'photograph', 'graph: [a', 'status: polished', 'draught', 'date: 2026']) assert.ok(!mentionsVisibility(text), text)
})

// ── Visibility ──────────────────────────────────────────────────────────────

const keys = [
  {key: 'publish', open: yes, closed: no},
  {key: 'draft', open: no, closed: yes},
  {key: 'private', open: no, closed: yes}
]

for (const {key, open, closed} of keys) {
  for (const value of open) {
    test(`a note with \`${key}: ${value}\` is public`, () => assert.equal(parse(noteOf(`${key}: ${value}`)).visibility, 'public'))
  }
  for (const value of closed) {
    test(`a note with \`${key}: ${value}\` is private`, () => {
      assert.equal(parse(noteOf(`${key}: ${value}`)).visibility, 'private')
      assert.equal(parse(noteOf(`${key.toUpperCase()}: ${value}`)).visibility, 'private')
      assert.equal(parse(noteOf(`"${key} ": ${value}`)).visibility, 'private')
    })
  }
  for (const value of unclear) {
    test(`a note with \`${key}: ${value}\` is withheld, because that is not clear`, () => {
      const note = parse(noteOf(`${key}: ${value}`))
      assert.equal(note.visibility, 'private')
      assert.ok(note.diagnostics.length > 0, 'the author is told')
    })
  }
  for (const value of empty) {
    test(`\`${key}: ${value}\` is as if it were not there`, () => {
      assert.equal(parse(noteOf(`${key}: ${value}`)).visibility, 'public')
      assert.equal(parse(noteOf(`${key}: ${value}`), {publish: 'explicit'}).visibility, 'private')
    })
  }
}

for (const key of slips) {
  test(`\`${key}\` could be a visibility key, so whatever it says withholds the note`, () => {
    for (const value of ['true', 'false', '', 'x']) {
      const note = parse(noteOf(`"${key}": ${value}`))
      assert.equal(note.visibility, 'private', value)
      assert.deepEqual(rulesOf(note.diagnostics), ['unsure-if-private'])
    }
  })
}

test('other words are no slips', () => {
  for (const key of ['published', 'publisher', 'status', 'privacy', 'public', 'republish', 'drag', 'prior']) {
    assert.equal(parse(noteOf(`${key}: false`)).visibility, 'public', key)
  }
})

test('one word for private is enough, in whatever order', () => {
  for (const yaml of [
    'publish: true\ndraft: true', 'draft: true\npublish: true', 'private: no\ndraft: yes', 'publish: false\npublish: true', 'publish: true\npublish: false', 'draft: true\ndraft: false', 'Publish: no\npublish: yes',
    'a: &a {publish: false}\n<<: *a', '<<: {draft: true}', 'publish: true\nprivate: maybe'
  ]) assert.equal(parse(noteOf(yaml)).visibility, 'private', yaml)
})

test('every shape in which properties can stand keeps a private note private (hazard 4)', () => {
  for (const text of [
    '---\npublish: false\n---\nText.', '\uFEFF---\npublish: false\n---\nText.', '---\r\npublish: false\r\n---\r\nText.', '---\rtitle: x\rpublish: false\r---\rText.', '--- \t\npublish: false\n---\t\nText.',
    '\n---\npublish: false\n---\nText.', '\uFEFF\n\n---\npublish: false\n---\nText.', '  \n---\npublish: false\n---\n', ' ---\npublish: false\n---\n', '---\npublish: false\n...\nText.', '---\npublish: false\n\nText.', '---\npublish: false',
    '---\n{"publish": false}\n---\n', '---\n{\n  "title": "x",\n  "publish": false\n}\n---\n', '---\n? publish\n: false\n---\n', '---\n"publish": false\n---', '---\n# c\n\n\npublish: false # no\n---\n', '---\npublish: false\n--- \n'
  ]) {
    const note = parse(text)
    assert.equal(note.visibility, 'private', JSON.stringify(text))
  }
})

test('properties that do not begin the file are text, and the author is told when they would withhold the note', () => {
  assert.deepEqual(parse('\n---\ntitle: x\n---\n').diagnostics, [])
  const [told] = parse('\n\n---\ndraft: true\n---\n').diagnostics
  assert.equal(told?.rule, 'frontmatter-syntax')
  assert.deepEqual(told?.place, {line: 3, column: 1})
})

test('a folder that is left out is private unless the note says otherwise (P-07)', () => {
  for (const [file, exclude, yaml, visibility] of [
    ['templates/a.md', ['templates'], 'x: 1', 'private'],
    ['Templates/deep/a.md', ['templates'], 'x: 1', 'private'],
    ['templates/a.md', ['templates/'], 'publish: true', 'public'],
    ['templates/a.md', ['/templates'], 'draft: false', 'private'],
    ['templates2/a.md', ['templates'], 'x: 1', 'public'],
    ['a/templates/a.md', ['templates'], 'x: 1', 'public'],
    ['Café/a.md', ['Cafe\u0301'], 'x: 1', 'private'],
    ['a.md', [''], 'x: 1', 'public']
  ] as const) assert.equal(parse(noteOf(yaml), {file, exclude: [...exclude]}).visibility, visibility, `${file} ${yaml}`)
})

test('under `explicit` only `publish: true` publishes', () => {
  for (const [yaml, visibility] of [['publish: true', 'public'], ['publish: yes', 'public'], ['draft: false', 'private'], ['title: x', 'private'], ['publish:', 'private']] as const) {
    assert.equal(parse(noteOf(yaml), {publish: 'explicit'}).visibility, visibility, yaml)
  }
  assert.equal(parse('Text.', {publish: 'explicit'}).visibility, 'private')
})

// ── What properties say ─────────────────────────────────────────────────────

test('an alias bomb, 10,000 keys, a megabyte and deep nesting are refused or read, never a crash', () => {
  const bomb = `a: &a [x]\n${'bcdefghij'.split('').map((letter, index) => `${letter}: &${letter} [${`*${'abcdefghi'[index]},`.repeat(9)}]`).join('\n')}`
  for (const [yaml, rules] of [
    [bomb, ['frontmatter-syntax']],
    [Array.from({length: 5000}, (_, index) => `k${index}: 1`).join('\n'), []],
    [`x: ${'y'.repeat(1_000_000)}`, ['frontmatter-syntax']],
    [`a: ${'['.repeat(20_000)}`, ['frontmatter-syntax']],
    [`a: ${'{a: '.repeat(10_000)}`, ['frontmatter-syntax']],
    [`a: ${'['.repeat(500)}${']'.repeat(500)}`, []],
    ['a: !!js/function "function () { return 1 }"', []],
    ['a: !!python/object:os.system x', []]
  ] as const) assert.deepEqual(rulesOf(parse(noteOf(yaml)).diagnostics), rules, yaml.slice(0, 40))
})

test('properties too long to read could hold anything, so they withhold the note', () => {
  const note = parse(noteOf(`x: ${'y'.repeat(70_000)}\npublish: false`))
  assert.equal(note.visibility, 'private')
})

test('names that objects know are names like others', () => {
  const note = parse(noteOf('__proto__: {polluted: true}\nconstructor: 1\ntoString: x\nhasOwnProperty: y\naliases: [__proto__, constructor]\ntags: [toString, __proto__]'))
  assert.deepEqual(note.properties.map(([name]) => name).slice(0, 4), ['__proto__', 'constructor', 'toString', 'hasOwnProperty'])
  assert.deepEqual(note.aliases, ['__proto__', 'constructor'])
  assert.deepEqual(note.tags.map(({name}) => name), ['toString', '__proto__'])
  assert.equal(Reflect.get({}, 'polluted'), undefined)
})

test('a name that stands twice is told, and the last counts (P-01)', () => {
  const note = parse(noteOf('title: one\nx: 2\ntitle: two'))
  assert.equal(note.title, 'two')
  assert.deepEqual(note.diagnostics.map(({rule, place}) => [rule, place?.line]), [['frontmatter-duplicate', 4]])
})

for (const [rule, yaml, tags] of [
  ['T-06', 'tags: [a, b/c]', ['a', 'b/c']],
  ['T-06', 'tags: a, b c', ['a', 'b', 'c']],
  ['T-06', 'tags: "#a"', ['a']],
  ['T-06', 'tags:\n- \n- x', ['x']],
  ['T-06', 'tags: [1984, y1984]', ['y1984']],
  ['T-06', 'tags: {a: b}', []],
  ['T-06', 'tags:', []],
  ['T-06', 'tag: old', ['old']],
  ['T-06', 'Tags: [x]', ['x']],
  ['T-06', 'tags: [two words]', ['two-words']],
  ['T-06', 'tags: ["a!", "b.c", "<b>"]', []],
  ['T-04', 'tags: [a/, /b, c//d]', ['a', 'b', 'c/d']],
  ['P-12', 'tag: a\ntags: [b]', ['b']]
] as const) test(`${rule}: ${yaml}`, () => assert.deepEqual(parse(noteOf(yaml)).tags.map(({name}) => name), tags))

for (const [rule, yaml, aliases] of [
  ['P-05', 'aliases: [A, "B, C"]', ['A', 'B, C']],
  ['P-05', 'aliases: One, two', ['One, two']],
  ['P-05', 'alias: Old', ['Old']],
  ['P-05', 'aliases: [null, "", " x ", 7, {a: 1}]', ['x', '7']],
  ['P-05', 'ALIASES: [x, x]', ['x']]
] as const) test(`${rule}: ${yaml}`, () => assert.deepEqual(parse(noteOf(yaml)).aliases, aliases))

for (const [yaml, created, updated] of [
  ['date: 2020-08-21', '2020-08-21', undefined],
  ['created: 2020-08-21T10:30:00', '2020-08-21T10:30:00', undefined],
  ['updated: "2020-08-21 10:30"', undefined, '2020-08-21T10:30'],
  ['date: 2020-08-21T23:30:00-08:00', '2020-08-21T23:30:00', undefined],
  ['date: yesterday', undefined, undefined],
  ['date: 20200821', undefined, undefined],
  ['date: 2020-08-21T25:00', '2020-08-21', undefined],
  ['date: 2020-08-21 10:99', '2020-08-21', undefined],
  ['date: 2020-08-215', undefined, undefined],
  ['modified: 2021-01-02\ncreated: 2020-01-02', '2020-01-02', '2021-01-02']
] as const) test(`P-03: dates are as written, in no time zone: ${yaml}`, () => assert.deepEqual(parse(noteOf(yaml)).dates, {...(created ? {created} : {}), ...(updated ? {updated} : {})}))

for (const [yaml, found] of [
  ['up: "[[Note]]"', ['Note']],
  ['up: ["[[A|a]]", "[[B#H]]", plain]', ['A', 'B']],
  ['up: "[words](My%20note.md)"', ['My note.md']],
  ['up: "see [[Note]]"', []],
  ['up: "[words](<My note.md>)"', ['My note.md']],
  ['up: "[words](Note_(1).md)"', ['Note_(1).md']],
  ['up: "[x](https://example.org)"', []],
  ['up: "[x](javascript:alert(1))"', []]
] as const) test(`L-22: ${yaml}`, () => assert.deepEqual(parse(noteOf(yaml)).links.map(({target}) => target), found))

test('F-05: lines are counted past the properties, whatever ends them', () => {
  for (const ending of ['\n', '\r\n', '\r']) {
    const note = parse(noteOf('a: 1\nb: 2', ending).replace('Text.', `one${ending}[[x]]`))
    assert.deepEqual(note.links[0]?.place, {line: 6, column: 1}, JSON.stringify(ending))
  }
})

test('any text has properties or none, and places inside it', () => {
  const piece = fc.constantFrom('---', '...', '\n', '\r', '\r\n', ' ', '\t', 'publish', 'draft', ':', 'true', 'no', '"', '\'', '[', ']', '{', '}', '&a', '*a', '- ', '#', '|', '>', '\uFEFF', '\0', '!!', '%', '@', 'é', '😀')
  fc.assert(
    fc.property(fc.array(piece, {maxLength: 30}).map((pieces) => pieces.join('')), (text) => {
      const found = parseFrontmatter(`---\n${text}`, 'x.md')
      const lines = `---\n${text}`.split(/\r\n|\n|\r/).length
      for (const {place} of found.diagnostics) assert.ok(place && place.line >= 1 && place.line <= lines && place.column >= 1)
      assert.ok(`---\n${text}`.endsWith(found.body))
    }),
    {numRuns: 3000, seed: 7}
  )
})

test('each link of a list has the line of its item', () => {
  const note = parse('---\nothers:\n  - "[[One]]"\n  - "[[Two]]"\nflow: ["[[Three]]", "[[Four]]"]\n---\n')
  assert.deepEqual(note.links.map(({target, place}) => [target, place.line]), [['One', 3], ['Two', 4], ['Three', 5], ['Four', 5]])
})
