/** Where links lead, by example; the laws are in `oracle.test.ts`. */

import assert from 'node:assert/strict'
import {test} from 'node:test'
import {growFiles, htmlOf, rulesOf} from './support.ts'

/** Address that a link in a note leads to, beside other notes. */
async function leads(written: string, from: string, others: readonly string[]): Promise<string> {
  const textOf = (path: string): string => (path === 'Owner.md' ? '---\naliases: [Alias]\n---\n' : '')
  const garden = await growFiles(new Map([...others.map((path): [string, string] => [path, textOf(path)]), [from, written]]))
  const html = htmlOf(garden, from)
  return / href="([^"]*)"/.exec(html)?.[1] ?? 'nowhere'
}

for (const [rule, written, from, others, expected] of [
  ['R-01: a whole path comes first', '[[b]]', 'x/here.md', ['b.md', 'x/b.md'], '/b/'],
  ['R-01: then the end of a path', '[[a/b]]', 'here.md', ['x/a/b.md', 'x/b.md'], '/x/a/b/'],
  ['R-01: then a name, from the same folder', '[[b]]', 'x/here.md', ['a/b.md', 'x/b.md'], '/x/b/'],
  ['R-01: then with the fewest folders', '[[b]]', 'here.md', ['a/a/b.md', 'z/b.md'], '/z/b/'],
  ['R-01: then the shortest', '[[b]]', 'here.md', ['aa/b.md', 'z/b.md'], '/z/b/'],
  ['R-01: then the first in code-point order', '[[b]]', 'here.md', ['z/b.md', 'a/b.md'], '/a/b/'],
  ['R-02: exact case wins', '[[Note]]', 'here.md', ['a/note.md', 'x/y/Note.md'], '/x/y/note/'],
  ['R-02: case of folders counts', '[[a/n]]', 'here.md', ['A/n.md', 'a/n.md'], '/a/n-'],
  ['R-04: a link from the same folder', '[[Security]]', 'Publish/Intro.md', ['Publish/Security.md', 'Sync/Security.md'], '/publish/security/'],
  ['R-05: a name beats an alias', '[[Alias]]', 'here.md', ['Owner.md', 'x/Alias.md'], '/x/alias/'],
  ['R-06: dots in names', '[[v1.9]]', 'here.md', ['v1.9.md'], '/v1-9/'],
  ['R-06: a picture before a note of its name', '[[x.png]]', 'here.md', ['x.png.md', 'a/x.png'], '/x-png/'],
  ['R-07: `+` is a plus', '[a](a+b.md)', 'here.md', ['a+b.md', 'a b.md'], '/a-b-'],
  ['R-08: a folder', '[[Tools/]]', 'here.md', ['Tools/x.md'], '/tools/'],
  ['R-10: an attachment by its name', '[[x.png]]', 'a/here.md', ['b/x.png'], '/attachments/x.6b7fa434.png'],
  ['L-05: relative to the note', '[a](../b.md)', 'x/here.md', ['b.md', 'x/b.md'], '/b/'],
  ['L-05: a Markdown link looks beside the note first', '[a](b.md)', 'x/here.md', ['b.md', 'x/b.md'], '/x/b/'],
  ['X.md beats X.mdx', '[[X]]', 'here.md', ['X.md', 'X.mdx'], '/x/'],
  ['X.mdx by its extension', '[[X.mdx]]', 'here.md', ['X.md', 'X.mdx'], '/x-']
] as const) {
  test(`${rule}: ${written} in ${from}`, async () => {
    const found = await leads(written, from, others)
    assert.ok(expected.endsWith('-') ? found.startsWith(expected) : found === expected, found)
  })
}

test('R-04: what is ambiguous is told, with all that it could be', async () => {
  const garden = await growFiles(new Map([['here.md', '[[b]]'], ['x/b.md', ''], ['y/b.md', '']]))
  assert.deepEqual(garden.diagnostics.map(({rule, message}) => [rule, message]), [['ambiguous-link', '“b” could be “x/b.md”, “y/b.md”; the first is linked.']])
})

test('R-05: an alias of several notes leads to none', async () => {
  const garden = await growFiles(new Map([['here.md', '[[AI]]'], ['x.md', '---\naliases: [AI]\n---\n'], ['y.md', '---\naliases: [ai]\n---\n']]))
  assert.deepEqual(rulesOf(garden.diagnostics).filter((rule) => rule !== 'redirect-taken'), ['ambiguous-alias'])
  assert.deepEqual(garden.unresolved.map(({target}) => target), ['AI'])
})

test('F-04: a heading that says the title stands for the page', async () => {
  const garden = await growFiles(new Map([['Tea.md', '# Tea\n\nLeaf.\n\n## Water\n\nHot.\n'], ['here.md', '[[Tea#Tea]] [[Tea#Tea#Water]]\n\n![[Tea#Tea]]']]))
  assert.deepEqual(garden.diagnostics, [])
  assert.match(htmlOf(garden, 'here.md'), /href="\/tea\/".*href="\/tea\/#water"[\s\S]*Leaf\.[\s\S]*Hot\./)
})

test('H-01: the words of a heading come before the id of another', async () => {
  const garden = await growFiles(new Map([['A.md', '## Step\n\na\n\n## Step\n\nb\n\n## Step 1\n\nc\n\n### Deep'], ['here.md', '[[A#Step 1]] [[A#step-1]] [[A#Step 1#Deep]]']]))
  assert.deepEqual([...htmlOf(garden, 'here.md').matchAll(/ href="([^"]*)"/g)].map(([, href]) => href), ['/a/#step-1-1', '/a/#step-1', '/a/#deep'])
  assert.deepEqual(garden.diagnostics, [])
})

test('B-01: the name of a paragraph is that of all its pieces', async () => {
  const garden = await growFiles(new Map([['A.md', 'Energy: $$E$$ of mass ^emc'], ['here.md', '![[A#^emc]]']]))
  assert.match(htmlOf(garden, 'here.md'), /<div id="e1-\^emc"><p>Energy:<\/p><div class="math"[\s\S]*<p>of mass<\/p><\/div>/)
})

test('a slip of the pen is answered by the nearest name, and only by one that is published', async () => {
  for (const [written, nearest] of [['[[Kafak]]', 'Kafka'], ['[[kafka2]]', 'Kafka'], ['[[Rabbit]]', undefined], ['![[pictur.png]]', 'picture.png'], ['![[secrt.png]]', undefined], ['[[Secrett]]', undefined]] as const) {
    const garden = await growFiles(new Map([['here.md', `${written}\n\n![[picture.png]]`], ['Kafka.md', ''], ['Secret.md', '---\nprivate: true\n---\n![[secret.png]]'], ['picture.png', ''], ['secret.png', '']]))
    assert.equal(garden.diagnostics.find(({rule}) => rule.startsWith('broken'))?.hint, nearest && `Did you mean “${nearest}”?`, written)
  }
})
