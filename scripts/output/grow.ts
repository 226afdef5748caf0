/** Grow the garden of a build, before Astro is there to print it. */
import {growSite} from '../../src/grow-site.ts'
import {leaveGarden, type Site} from '../../src/grown.ts'
import {pictures} from '../../src/picture-service.ts'
import type {Run} from '../run.ts'
import type {Progress} from './report.ts'

/** Grow it, and leave it where Astro's pages find it. */
export async function growGarden({settings, options}: Run, progress: Progress): Promise<Site> {
  progress.stage(() => 'reading the notes')
  const onProgress = (_stage: string, done: number, of: number): void => progress.stage(() => `reading the notes: ${done} of ${of}`)
  const site = await growSite(settings, options, {pictures, onProgress})
  leaveGarden(site)
  return site
}
