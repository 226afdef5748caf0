/** `npm run check`: what it prints, as text, as JSON and for GitHub, and how it ends. */
import assert from 'node:assert/strict'
import {spawnSync} from 'node:child_process'
import {join} from 'node:path'
import {test} from 'node:test'
import {annotation} from '../../scripts/output/annotation.ts'
import type {Diagnostic} from '../../src/garden/model.ts'
import {temporaryFolder, writeFiles} from '../garden/support.ts'

const root = join(import.meta.dirname, '..', '..')
const folder = temporaryFolder()
writeFiles(folder, [
  ['index.md', '[[A]] and [[Kafak]]\n\n![[A]]'],
  ['A.md', 'One.\n\n![[index]]\n\n```dataview\nLIST\n```\n'],
  ['Kafka.md', '%% open\n'],
  ['Secret.md', '---\npublish: false\n---\n[[Nobody]]'],
  ['Bad: name.md', '---\na: [\n---\n']
])

function check(flags: readonly string[], env: Readonly<Record<string, string>> = {}): {code: number | null; out: string} {
  const cache = join(folder, '..', 'check-cache')
  const {status, stdout} = spawnSync(process.execPath, [join(root, 'scripts', 'check.ts'), '--vault', folder, ...flags], {encoding: 'utf8', env: {...process.env, NODE_TEST_CONTEXT: undefined, INIT_CWD: undefined, GITHUB_ACTIONS: '', GARDEN_CACHE: cache, ...env}})
  return {code: status, out: stdout}
}

test('every problem is told, sorted, with its place, and a line that sums up; a warning is no failure', () => {
  const {code, out} = check([])
  assert.equal(code, 0)
  const told = out.split('\n').filter((line) => /: (?:warning|info): /.test(line)).map((line) => line.replace(/^(.*?): (warning|info): .*\[(.*)\]$/, '$1 $3'))
  assert.deepEqual(told, [
    'A.md stub', 'A.md:3:1 embed-cycle', 'A.md:5:1 unsupported-block', 'Bad: name.md orphan', 'Bad: name.md stub', 'Bad: name.md:3:1 frontmatter-syntax',
    'Kafka.md orphan', 'Kafka.md stub', 'Kafka.md:1:1 comment-unclosed', 'garden.config.ts no-site', 'index.md stub', 'index.md:1:11 broken-link', 'index.md:3:1 embed-cycle'
  ])
  assert.match(out, /Did you mean “Kafka”\?/)
  assert.match(out, /^4 public notes, \d+ links: 0 errors, \d+ warnings, \d+ remarks \(.* s\)$/m)
})

test('JSON holds the same, and nothing else is printed', () => {
  const {code, out} = check(['--json'], {GITHUB_ACTIONS: 'true'})
  const {notes, errors, diagnostics, ...rest} = JSON.parse(out)
  assert.equal(code, 0)
  assert.equal(notes, 4)
  assert.equal(errors, 0)
  assert.deepEqual(Object.keys(rest).sort(), ['infos', 'links', 'warnings'])
  const first = diagnostics.find(({rule}: {rule: string}) => rule === 'embed-cycle')
  assert.deepEqual({rule: first.rule, severity: first.severity, path: first.path, place: first.place}, {rule: 'embed-cycle', severity: 'warning', path: 'A.md', place: {line: 3, column: 1}})
})

test('under --strict a warning is an error, and on GitHub each problem is an annotation', () => {
  const {code, out} = check(['--strict'], {GITHUB_ACTIONS: 'true', GITHUB_WORKSPACE: folder})
  assert.equal(code, 1)
  assert.match(out, /^::error file=index\.md,line=1,col=11,title=broken-link::No note is called “Kafak”\. Did you mean “Kafka”\?$/m)
  // What would end a field is escaped.
  assert.match(out, /^::notice file=Bad%3A name\.md,title=orphan::/m)
})

const broken: Diagnostic = {rule: 'broken-link', severity: 'warning', path: 'Notes/A.md', place: {line: 2, column: 3}, message: '100% lost.', hint: 'Look.'}
for (const [what, folders, expected] of [
  ['a vault in the checkout', {vault: '/w/site/notes', root: '/w/site', workspace: '/w'}, '::warning file=site/notes/Notes/A.md,line=2,col=3,title=broken-link::100%25 lost. Look.'],
  ['a vault beside the tool, in the same checkout', {vault: '/w/notes', root: '/w/tool', workspace: '/w'}, '::warning file=notes/Notes/A.md,line=2,col=3,title=broken-link::100%25 lost. Look.'],
  ['a vault outside of it, which GitHub has no file of', {vault: '/elsewhere', root: '/w', workspace: '/w'}, '::warning title=broken-link::Notes/A.md:2:3: warning: 100%25 lost. [broken-link]%0A  Look.'],
  ['a folder whose name begins as if it led out', {vault: '/w/..notes', root: '/w', workspace: '/w'}, '::warning file=..notes/Notes/A.md,line=2,col=3,title=broken-link::100%25 lost. Look.']
] as const) {
  test(`on GitHub a problem is shown of ${what}`, () => assert.equal(annotation(broken, folders), expected))
}

test('on GitHub a problem of the configuration stands at its file, not in the vault', () => {
  const found: Diagnostic = {rule: 'no-site', severity: 'info', path: 'garden.config.ts', message: 'No `site`.'}
  assert.equal(annotation(found, {vault: '/elsewhere', root: '/w/tool', workspace: '/w'}), '::notice file=tool/garden.config.ts,title=no-site::No `site`.')
})
