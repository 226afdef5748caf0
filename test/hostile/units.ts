/** Pieces of every construct, closed and open: each is repeated, to see that no text of one kind alone is more than a parser can bear. */

/** Bytes of the largest text made of one piece. */
export const largest = 200_000

/** A text of one piece, of this many bytes or a little more. */
export function repeated(unit: string, bytes = largest): string {
  return unit.repeat(Math.ceil(bytes / Buffer.byteLength(unit)))
}

export const units: readonly string[] = [
  ...['[[a|b', '[[a ', '![[a', '[[a]] ', '[[a|b]]', '![[a.png|1x1]] ', '![[', '[[a#b^c|d]] ', '[a [[b]] c](d) '],
  ...['==a ', '==a==', 'a ~~', '~~a~~ ', '*a **a ', 'a_ ', '*a_ ', '*a*', '==**a'],
  ...['^[a', '^[a] ', '^[a\n', '[^a b]: c\n', '[^ ', '[^a] ', 'a[^1]\n\n[^1]: b\n\n'],
  ...['$a ', '$a$ ', '$$a\n', '$', '$$a ', '$$\na\n\n', '$AB $', '${a} $', '$1 ', '$a\\', '> $$\n\n', '$a `'],
  ...['%%a ', '%%a%% b\n', 'a %%b\n%%\n', 'a %%b\n\n%%\n\n', '%% a\n\n', '#a ', 'a ^a\n\n', 'a ^', '- a ^b\n', 'a ^b\n![[c]]\n', '<p>a</p>\n\n^b\n\n'],
  ...['[a', 'a]', '[a](', '[a](b.md) ', '[a][b] ', '![](', '`a``b', '<a ', '<!--', '<br>\n', '<audio>\n\n', 'a <u>\n\n', '\\', 'https://a.example/ ', 'www.'],
  ...['\n', 'a\n', 'a  \n', '# a\n', 'a\n=\n', '* * *\n', '- a\n\nb\n\n', '- [x] a\n', '> a\n\n', '> ', '> - ', '1. ', '> [!note] a\n\n', '|a|\n|-|\n|b|\n\n', '| a | b\n', '|a', '```\n', '```mermaid\n', '---\ndraft: 1\n', '![](https://youtu.be/a)\n\n']
]
