/** One section of RESULTS.md: each measurement writes its own and leaves the others' alone. */
import {existsSync, readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'

const results = join(import.meta.dirname, 'RESULTS.md')

/** Put a section in place of the one of the same title, or at the end. */
export function writeSection(title: string, lines: readonly string[]): void {
  const section = [`## ${title}`, '', ...lines, ''].join('\n')
  const before = existsSync(results) ? readFileSync(results, 'utf8') : ''
  const start = before.indexOf(`## ${title}\n`)
  const end = start < 0 ? -1 : before.indexOf('\n## ', start + 1)
  const rest = start < 0 ? before : before.slice(0, start) + (end < 0 ? '' : before.slice(end + 1))
  writeFileSync(results, `${rest.trimEnd()}\n\n${section}`)
  console.log(section)
}
