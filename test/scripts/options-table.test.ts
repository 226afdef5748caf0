import assert from 'node:assert/strict'
import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {test} from 'node:test'
import {optionsTable, withTable} from '../../scripts/options-table.ts'

const readme = readFileSync(join(import.meta.dirname, '..', '..', 'README.md'), 'utf8')

test('the README lists the options as the schema has them', () => {
  assert.equal(withTable(readme), readme, 'run `node scripts/options-table.ts`')
})

test('every option has a meaning and an example', () => {
  for (const row of optionsTable().split('\n').slice(2)) assert.match(row, /\| [A-Z`].*Example: `.+` \|$/, row)
})
