import {createHash} from 'node:crypto'
import type {Page} from '../garden/model.ts'

/** What every page may load: our own files, and nothing of anybody else. */
const base = [
  ['default-src', "'none'"],
  ['script-src', "'self'"],
  ['style-src', "'self'"],
  ['img-src', "'self' data:"],
  ['media-src', "'self'"],
  ['font-src', "'self'"],
  ['connect-src', "'self'"],
  ['manifest-src', "'self'"],
  ['worker-src', "'self'"],
  ['frame-src', "'self'"],
  ['base-uri', "'none'"],
  ['form-action', "'self'"]
] as const

/**
 * Content Security Policy of one page.
 *
 * @param css
 *   Text of the page's one `<style>`, exactly as printed; `` when there is none.
 * @param origins
 *   Origins that the author's own images, media and frames need.
 */
export function policy(css: string, origins: Page['origins']): string {
  return base
    .map(([directive, value]) => {
      const more = origins.filter(([name]) => name === directive).map(([, origin]) => ` ${origin}`)
      if (directive === 'style-src' && css !== '') more.push(` 'sha256-${createHash('sha256').update(css).digest('base64')}'`)
      return `${directive} ${value}${more.join('')}`
    })
    .join('; ')
}
