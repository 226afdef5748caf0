/** The parser of `.mdx` notes: MDX and the whole dialect. */

import remarkMdx from 'remark-mdx'
import remarkParse from 'remark-parse'
import {type Processor, unified} from 'unified'
import {everyConstruct, obsidian} from './index.ts'
import {wikiLink} from './wiki-link.ts'

let made: Processor | undefined

/** Made once, on the first MDX note: most vaults have none. */
export function mdxParser(): Processor {
  made ??= unified().use(wikiLink).use(obsidian, everyConstruct).use(remarkMdx).use(remarkParse).freeze() as unknown as Processor
  return made
}
