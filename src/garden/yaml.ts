/** The parser of YAML, loaded where it is asked for: nearly all properties are read without it (`plain-yaml.ts`), and it is 72 modules. */

import {createRequire} from 'node:module'

type Yaml = typeof import('yaml')

const load = createRequire(import.meta.url)

/** The `yaml` package. */
export function yaml(): Yaml {
  return load('yaml') as Yaml
}
