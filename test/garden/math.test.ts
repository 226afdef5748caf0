/** Formulas (M-16): what is one and what is a price, a path or a variable; and what is made of it. */

import assert from 'node:assert/strict'
import {execFileSync} from 'node:child_process'
import {join} from 'node:path'
import {test} from 'node:test'
import {formula} from '../../src/garden/formula.ts'
import {formulaWords} from '../../src/garden/formula-words.ts'
import {searchDocument} from '../../src/garden/search.ts'
import {growFiles, parse, rulesOf} from './support.ts'

/** Sources of the formulas in a note, large ones with `$$`. */
function formulas(text: string): string[] {
  const html = parse(text).template.html
  return [...html.matchAll(/(<math [^>]*display="block")?(?:(?!<math ).)*?<annotation encoding="application\/x-tex">([^<]*)<\/annotation>/gs)].map(([, block, tex]) => (block ? `$$${tex}$$` : `${tex}`))
}

for (const [written, ...expected] of [
  ['a $x^2$ b', 'x^2'],
  ['$a_b$ and $c_d$', 'a_b', 'c_d'],
  ['**$e$**', 'e'],
  ['$n$th', 'n'],
  ['$\\$5$', '\\$5'],
  ['$a\nb$', 'a\nb'],
  ['# $h$', 'h'],
  ['- $i$', 'i'],
  ['| a |\n| - |\n| $c$ |', 'c'],
  ['$[[x]] + ==y== + \\#z$', '[[x]] + ==y== + \\#z'],
  ['\\$$x$', 'x'],
  ['$a %%b%% c$', 'a  c'],
  ['$$x$$', '$$x$$'],
  ['text $$y$$ more', '$$y$$'],
  ['text\n$$\nx\n$$\nmore', '$$x$$'],
  ['$$\na\n= b\n- c\n$$', '$$a\n= b\n- c$$'],
  ['$$\na\n\nb\n$$', '$$a\n\nb$$'],
  ['$$ a\nb $$', '$$a\nb$$'],
  ['$$\nx\n$$ where $y$\n- $z$', '$$x$$', 'y', 'z'],
  ['- $$\n  x\n  $$.', '$$x$$'],
  ['text $$\nx\n$$ text $y$', '$$x$$', 'y'],
  ['$$\na\n\nb\n$$ and $c$', '$$a\n\nb$$', 'c'],
  ['$$\nunclosed\n\na $$ b $$ c', '$$b$$'],
  ['- item\n  $$\n  z\n  w\n  $$', '$$z\nw$$'],
  ['> [!note] T\n> $$\n> q\n> $$', '$$q$$'],
  ['> $$\n> unclosed\n\n$x$', 'x'],
  ['$\\ce{H2O}$', '\\ce{H2O}'],
  ['$$\\begin{align}a&=b\\tag{1}\\end{align}$$', '$$\\begin{align}a&amp;=b\\tag{1}\\end{align}$$'],
  ['$5 and $6'],
  ['It costs $5, they said, or $ 6.'],
  ['It costs $5 million (US$)'],
  ['$PATH:$HOME/bin'],
  ['$5 and $6, `$PATH` and more'],
  ['${A}/${B} and ${C}_${D}'],
  ['$ x $ and $x $'],
  ['\\$x$'],
  ['`$x$` and\n\n```\n$$x$$\n```'],
  ['[[a $x$ b]]'],
  ['$$$x$$$'],
  ['$$\nunclosed\n\n# Heading']
] as const) {
  test(`formulas in ${JSON.stringify(written)}`, () => assert.deepEqual(formulas(written), expected))
}

test('what follows a formula that is not closed is as if it had not been opened', () => {
  assert.deepEqual(parse('$$\na\n\n# B\n\n[[C]]').links.map(({target}) => target), ['C'])
  assert.match(parse('$$\na\n\n# B').template.html, /^<p>\$\$<br>\na<\/p>\n<h2 /)
})

for (const [written, html] of [
  ['$$\nx\n$$ text\nmore', '<p>text<br>\nmore</p>'],
  ['> $$\n> x\n> $$ text\nlazy', '<p>text<br>\nlazy</p>\n</blockquote>'],
  ['$$\nx\n$$ <br>', '<p><br></p>'],
  ['$$\nx\n$$ ^a', '</div>']
] as const) test(`words after the end of a large formula are a paragraph: ${JSON.stringify(written)}`, () => assert.ok(parse(written).template.html.trim().endsWith(html)))

for (const written of ['$$\nx\n$$ ^eq-1\n\nA', '$$\nx\n$$\n^eq-1\n---\n', '- $$\n  x\n  $$ ^eq-1', '> $$\n> x\n> $$ ^eq-1']) {
  test(`an id after a large formula names it: ${JSON.stringify(written)}`, () => assert.deepEqual([parse(written).blocks.map(({id}) => id), parse(written).headings], [['eq-1'], []]))
}

test('a large formula in a sentence stands between its halves', () => {
  assert.match(parse('a $$x$$ b').template.html, /^<p>a<\/p>\n?<div class="math" tabindex="0">.*<\/div>\n?<p>b<\/p>$/s)
})

test('a formula has classes for styles, which stand in the style sheet of the page', () => {
  const {template, css} = parse('$\\frac{a}{b} + \\sqrt{x} + \\colorbox{red}{c}$')
  assert.doesNotMatch(template.html, / style=/)
  for (const [, name = ''] of template.html.matchAll(/\b(s-[0-9a-f]{8})\b/g)) assert.ok(css.includes(`.${name}{`), name)
  assert.match(css, /background-color: ?red/)
})

test('what cannot be set is shown as it is written, with the reason', () => {
  const {html} = parse('a $\\frac$ b $\\nosuch{<b>}$').template
  assert.match(html, /<span class="math-error" title="KaTeX parse error[^"]*">\\frac<\/span>/)
  assert.match(html, />\\nosuch\{&lt;b&gt;\}<\/span>/)
  assert.equal(formula('a'.repeat(10_001), false).properties.className?.toString(), 'math-error')
})

for (const written of ['\\href{javascript:alert(1)}{x}', '\\url{https://a.b}', '\\includegraphics{https://a.b/c.png}', '\\htmlClass{x}{y}', '\\htmlStyle{color:red}{y}', '\\htmlData{a=b}{c}']) {
  test(`no formula leads away or names an element: ${written}`, () => {
    assert.doesNotMatch(parse(`$${written}$`).template.html, /<(?:a|img|script)\b|href=| data-| style=|onerror/)
  })
}

test('markup in a formula is text', () => {
  const {html} = parse('$\\text{</span><script>alert(1)</script><img src=x onerror=y>}$').template
  assert.doesNotMatch(html, /<(?:script|img)/)
})

test('contributors have formulas, too', () => {
  assert.match(parse('$x$ <b>y</b>', {trust: 'contributors'}).template.html, /<math /)
})

test('only what MathJax can define outlives its formula', () => {
  assert.match(parse('$\\gdef\\mine{x}\\mine$ and $\\mine$').template.html, /math-error/)
})

test('a definition holds for the formulas after it, and for no other note', () => {
  const defined = parse('$\\newcommand{\\R}{\\mathbb{R}}$ a $\\R$ $\\newcommand{\\R}{Q}\\DeclareMathOperator*{\\argmax}{arg\\,max}$ $\\R \\argmax_x$')
  assert.deepEqual([defined.text.trim(), rulesOf(defined.diagnostics)], ['a R  Q arg maxₓ', []])
  assert.deepEqual(rulesOf(parse('$\\newcommand{\\one}{1}$ $\\mine$').diagnostics), ['math-syntax'])
  assert.deepEqual(rulesOf(parse('$\\mine$ $\\def\\mine{x}$').diagnostics), ['math-syntax'])
})

for (const [body, text] of [
  ['\\text{a_b}', 'a_b'],
  ['\\text{5% #1}', '5% #1'],
  ['\\mbox{ab}', 'ab'],
  ['\\unicode{x2202}', '∂'],
  ['\\bbox[5px]{x}', 'x'],
  ['\\enclose{box}[x]{y}', 'y'],
  ['\\text{\\ref{a}}', '7']
] as const) {
  test(`a definition may stand for what MathJax has: ${body}`, () => {
    for (const sign of ['$', '$$']) {
      const {text: shown, diagnostics} = parse(`${sign}\\newcommand{\\q}{${body}} \\q${sign}\n\n${sign}\\q${sign}\n\n$$\\tag{7}\\label{a}$$`)
      assert.deepEqual([shown.trim().split('\n\n').slice(0, 2), diagnostics], [[text, text], []])
    }
  })
}

for (const [written, expected] of [
  ['$\\newcommand{\\a}{1}\\a \\renewcommand{\\a}{2}\\a$ $\\a$', '12 2'],
  ['$\\def\\a{1}\\def\\a{2}\\a$ $\\a\\newcommand{\\a}[2]{\\text{#2_#1}}\\a{x}{y}$ $\\a{x}{y}$', '2 2y_x y_x'],
  ['$\\def\\a{1}$ $\\def\\a{2}\\a$', '2'],
  ['$\\Re \\DeclareMathOperator{\\Re}{Re}\\Re$', 'ℜ Re'],
  ['$\\def\\a{1}\\a\\providecommand{\\a}{2}\\a$', '11'],
  ['$\\alpha\\def\\b{1}\\b{\\def\\b{2}}\\b\\def\\b{3}\\b$', 'α123'],
  ['$\\def\\a{1}\\def\\b{\\a}\\b\\def\\a{2}\\b$', '12'],
  ['$1\\let\\a\\alpha$ $\\a$', '1 α'],
  ['$\\def\\b#1{#1_x}{\\let\\a = \\b}\\a{1}$ $\\def\\b{2}\\a{1}$', '1ₓ 1ₓ'],
  ['$\\let\\old\\phi\\renewcommand{\\phi}{\\old_x}\\phi\\let\\phi\\phi\\phi$', 'ϕₓϕₓ']
] as const) {
  test(`a definition holds for what stands after it: ${written}`, () => {
    const {text, diagnostics} = parse(written)
    assert.deepEqual([text.trim(), diagnostics], [expected, []])
  })
}

test('an argument in the text of a definition is one', () => {
  const {text, diagnostics} = parse('$\\newcommand{\\q}[2]{\\text{#2 of #1_\\#3}}\\q{a}{b}$')
  assert.deepEqual([text.trim(), diagnostics], ['b of a_#3', []])
})

test('definitions that begin and end lines number none', () => {
  const {template, diagnostics} = parse('$$\\newcommand{\\be}{\\begin{align}}\\newcommand{\\ee}{\\end{align}}\\be a&=b\\\\c&=d\\ee$$ and $\\be a&=b\\ee$')
  assert.deepEqual([template.html.match(/"eqn-num/g), diagnostics], [null, []])
})

for (const [written, text] of [
  ['$\\newcommand{\\w}{\\ce{H2O}}$ $\\w$', 'H₂O'],
  ['$\\ce2$', '2'],
  ['$a\\tripledash b$', 'a - - - b']
] as const) {
  test(`chemistry does not wait for a note before this one: ${written}`, () => {
    const script = `import {parse} from './test/garden/support.ts'; const {text, diagnostics} = parse(${JSON.stringify(written)}); console.log(JSON.stringify([text.trim(), diagnostics]))`
    const printed = execFileSync(process.execPath, ['--input-type=module', '-e', script], {cwd: join(import.meta.dirname, '../..'), encoding: 'utf8'})
    assert.deepEqual(JSON.parse(printed), [text, []])
  })
}

test('definitions of definitions come to no end of signs', () => {
  const many = `$\\def\\a{${'x'.repeat(400)}}\\def\\b{${'\\a'.repeat(100)}}$ ${'$\\b$ '.repeat(1000)}`
  assert.match(parse(many).template.html, /math-error/)
})

test('spaces where a definition could go on are passed over once', () => {
  const from = performance.now()
  for (const spaces of [9900, 100_000]) parse(`$\\def\\a${' '.repeat(spaces)}x$\n\n`.repeat(200_000 / spaces))
  assert.ok(performance.now() - from < 2000)
})

test('a formula that is too long to be set defines nothing', () => {
  assert.deepEqual(rulesOf(parse(`$\\def\\a{x}${' '.repeat(10_000)}x$ $\\a$`).diagnostics), ['math-syntax', 'math-syntax'])
})

for (const [written, text] of [
  ['$\\eqref{a}$ $\\ref{a}$ $\\eqref{eq:b_1}$\n\n$$x\\tag{7}\\label{a}$$', '(7) 7 (eq:b_1)'],
  ['$\\eqref{a}$\n\n$$\n\\begin{align}x\\tag{1}\\\\y\\tag{2}\\label{a}\\end{align}\n$$', '(2)']
] as const) test(`a reference to a line is its number or its name: ${JSON.stringify(written)}`, () => {
  const note = parse(written)
  assert.deepEqual([note.text.trim().split('\n')[0], note.diagnostics], [text, []])
})

for (const [source, words] of [
  ['\\begin{eqnarray}a&=&b\\end{eqnarray}', 'a, =, b'],
  ['\\begin{flalign}a&=b\\notag\\end{flalign}', 'a, = b'],
  ['\\begin{multline}a\\\\b\\nonumber\\end{multline}', 'a; b'],
  ['\\begin{alignat}{2}a&=b\\end{alignat}', 'a, = b'],
  ['\\mbox{a_b}\\require{cancel}', 'a_b'],
  ['\\text{50% # of a^b $x_1$}', '50% # of a^b x₁'],
  ['\\cancelto{0}{x}', 'x⁰'],
  ['5\\ohm\\micro', '5Ωµ'],
  ['\\overparen{ab}{\\scr A}\\iddots', 'abA⋰'],
  ['a\\centernot\\in b\\hfill c', 'a∈\u0338b c'],
  ['\\ketbra{a}{b}', '∣a⟩⟨b∣'],
  ['\\bbox[yellow, 5px]{x}\\enclose{box}[mathcolor=red]{y}\\class{a}{z}\\style{color: #f00}{w}', 'xyzw'],
  ['\\pmatrix{a & b \\cr c & d}', '(a, b; c, d)'],
  ['\\buildrel{\\text{def}} \\over = \\unicode{x2202}\\upalpha', '=^(def)∂α'],
  ['\\unicode{xD800}\\unicode{0}x', 'x']
] as const) {
  test(`what MathJax has is set: ${source}`, () => {
    assert.equal(formulaWords(source), words)
    for (const sign of ['$', '$$']) assert.deepEqual(parse(`${sign}${source}${sign}`).diagnostics, [])
  })
}

test('lines are not numbered but by their author', () => {
  const {html} = parse('$$\n\\begin{align}a&=b\\\\c&=d\\tag{7}\\end{align}\n$$').template
  assert.deepEqual([html.match(/"eqn-num/g), />7</.test(html)], [null, true])
})

test('a formula that cannot be set is told of, with its place and in plain words', () => {
  const told = parse('a\n\n- $\\foo$\n\n| a |\n| - |\n| $a & b$ |\n\n$$\n\\sqrt\n$$ ^a').diagnostics
  assert.deepEqual(
    told.map(({place, severity, message}) => [place?.line, place?.column, severity, message]),
    [
      [3, 3, 'warning', 'This formula cannot be set: `\\foo` is not a command that is known here.'],
      [7, 3, 'warning', 'This formula cannot be set: `&` cannot stand where it does.'],
      [9, 1, 'warning', 'This formula cannot be set: something is missing after `\\sqrt`.']
    ]
  )
})

test('a definition with a default says so itself', () => {
  for (const name of ['{\\f}', '\\f']) assert.deepEqual(parse(`$\\newcommand${name}[2][x]{#1#2}$`).diagnostics.map(({message}) => message), ['This formula cannot be set: arguments with a default are not known here.'])
})

test('a macro that calls itself ends', () => assert.match(parse('$\\def\\a{\\a\\a}\\a$').template.html, /math-error/))

test('the words of a formula are words of the note, and a heading is found by its source', () => {
  const note = parse('# On $E=mc^2$\n\nSee $a+b$.')
  assert.equal(note.headings[0]?.text, 'On E = mc²')
  assert.equal(note.headings[0]?.written, 'On $E=mc^2$')
  assert.match(note.text, /See a \+ b\./)
})

// ── Where a formula cannot be set ───────────────────────────────────────────

for (const [source, words] of [
  ['x', 'x'],
  ['x^2', 'x²'],
  ['O(n \\log n)', 'O(n log n)'],
  ['\\frac{a}{b+c} \\le \\alpha_1', 'a/(b + c) ≤ α₁'],
  ['\\sum_{i=1}^n i^2', '∑_(i=1)ⁿ i²'],
  ['\\sqrt{x+1} \\ne \\sqrt[3]{y}', '√(x + 1) ≠ ³√y'],
  ['e^{2i\\pi} = 1', 'e^(2iπ) = 1'],
  ['P(A \\mid B)', 'P(A ∣ B)'],
  ['\\begin{vmatrix}a & b\\\\c & d\\end{vmatrix}=ad-bc', '∣ a, b; c, d ∣ = ad − bc'],
  ['\\text{cost} \\approx 3 \\times 10^{-3}', 'cost ≈ 3 × 10⁻³'],
  ["f'(x) = -x", 'f′(x) = −x'],
  ['a^{b^c}', 'a^(b^c)'],
  ['\\lim_{x\\to 0} f(x)', 'lim_(x→0) f(x)'],
  ['\\underbrace{a}_{b} \\bar{x}', 'a_bx̄'],
  ['\\overline{A}', 'A̅'],
  ['\\overline{AB}', 'A̅B̅'],
  ['\\hat a + \\vec{v}', 'â + v⃗'],
  ['\\tilde{n} \\dot x', 'ñẋ'],
  ['\\overline{a+b}', 'a + b'],
  ['e^{Xt}dt', 'e^(Xt)dt'],
  ['x_{Max} + x^{10}', 'x_(Max) + x¹⁰'],
  ['\\operatorname{max}(a,b)', 'max(a, b)'],
  ['\\ce{H2O}', 'H₂O'],
  ['99.9\\%', '99.9%'],
  ['\\bad{', '\\bad{'],
  ['\\,', '\\,']
] as const) {
  test(`in plain text $${source}$ is “${words}”`, () => assert.equal(formulaWords(source), words))
}

test('a formula is said in words wherever only words can stand', async () => {
  const garden = await growFiles(new Map([['A.md', '# How $x^2$ grows\n\nThe cost is $O(n \\log n)$ beside [[B]].\n\n## Of $\\alpha$'], ['B.md', 'See [[A#How $x^2$ grows]].']]))
  const page = garden.pages.find(({path}) => path === 'A.md')
  assert.equal(page?.description, 'The cost is O(n log n) beside B.')
  assert.deepEqual(page?.headings.map(({text, id}) => [text, id]), [['How x² grows', 'how-x2-grows'], ['Of α', 'of-alpha']])
  assert.equal(garden.pages.find(({path}) => path === 'B.md')?.backlinks[0]?.mentions[0]?.html, 'The cost is O(n log n) beside <b>B</b>.')
  assert.deepEqual(rulesOf(garden.diagnostics), [])
  assert.match(page ? searchDocument(page).content : '', /The cost is O\(n log n\) beside/)
})

for (const [text, description] of [
  ['![Downloads](https://example.org/a.svg)   \n[![Stars](https://example.org/b.svg)](https://example.org)\n\nWhat it does.', 'What it does.'],
  ['$$E = mc^2$$\n\nWhat it means.', 'What it means.'],
  ['Click ![the gear](https://example.org/a.svg) here.', 'Click the gear here.']
] as const) {
  test(`${JSON.stringify(text)} is described by its first sentence`, () => assert.equal(parse(text).description, description))
}
