/** What an author comments out is in nothing that is published (M-13, M-14). */

import assert from 'node:assert/strict'
import {test} from 'node:test'
import fc from 'fast-check'
import {growFiles, parse} from './support.ts'

/** A word that stands in comments only. */
const secret = 'xcanaryx'

/** Comments in every place where one can stand, and beside what could be taken for one. */
const commented: readonly string[] = [
  `%%${secret}%%`, `a %%${secret}%% b`, `a%%${secret}%%b`, `%% ${secret} %% b`, `%%\n${secret}\n%%`, `%%\n\n${secret}\n\n${secret}\n%%`, `%% ${secret}\n\n# h ${secret}\n\n- ${secret}\n\n%%`, `%%${secret}\n%%`, `a\n%%\n${secret}\n%%\nb`, `%%\n\n${secret}\n\n%% after`,
  `- item %%${secret}%%`, `- %%\n  ${secret}\n  %%`, `1. a\n   %%${secret}%%\n2. b`, `- [ ] task %%${secret}%%`, `> q %%${secret}%%`, `> %%\n> ${secret}\n> %%`, `> %%\n>\n> ${secret}\n>\n> %%`, `> a\n> > %%${secret}%%`,
  `> [!note] %%${secret}%% title\n> b`, `> [!note] t %%${secret}%%`, `> [!note]- t\n> %%${secret}%%`, `> [!note] t\n> %%\n> ${secret}\n> %%`, `# h %%${secret}%%`, `h %%${secret}%%\n===`, `## %%${secret}%%`,
  `| a %%${secret}%% |\n| - |\n| %%${secret}%% b |`, `| a | b |\n| - | - |\n| %%${secret} ${secret}%% | c |`, `**b %%${secret}%% c**`, `*%%${secret}%%*`, `==m %%${secret}%%==`, `~~m %%${secret}%%~~`,
  `[x %%${secret}%%](https://example.org)`, `[x %%${secret}%%](Note.md)`, `[[Note|x %%${secret}%%]]`, `[[Note|%%${secret}%%]]`, `![[Note|%%${secret}%%]]`, `![%%${secret}%%](x.png)`, `![a %%${secret}%% b](https://example.org/x.png)`, `a [[Note]] %%${secret}%% b.`,
  `t[^1] %%${secret}%%\n\n[^1]: f %%${secret}%%`, `%%[[${secret}]] ![[${secret}]] #${secret}%%`, `%%[a](${secret}.md) ![b](${secret}.png)%%`, `%%#${secret}%% #tag`, `%%a ^${secret}%%`, `a %%b%% %%${secret}%% c`,
  `<div>%%${secret}%%</div>`, `<div>\n%% ${secret} %%\n</div>`, `<div>a</div>\n%%${secret}%%`, `a <b>%%${secret}%%</b>`, `a <b title="x">b</b> %%${secret}%%`, `<!-- ${secret} -->`, `a <!-- ${secret} --> b`, `<!--\n${secret}\n\n${secret}\n-->`, `%%<!-- ${secret} -->%%`,
  `%% \`${secret}\` %%`, `%%\n\`\`\`\n${secret}\n\`\`\`\n%%`, `%%\n\`\`\`mermaid\ngraph TD\n  A[${secret}]\n\`\`\`\n%%`, `%%\n    ${secret}\n%%`, `%%%% a %%${secret}%%`, `\`%%\` %%${secret}%%`, `\\%% %%${secret}%%`, `%%a%%%%${secret}%%`, `https://example.org/a%%20b %%${secret}%%`,
  `%%\n${secret}\n\n| a |\n| - |\n| ${secret} |\n%%`, `%%\n> [!note] ${secret}\n> ${secret}\n%%`, `%%\n[^${secret}]: ${secret}\n%%`, `%%\n[${secret}]: ${secret}.md\n%%`, `a  \n%%${secret}%%\\\nb`, `%%\r\n${secret}\r\n%%`, `%%\r${secret}\r%%`
]

/** A comment that is not closed hides everything after it. */
const unclosed: readonly string[] = [
  `%% ${secret}`, `a %% ${secret}`, `%%\n\n${secret}\n\n# ${secret}`, `- a %% ${secret}\n- ${secret}\n\n${secret} [[Note]]`, `> %% ${secret}\n\n${secret}`, `> [!note] t %%\n> ${secret}\n\n${secret}`, `# h %%\n\n${secret}`, `| a %% |\n| - |\n| ${secret} |\n\n${secret}`,
  `[x %%](https://example.org)\n\n${secret}`, `%%\n\`\`\`\n${secret}\n\`\`\``, `**a %%**\n\n- ${secret}\n\n  ![[${secret}]]\n\n<div>${secret}</div>\n\n[^1]: ${secret}`
]

const plain: readonly string[] = ['Words.', '- a\n- b', '> quote', '# Heading', '| a |\n| - |\n| b |', '50 % of 100%', '[[Note]] #tag', '<u>x</u> y', '***', 'a\\%b', '~~a~~ ==b==', 'Text ^id', '![[Note]]']

async function published(text: string): Promise<string> {
  const garden = await growFiles(new Map([['Here.md', text], ['Note.md', 'Of [[Here]].\n\n![[Here]]\n'], ['x.png', '']]))
  const {fillers: _, previews, archive, ...rest} = garden
  return JSON.stringify({...rest, previews: [...previews()], archive: archive()}) + JSON.stringify(parse(text))
}

for (const text of [...commented, ...unclosed]) {
  test(`nothing is published of ${JSON.stringify(text)}`, async () => {
    assert.ok(!(await published(text)).includes(secret))
  })
}

test('comments among other things are published nowhere', async () => {
  const piece = fc.oneof(fc.constantFrom(...commented), fc.constantFrom(...plain))
  const note = fc.tuple(fc.array(piece, {minLength: 1, maxLength: 6}), fc.option(fc.constantFrom(...unclosed), {nil: ''}), fc.constantFrom('\n\n', '\r\n\r\n', '\n\n\n'))
  await fc.assert(
    fc.asyncProperty(note, async ([pieces, last, between]) => {
      const text = [...pieces, last].join(between)
      assert.ok(!(await published(text)).includes(secret), JSON.stringify(text))
    }),
    {numRuns: 600, seed: 5}
  )
})

test('what only looks like a comment is published', () => {
  for (const [written, shown] of [
    ['`%%a%%`', '%%a%%'], ['```\n%%a%%\n```', '%%a%%'], ['    %%a%%', '%%a%%'], ['%%%% a', '%%%% a'], ['100% a 50%', '100% a 50%'], ['\\%%a', '%%a'], ['https://example.org/100%%', '100%%'], ['%a%', '%a%']
  ] as const) assert.ok(parse(written).template.html.includes(shown), written)
})

test('a note that cannot be parsed is shown without its comments', () => {
  const note = parse(`${'> '.repeat(20_000)}a\n\n%%${secret}%% b\n\n%%%% %%${secret}%%\n\n%% ${secret}`)
  assert.ok(!JSON.stringify(note).includes(secret))
})

for (const [text, html] of [
  ['a\n%% c %%\nb', '<p>a<br>\nb</p>'],
  ['a\n%% c %%', '<p>a</p>'],
  ['- a\n%% c %%', '<ul>\n<li>a</li>\n</ul>'],
  ['a\n%% c %%\n%% d %%\nb', '<p>a<br>\nb</p>'],
  ['a  \n%% c %%\nb', '<p>a<br>\nb</p>'],
  ['a  \n%% c %%', '<p>a</p>'],
  ['a\n  %% c %%  \nb', '<p>a<br>\nb</p>'],
  ['a %% c %%\nb', '<p>a <br>\nb</p>'],
  ['a\n%% c %% b', '<p>a<br>\n b</p>']
] as const) {
  test(`a line that is only a comment leaves no empty line: ${JSON.stringify(text)}`, () => {
    assert.equal(parse(text).template.html, html)
  })
}

test('links after a comment on a line of its own keep their places', () => {
  assert.deepEqual(parse('a  \n%% c %%\nb [[x]]\n%% d %%\n[[y]]').links.map(({place}) => place), [{line: 3, column: 3}, {line: 5, column: 1}])
})

for (const [text, html, ...ids] of [
  ['- a ^id\n%% c %%', '<ul>\n<li id="~">a</li>\n</ul>', 'id'],
  ['A ^id %% c %%', '<p id="~">A</p>', 'id'],
  ['A ^id\n%% c %%\n%% d %%', '<p id="~">A</p>', 'id'],
  ['A ^id %% c', '<p id="~">A</p>', 'id'],
  ['## H ^id %% c %%', '<h2 id="~" dir="auto">H</h2>', 'id'],
  ['> a ^id\n> %% c %%', '<blockquote id="~">\n<p>a</p>\n</blockquote>', 'id'],
  ['A ^id %% c %% more', '<p>A ^id  more</p>'],
  ['A ^id %%%%', '<p>A ^id %%%%</p>'],
  ['A ^id 5 %', '<p>A ^id 5 %</p>']
] as const) {
  test(`a block id before a comment is one where nothing else follows: ${JSON.stringify(text)}`, () => {
    const note = parse(text)
    assert.equal(note.template.html.replaceAll(/\0\d+\0/g, '~'), html)
    assert.deepEqual(note.blocks.map(({id}) => id), ids)
  })
}
