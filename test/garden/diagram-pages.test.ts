/** Diagrams in a garden: what their names link to, where they are mentioned, and the pages of their own. */

import assert from 'node:assert/strict'
import {test} from 'node:test'
import {growFiles, htmlOf} from './support.ts'

const fence = (source: string): string => `\`\`\`mermaid\n${source}\n\`\`\`\n`

const files = new Map([
  ['Home.md', `# One\n\n${fence('flowchart LR\n  accTitle: The way\n  %% a secret remark\n  a["Kafka<br/>keeps a log"] -->|"go [[Nobody|lost]]"| b["[[Nowhere]]"]')}\n*A caption with [[Kafka]].*\n\n${fence('sequenceDiagram\n  participant K as Kafka\n  K->>Client: see [[Nobody]] now')}`],
  ['Kafka.md', `${fence('stateDiagram-v2\n  [*] --> Open')}`],
  ['Shows.md', '![[Home]]'],
  ['Chart.md', fence('xychart-beta\n  x-axis ["Monday", "Tuesday"]\n  bar [1, 2]')],
  ['Broken.md', fence('flowchart LR\n  a --> ]')],
  ['Cycle.md', fence('sankey-beta\n%% a private remark\na,b,1\nb,a,2')],
  ['Deep.md', `---\ntags: [a]\n---\n# Deep\n\n> [!note]\n> - in a list\n>\n>   ~~~mermaid\n>   ---\n>   title: x\n>   ---\n>   %% remark\n>   sequenceDiagram\n>     A->>B: ok\n>     A-:B\n>   ~~~\n`]
])
const garden = await growFiles(files, {diagrams: {autoLink: true}})

test('the first line of a label of several is a link when no note bears all of it', () => {
  assert.match(htmlOf(garden, 'Home.md'), /<a class="internal-link" href="\/kafka\/" data-diagram="\/diagrams\/kafka\/1\/">/)
})

test('a name that leads nowhere is marked with the element its place allows', () => {
  const html = htmlOf(garden, 'Home.md')
  assert.match(html, /<span class="unresolved">lost<\/span>/)
  assert.match(html, /<tspan class="unresolved">Nobody<\/tspan>/)
  assert.match(html, /<g class="unresolved"><g class="node/)
})

test('a chart without nodes is found by its lines', () => {
  const [chart] = garden.pages.find(({path}) => path === 'Chart.md')?.diagrams ?? []
  assert.match(chart?.words ?? '', /Monday/)
})

test('a note says in which diagrams it appears, and where', () => {
  const kafka = garden.pages.find(({path}) => path === 'Kafka.md')
  const mentions = kafka?.backlinks.find(({slug}) => slug === 'home')?.mentions.filter(({kind}) => kind === 'diagram') ?? []
  assert.deepEqual(
    mentions.map(({diagram, anchor, heading}) => [diagram, anchor, heading]),
    [
      ['The way', 'diagram-1', 'One'],
      ['Sequence diagram: 2 participants, 1 message. Kafka, Client.', 'diagram-2', 'One']
    ]
  )
})

test('each diagram that can be drawn has a page, at its note’s address and its number', () => {
  assert.deepEqual(
    garden.diagrams.map(({slug, type, note}) => [slug, type, note.title]),
    [
      ['diagrams/chart/1', 'xychart', 'Chart'],
      ['diagrams/home/1', 'flowchart', 'Home'],
      ['diagrams/home/2', 'sequence', 'Home'],
      ['diagrams/kafka/1', 'stateDiagram', 'Kafka']
    ]
  )
})

test('the page of a diagram names every note that shows it, and every note that it links to', () => {
  const home = garden.diagrams.find(({slug}) => slug === 'diagrams/home/1')
  assert.deepEqual(
    home?.notes.map(({slug, anchor}) => [slug, anchor]),
    [
      ['home', 'diagram-1'],
      ['shows', 'e1-diagram-1']
    ]
  )
  assert.deepEqual(home?.links.map(({slug}) => slug), ['kafka'])
})

test('the figure on its own page has its number, its caption and the way back', () => {
  const second = garden.diagrams.find(({slug}) => slug === 'diagrams/home/2')?.html ?? ''
  assert.match(second, /^<figure class="plate wide[^"]*" id="diagram-2" data-page="\/diagrams\/home\/2\/">/)
  assert.match(second, /<a href="\/home\/#diagram-2">Figure 2<\/a>/)
  assert.match(second, /<\/figure>$/)
  assert.match(garden.diagrams.find(({slug}) => slug === 'diagrams/home/1')?.html ?? '', /A caption with <a class="internal-link"[^>]* href="\/kafka\/"/)
})

test('a drawing alone has no links, and ids that no other drawing has', () => {
  const drawings = garden.diagrams.map(({drawing}) => drawing)
  const ids = drawings.flatMap((drawing) => [...drawing.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id))
  assert.ok(ids.length >= 3)
  assert.equal(new Set(ids).size, ids.length)
  for (const drawing of drawings) assert.doesNotMatch(drawing, /<a\b|unresolved|\0/)
})

test('an error is told with the line of the note, wherever the diagram stands in it', () => {
  const told = garden.diagnostics.filter(({rule}) => rule === 'diagram-syntax').map(({path, place}) => [path, place?.line])
  assert.deepEqual(told, [['Broken.md', 3], ['Cycle.md', 1], ['Deep.md', 16]])
  assert.match(htmlOf(garden, 'Broken.md'), /Broken\.md:3: /)
})

test('what parsed and cannot be drawn is shown as text, with its source', () => {
  const html = htmlOf(garden, 'Cycle.md')
  assert.match(html, /plate-failed/)
  assert.match(html, /<li>a → b: 1<\/li><li>b → a: 2<\/li>/)
  assert.match(html, /<code class="language-mermaid">sankey-beta\na,b,1/)
  assert.doesNotMatch(html, /a private remark/)
})

test('a figure’s caption has the diagram’s title before the legend, and none where the drawing shows it', () => {
  assert.match(htmlOf(garden, 'Home.md'), /<span class="cap"><b class="cap-title">The way<\/b>\s*(?:<p>)?A caption with/)
  assert.match(htmlOf(garden, 'Chart.md'), /<span class="cap"><\/span>/)
})

test('the source is printed without the author’s comments', () => {
  const html = htmlOf(garden, 'Home.md')
  assert.match(html, /<code class="language-mermaid">flowchart LR\n {2}accTitle: The way\n {2}a\[/)
  assert.doesNotMatch(html, /a secret remark/)
})
