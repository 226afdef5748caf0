/** Table: what the two vaults write, how often and in how many notes, counted in the real ones outside of code. */
import {capital, type Dice, sentence, words} from '../vault.ts'
import {type Group, type Place, target, type World} from './world.ts'

export interface Here {
  readonly own: Dice
  readonly world: World
  readonly place: Place
}

/** How often it stands there, and in how many notes. */
type Count = readonly [times: number, notes: number]

export interface Feature {
  readonly help: Count
  readonly hub: Count
  /** Notes of the hub that have it, where only some kind does. */
  readonly group?: Group
  /** Whether it stands within a sentence. */
  readonly inline?: true
  readonly write: (here: Here) => string
}

/** A word that stands in comments alone: a page that has it tells what nobody is to read. */
export const unsaid = 'quietlykept'

const word = ({own}: Here): string => own.pick(words)
const name = ({own, world}: Here): string => target(world, own).name
const path = ({own, world}: Here): string => target(world, own).path.replace(/\.md$/, '')
const heading = (place: Place, {own}: Here): string => own.pick(place.headings).replace(/[`&:()]/g, ' ').replace(/ +/g, ' ').trim()
const picture = ({own, world}: Here): string => (own.pick(world.pictures).split('/').pop() ?? '')
const icon = ({own, world}: Here): string => (own.pick(world.icons).split('/').pop() ?? '')

function headingLink(here: Here, sign = ''): string {
  const place = target(here.world, here.own)
  return `${sign}[[${place.name}#${heading(place, here)}${sign === '' ? `|${word(here)}` : ''}]]`
}

function quoted(text: string): string {
  return text.split('\n').map((line) => `> ${line}`.trimEnd()).join('\n')
}

function callout(here: Here, fold = ''): string {
  const {own} = here
  const type = own.pick(['note', 'tip', 'info', 'WARNING', 'faq', 'custom-question-type', 'example'])
  return quoted(`[!${type}]${fold} ${capital(word(here))} \`code\` and [[${name(here)}]]\n${sentence(own)}\n\n- ${word(here)}\n\n\`\`\`md\n> [!note]\n> words\n\`\`\``)
}

function footnote(here: Here): string {
  const id = `n${here.own.below(1_000_000)}`
  return `${sentence(here.own)}[^${id}] and ^[in the line, [[${name(here)}]]]\n\n[^${id}]: ${sentence(here.own)}\n  And more.`
}

/** Links and embeds. A row counts what no other does. */
const links: readonly Feature[] = [
  {help: [333, 160], hub: [4350, 4000], inline: true, write: (here) => `[[${name(here)}]]`},
  {help: [759, 156], hub: [11094, 5900], inline: true, write: (here) => `[[${name(here)}|${word(here)} ${word(here)}]]`},
  {help: [28, 20], hub: [6650, 47], group: 'map', write: (here) => `-  [[${path(here)}|${word(here)}]]`},
  {help: [258, 92], hub: [226, 28], inline: true, write: (here) => headingLink(here)},
  {help: [3, 3], hub: [0, 0], inline: true, write: (here) => `[[${name(here)}#Part 1#Details]]`},
  {help: [143, 39], hub: [17, 11], inline: true, write: (here) => `[[#${heading(here.place, here)}]]`},
  {help: [3, 3], hub: [80, 70], inline: true, write: (here) => `[[${name(here).toLowerCase()}]]`},
  {help: [5, 4], hub: [56, 40], inline: true, write: ({world, own}) => `[[${world.kind === 'help' ? 'Security and privacy' : (world.places[own.below(33)]?.name ?? '')}]]`},
  {help: [4, 4], hub: [62, 50], inline: true, write: (here) => `${here.own.pick(['', '!'])}[[Nobody wrote ${word(here)}]]`},
  {help: [0, 0], hub: [9, 9], inline: true, write: ({own}) => `[[Also ${own.below(1000) * 6}]]`},
  {help: [0, 0], hub: [165, 76], inline: true, write: ({own, world}) => `[[${world.places.filter(({group}) => group === 'map')[own.below(47)]?.name ?? ''}|${own.pick(['été', '日本', '🗂️'])}]]`},
  {help: [3, 3], hub: [23, 20], inline: true, write: (here) => `[[${name(here)}#No such place]]`},
  {help: [1, 1], hub: [76, 2], inline: true, write: (here) => `[[${picture(here)}]]`},
  {help: [4, 4], hub: [1, 1], inline: true, write: (here) => `[${word(here)}](${encodeURIComponent(name(here))}.md)`},
  {help: [5, 5], hub: [2, 2], inline: true, write: (here) => `[${word(here)}](<${path(here)}.md>)`},
  {help: [399, 104], hub: [12396, 6548], inline: true, write: (here) => `[${word(here)}](https://example.org/a%20b/${word(here)}?x=1&y=2#${word(here)} "${word(here)}")`},
  {help: [32, 14], hub: [0, 0], inline: true, write: (here) => `[${word(here)}](obsidian://open?vault=Main&file=My%20Note.md)`},
  {help: [6, 4], hub: [84, 48], inline: true, write: (here) => `https://example.org/${word(here)}#${word(here)}`},
  {help: [14, 6], hub: [78, 17], write: (here) => `![[${picture(here)}]]`},
  {help: [232, 62], hub: [4, 1], inline: true, write: (here) => `![[${icon(here)}${here.own.pick(['#icon', '#icon', '#interface', '#outline'])}]]`},
  {help: [14, 8], hub: [5, 2], inline: true, write: (here) => `![[${picture(here)}|${here.own.pick(['100', '100x145', 'Right|200'])}]]`},
  {help: [0, 0], hub: [8, 1], write: (here) => `![[${picture(here)}|${word(here)} ${word(here)}]]`},
  {help: [21, 10], hub: [14, 13], write: (here) => headingLink(here, '!')},
  {help: [13, 12], hub: [3, 3], write: (here) => `![[${name(here)}#^kept-${here.own.below(3)}|clean]]`},
  {help: [0, 0], hub: [1, 1], write: (here) => `![[${name(here)}]]`},
  {help: [1, 1], hub: [0, 0], write: () => '![[Recording (1968).ogg]]\n\n![[Missing.mp4]]\n\n![](https://www.youtube.com/watch?v=aqz-KE-bpKQ)'},
  {help: [5, 4], hub: [14077, 3410], write: (here) => `![${word(here)} ${word(here)}](https://example.org/badge/${word(here)}?color=573E7A&logo=github)   `},
  {help: [2, 2], hub: [26, 24], write: () => '<iframe width="560" height="315" src="https://example.org/embed" allowfullscreen></iframe>'}
]

/** Comments of both kinds, and HTML. */
const hidden: readonly Feature[] = [
  {help: [1, 1], hub: [38056, 6570], write: (here) => `%% ${unsaid} and told nobody ${word(here)} #${unsaid}/tag [[${name(here)}]] ![[${name(here)}]] %%${here.own.pick(['', ' '])}`},
  {help: [1, 1], hub: [27, 27], write: () => `A line of words\n%%\n${unsaid} and told nobody\nover lines\n%%`},
  {help: [0, 0], hub: [16, 16], write: () => `%%\n### ${unsaid} and told nobody\n\n- \n\n### Others\n\n- \n%%`},
  {help: [0, 0], hub: [35473, 2691], group: 'author', write: (here) => here.own.pick([`<!-- - Discord: \`@\` ^discord-->`, `<!-- - ${unsaid}: <> ^website-->`, `<!--\n## ${unsaid}\n\n- [[${name(here)}]]: [x](https://example.org) ^github-sponsor\n\n-->`, `<!--markdown\n### ${unsaid}\n\n- \n-->`])},
  {help: [0, 0], hub: [2920, 2920], group: 'plugin', write: (here) => `Plugin ID: \`${word(here)}\`\nLinks: [<button id=HH>Open in Obsidian</button>](obsidian://goto-plugin?id=${word(here)})\nDeveloped by: [[${name(here)}]]`},
  {help: [0, 0], hub: [127, 20], inline: true, write: (here) => `<span style="color:red">${word(here)} [[${name(here)}]]</span>`},
  {help: [164, 11], hub: [13, 6], write: (here) => `<div class="list-cards">\n<p>${word(here)} <kbd>Ctrl</kbd> <u>${word(here)}</u></p>\n</div>`},
  {help: [1, 1], hub: [0, 0], write: () => `%% ${unsaid} and told nobody %%\n<h1>One</h1>\n<h6>Six</h6>`}
]

/** Blocks and marks. */
const blocks: readonly Feature[] = [
  {help: [80, 21], hub: [11386, 3591], write: ({own}) => `${sentence(own)}\n${sentence(own)}`},
  {help: [31, 7], hub: [8764, 2924], write: ({own}) => `${sentence(own)}  \n${sentence(own)}`},
  {help: [6, 6], hub: [4860, 2697], group: 'author', write: (here) => `- ${word(here)}: [x](https://example.org/${word(here)}) ^kept-${here.own.below(3)}`},
  {help: [5, 4], hub: [0, 0], write: (here) => `${callout(here)}\n^lazy-${here.own.below(9)}`},
  {help: [3, 3], hub: [0, 0], write: (here) => `${sentence(here.own)}\n^lazy-line-${here.own.below(9)}`},
  {help: [182, 90], hub: [13, 5], write: (here) => callout(here)},
  {help: [78, 25], hub: [1, 1], write: (here) => callout(here, here.own.pick(['-', '-', '+']))},
  {help: [4, 2], hub: [0, 0], write: (here) => `> [!question] Nested?\n> > [!todo] They are.\n> > > [!example]  ${capital(word(here))}`},
  {help: [340, 90], hub: [207, 90], write: (here) => `\`\`\`${here.own.pick(['bash', 'md', 'yaml', 'twig', 'js', 'css', 'nginx'])}\n${word(here)}: [[${word(here)}]] %% shown %% #no ^no\n\`\`\``},
  {help: [35, 30], hub: [4, 4], write: (here) => `| Name | What\n|-|-|\n| \`** **\` or \`__ __\` | ${word(here)}\n|\`${word(here)}\` |${word(here)}`},
  {help: [42, 10], hub: [5, 4], write: (here) => `First | Second\n--- | :---:\n[[${name(here)}\\|${word(here)}]]\t|  ![[${picture(here)}\\|60]]`},
  {help: [10, 1], hub: [352, 177], inline: true, write: (here) => `#${word(here)}/${word(here)}`},
  {help: [0, 0], hub: [190, 14], inline: true, write: ({own}) => `#dc${own.below(10)}d${own.below(10)}e`},
  {help: [9, 2], hub: [45, 6], write: (here) => `- [${here.own.pick([' ', 'x', '?', '-', '>', '🔥'])}] ${word(here)}`},
  {help: [2, 2], hub: [28, 8], inline: true, write: (here) => `==${word(here)} **${word(here)}** [[${name(here)}]]== or ==> or a == b`},
  {help: [6, 2], hub: [19, 18], write: footnote},
  {help: [1, 1], hub: [36, 33], write: (here) => `\`\`\`${here.own.pick(['dataview', 'dataview', 'dataviewjs'])}\nTABLE file.name FROM "${word(here)}"\n\`\`\``},
  {help: [6, 4], hub: [1, 1], write: (here) => `\`\`\`mermaid\ngraph TD\n%% a comment of Mermaid's\nA[${name(here).replace(/[^\w ]/g, '')}] --> B[Other]\nclass A,B,C internal-link;\n\`\`\``},
  {help: [2, 2], hub: [4, 4], write: () => '$$\\begin{vmatrix}a & b\\\\\nc & d\n\\end{vmatrix}=ad-bc$$\n\nInline like $e^{2i\\pi} = 1$ .'},
  {help: [0, 0], hub: [7, 7], write: ({own}) => own.pick(['It is $2/mo or $20 a year.', 'Write $filename, $path and ${VAR}.'])},
  {help: [2, 2], hub: [15, 12], write: (here) => `- ~~${word(here)}~~ -> ${word(here)} ~${word(here)}~`},
  {help: [1, 1], hub: [48, 36], write: (here) => `### [[${name(here)}|${word(here)}]] and more`},
  {help: [4, 4], hub: [4, 4], write: () => '**Use \\[\\[Wikilinks\\]\\]**, or \\[[this]], \\%% and `[[`; 5\\^th\n\n> \\[!note] No callout'}
]

export const features: readonly Feature[] = [...links, ...hidden, ...blocks]
