/** The style sheet of formulas and its fonts, where any note has a formula. A browser loads only the fonts that a page uses. */

import {readFileSync} from 'node:fs'
import {createRequire} from 'node:module'
import {dirname, join} from 'node:path'
import type {APIRoute, GetStaticPaths} from 'astro'
import {garden} from '../../garden-access.ts'

const style = createRequire(import.meta.url).resolve('katex/dist/katex.min.css')

/**
 * The sheet as a layer after the site's own, whichever comes first, so that the classes of a page, which stand for inline
 * styles, win over it. Every browser that these pages are made for reads WOFF2.
 */
function sheet(): string {
  const css = readFileSync(style, 'utf8').replace(/,url\([^)]*\.(?:woff|ttf)\) format\("[a-z]+"\)/g, '')
  return `@layer reset, tokens, base, layout, parts, note, diagram, print, katex;\n@layer katex {\n${css}\n}\n`
}

function fontsIn(css: string): string[] {
  return [...new Set([...css.matchAll(/url\((fonts\/[\w.-]+)\)/g)].flatMap(([, file]) => (file ? [file] : [])))]
}

export const getStaticPaths: GetStaticPaths = () => {
  const css = garden().pages.some((page) => page.math) ? sheet() : undefined
  if (css === undefined) return []
  return ['katex.css', ...fontsIn(css)].map((file) => ({params: {file}, cacheKey: file}))
}

export const GET: APIRoute = ({params}) => {
  const file = params['file'] ?? ''
  if (file === 'katex.css') return new Response(sheet(), {headers: {'content-type': 'text/css'}})
  return new Response(new Uint8Array(readFileSync(join(dirname(style), file))))
}
