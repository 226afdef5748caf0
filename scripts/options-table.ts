/** Write the README's table of options from the schema: `node scripts/options-table.ts`. */

import {readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {pathToFileURL} from 'node:url'
import {z} from 'zod'
import {optionsSchema} from '../src/garden/options.ts'

interface Property {
  readonly description?: string
  readonly default?: unknown
  readonly properties?: Readonly<Record<string, Property>>
}

/** Rows of the table, one an option; options of a group carry its name. */
function rows(properties: Readonly<Record<string, Property>>, prefix = ''): string[] {
  return Object.entries(properties).flatMap(([key, {description = '', default: value, properties: inner}]) => {
    if (inner) return rows(inner, `${key}.`)
    const shown = value === undefined ? '' : `\`${JSON.stringify(value)}\``
    return [`| \`${prefix}${key}\` | ${shown} | ${description.replaceAll('|', '\\|')} |`]
  })
}

/** The table as Markdown. */
export function optionsTable(): string {
  const schema = z.toJSONSchema(optionsSchema, {io: 'input'})
  return ['| Option | Default | Meaning |', '| --- | --- | --- |', ...rows((schema.properties ?? {}) as Readonly<Record<string, Property>>)].join('\n')
}

/** A README with the table between its marks. */
export function withTable(readme: string): string {
  return readme.replace(/(<!-- options -->\n)[\s\S]*?(<!-- \/options -->)/, (_, start: string, end: string) => `${start}${optionsTable()}\n${end}`)
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const file = join(import.meta.dirname, '..', 'README.md')
  writeFileSync(file, withTable(readFileSync(file, 'utf8')))
}
