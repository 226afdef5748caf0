/** Where measurements are written: a section a bench, each leaving the others' alone. */
import {existsSync, readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'

const results = join(import.meta.dirname, 'RESULTS.md')

/** Write the section under a heading of second level, as text or as its lines; it keeps its place among the others, a new one comes last. */
export function writeSection(title: string, text: string | readonly string[]): void {
  const body = typeof text === 'string' ? text : text.join('\n')
  const before = existsSync(results) ? readFileSync(results, 'utf8') : ''
  const sections = before.split(/^(?=## )/m)
  const at = sections.findIndex((section) => section.startsWith(`## ${title}\n`))
  sections.splice(at < 0 ? sections.length : at, at < 0 ? 0 : 1, `## ${title}\n\n${body.trim()}\n\n`)
  writeFileSync(results, `${sections.join('').trimEnd()}\n`)
  console.log(body)
}
