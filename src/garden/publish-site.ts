/** What Obsidian Publish keeps of a site in `site-options.json` (Pu-07), where the configuration says nothing else. */

import {baseName} from './names.ts'
import type {VaultSettings} from './model.ts'
import type {Options} from './options.ts'

/** The options of a run with those of Obsidian Publish: the order of the tree, what it leaves out, the site's name, first page and theme. */
export function withPublishSite(options: Options, {navigationOrdering = [], navigationHiddenItems = [], siteName, indexFile, defaultTheme}: VaultSettings): Options {
  const {order, unlisted, title, vault} = options
  // A vault without a name of its own is called as its folder is.
  const isNamed = title !== 'Garden' && title !== baseName(vault.split('\\').join('/'))
  const home = options.home ?? indexFile
  const theme = options.theme ?? themes.get(defaultTheme ?? '')
  return {
    ...options,
    ...(isNamed || siteName === undefined ? {} : {title: siteName}),
    ...(home === undefined ? {} : {home}),
    ...(theme === undefined ? {} : {theme}),
    order: order.length > 0 ? order : [...navigationOrdering],
    unlisted: unlisted.length > 0 ? unlisted : [...navigationHiddenItems]
  }
}

const themes = new Map<string, Options['theme']>([['light', 'light'], ['dark', 'dark'], ['system', 'system']])
