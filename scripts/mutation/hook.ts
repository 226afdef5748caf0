/** Loaded before tests: serves the mutant in place of its file. */

import {readFileSync} from 'node:fs'
import {registerHooks} from 'node:module'

const url = process.env['MUTANT_URL'] ?? ''
const source = readFileSync(process.env['MUTANT_SOURCE'] ?? '', 'utf8')

registerHooks({
  load: (asked, context, next) => (asked === url ? {format: 'module-typescript', source, shortCircuit: true} : next(asked, context))
})
