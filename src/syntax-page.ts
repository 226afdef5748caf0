/** The page of the syntax: `test/syntax.md`, whose examples the tests run, read as a note of its own. */

import {createHash} from 'node:crypto'
import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {grow, type GrowContext} from './garden/garden.ts'
import type {Page} from './garden/model.ts'
import {vaultPath} from './garden/names.ts'
import {parseOptions} from './garden/options.ts'

export interface SyntaxPage {
  readonly page: Page
  /** Tells this page from what it was in another build. */
  readonly digest: string
}

/**
 * Make the page; examples stand in fences, so nothing in it leads anywhere.
 *
 * @param root Absolute path of the project.
 */
export async function makeSyntaxPage(root: string, context: Pick<GrowContext, 'words' | 'cacheFolder' | 'fontFile'>): Promise<SyntaxPage> {
  const text = withWordsForNothing(readFileSync(join(root, 'test', 'syntax.md'), 'utf8'))
  const path = vaultPath('Syntax.md')
  const {options} = parseOptions({})
  if (!path || !options) throw new Error('The page of the syntax cannot be made.')
  const vault = {notes: [{path, text, hash: createHash('sha256').update(text).digest('hex')}], attachments: [], settings: {}}
  const {pages} = await grow(vault, options, {...context, parse: 'here'})
  const [page] = pages
  if (!page) throw new Error('The page of the syntax is private.')
  return {page, digest: createHash('sha256').update(JSON.stringify(page)).digest('hex').slice(0, 32)}
}

/** Files and results that are empty say so: an empty box looks like a mistake. */
function withWordsForNothing(text: string): string {
  return text.replace(/^(```(html|text)\b.*\n)\n?(?=```$)/gm, (_, opening: string, language: string) => `${opening}${language === 'html' ? '(nothing)' : '(empty)'}\n`)
}
