/** The parser of `.mdx` notes: MDX and the whole dialect. */

import {createRequire} from 'node:module'
import remarkParse from 'remark-parse'
import {type Processor, unified} from 'unified'
import {everyConstruct, obsidian} from './index.ts'
import {wikiLink} from './wiki-link.ts'

const load = createRequire(import.meta.url)

let made: Processor | undefined

/** Made once, on the first MDX note: most vaults have none, and a parser of JavaScript comes with it. */
export function mdxParser(): Processor {
  const {default: remarkMdx} = load('remark-mdx') as typeof import('remark-mdx')
  made ??= unified().use(wikiLink).use(obsidian, everyConstruct).use(remarkMdx).use(remarkParse).freeze() as unknown as Processor
  return made
}
