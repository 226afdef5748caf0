/** A vault in which every move can be made. */
import type {Files} from './support.ts'

const rest = Array.from({length: 12}, (_, index) => `Paragraph ${index} of a text that is long enough to scroll, with words that say little and take their room all the same, so that the window has something to move over.`).join('\n\n')

export const movesVault: Files = {
  'index.md': '---\ntitle: Start\n---\n\nHere begins the garden. See [[Tea]], [[Water#Heat]], [[Milk]] and [[Path]].\n',
  'drinks/Coffee.md': `# Coffee\n\n> [!abstract] In short\n> Coffee wakes. It is made with [[Water]].\n\nFirst paragraph of coffee.\n\n## Beans\n\n${rest}\n\n## Mill\n\n${rest}\n`,
  'drinks/Milk.md': '# Milk\n\nMilk is white; ratio $\\frac{a}{b}$, as in [[Tea]].\n',
  'drinks/Tea.md': `# Tea\n\nTea is made with [[Water]], at the right [[Water#Heat|heat]], as [[Water#^fact]] says. Then there is [[Coffee]], [[#Leaves]] and [[Nowhere]].\n\n## Leaves\n\n${rest}\n\n### Green\n\n${rest}\n\n## Cups\n\n\`\`\`mermaid\nflowchart LR\n  a["[[Water]]"] --> b["[[Milk]]"]\n\`\`\`\n\n${rest}\n\n> [!question]- Which water?\n> Soft water. ^t-1\n\n> [!question]- How hot?\n> Eighty degrees, see [[Water#Heat]]. ^t-2\n\n> [!question]- Without an id, not a card\n> Hidden.\n`,
  'drinks/Water.md': `# Water\n\nWater is wet, says [[Tea]].\n\nIt boils at a hundred degrees. ^fact\n\n## Heat\n\nHeat is \`motion\`, and more.\n\n\`\`\`mermaid\nflowchart LR\n  cold --> hot\n\`\`\`\n\n## Other\n\n${rest}\n\n> [!question]- Is it wet?\n> It is. ^w-1\n`,
  'Path.md': '---\nkind: path\ntags: [kind/path]\n---\n\nWalk it.\n\n1. [[Water]]\n2. [[Tea]], after [[Water]]\n3. [[Coffee]]\n',
  'Secret.md': '---\npublish: false\n---\n\nThe word is xyzzy. [[Tea]]\n\n> [!question]- Secret question?\n> plugh ^s-1\n'
}
