/** Astro's integrations: MDX, where any note is compiled. It takes as long to load as dozens of notes to print, so a build without such notes leaves it out. */

import type {AstroIntegration} from 'astro'
import {compiledFile, foundGarden} from './grown.ts'
import type {Options} from './garden/options.ts'

/** A build has its garden when this is asked; the dev server must be ready for any note that is written. */
export async function integrations(options: Options | undefined): Promise<AstroIntegration[]> {
  const site = foundGarden()
  if (site && !site.pages.some((page) => compiledFile(site, page) !== undefined)) return []
  const [{default: mdx}, {gardenMdx}] = await Promise.all([import('@astrojs/mdx'), import('./mdx.ts')])
  return [mdx(gardenMdx(options))]
}
