import type {SiteInfo} from '../site.ts'
import type {Strings} from './strings.ts'

/** What a component needs beside its own props: the site, its words, and addresses with the base path. */
export interface View {
  readonly site: SiteInfo
  readonly t: Strings
  /**
   * Address of a page.
   *
   * @param slug
   *   Slug, `` for the home page.
   * @param fragment
   *   Id in that page, without `#`.
   */
  readonly to: (slug: string, fragment?: string) => string
}
