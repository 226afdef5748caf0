/** The syntax page of the documentation as data: its examples, each under the rule that it shows. */

/** One example of `test/syntax.md`. */
export interface Example {
  /** Rule of the dialect, as its heading names it. */
  readonly rule: string
  /** Line of the page where it begins, from 1. */
  readonly line: number
  readonly written: string
  readonly config: string
  /** Other files that it needs, by path. */
  readonly files: ReadonlyMap<string, string>
  /** What becomes of it: HTML of the page, or facts as JSON. */
  readonly kind: 'html' | 'json'
  readonly expected: string
  /** Rules of what the author is told, divided by spaces. */
  readonly told: string
  /** Lines of its result, from 0, the last not included. */
  readonly result: {readonly start: number; readonly end: number}
}

interface Fence {
  readonly line: number
  readonly end: number
  readonly lang: string
  readonly meta: string
  readonly text: string
}

interface Reading {
  rule: string
  files: Map<string, string>
  written?: Fence
  readonly examples: Example[]
}

/** Read the page. */
export function examplesOf(page: string): Example[] {
  const lines = page.split('\n')
  const reading: Reading = {rule: '', files: new Map(), examples: []}
  for (let at = 0; at < lines.length; at += 1) {
    const heading = /^### (\S+)/.exec(lines[at] ?? '')?.[1]
    if (heading !== undefined) reading.rule = heading
    const fence = fenceAt(lines, at)
    if (!fence) continue
    take(fence, lines, reading)
    at = fence.end
  }
  return reading.examples
}

function fenceAt(lines: readonly string[], at: number): Fence | undefined {
  const [, signs, lang = '', meta = ''] = /^(`{3,})(\w+)(?: (.*))?$/.exec(lines[at] ?? '') ?? []
  if (signs === undefined) return undefined
  const end = lines.indexOf(signs, at + 1)
  if (end < 0) throw new Error(`The fence of line ${at + 1} never ends.`)
  return {line: at + 1, end, lang, meta, text: lines.slice(at + 1, end).join('\n')}
}

function take(fence: Fence, lines: readonly string[], reading: Reading): void {
  if (fence.lang === 'text') reading.files.set(JSON.parse(fence.meta.replace(/^title=/, '')) as string, fence.text)
  else if (fence.lang === 'md') reading.written = fence
  else {
    const {written} = reading
    if (!written || (fence.lang !== 'html' && fence.lang !== 'json')) throw new Error(`Line ${fence.line}: this belongs to no example.`)
    const told = /^told: `(.*)`$/.exec(lines[fence.end + 2] ?? '')?.[1] ?? ''
    const result = {start: fence.line - 1, end: told === '' ? fence.end + 1 : fence.end + 3}
    reading.examples.push({rule: reading.rule, line: written.line, written: written.text, config: written.meta, files: reading.files, kind: fence.lang, expected: fence.text, told, result})
    reading.files = new Map()
    delete reading.written
  }
}

/** The page with other results, in the order of its examples. */
export function withResults(page: string, results: readonly {readonly example: Example; readonly expected: string; readonly told: string}[]): string {
  const lines = page.split('\n')
  for (const {example, expected, told} of results.toReversed()) {
    const signs = '`'.repeat(Math.max(3, ...[...expected.matchAll(/`+/g)].map(([run]) => run.length + 1)))
    const result = [`${signs}${example.kind}`, expected, signs, ...(told === '' ? [] : ['', `told: \`${told}\``])]
    lines.splice(example.result.start, example.result.end - example.result.start, ...result)
  }
  return lines.join('\n')
}
