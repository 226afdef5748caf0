/** What Obsidian Publish keeps of a site in `site-options.json` (Pu-07), where the configuration says nothing else. */

import {baseName} from './names.ts'
import type {VaultSettings} from './model.ts'
import type {Options} from './options.ts'

/** The options of a run with those of Obsidian Publish: the order of the tree, what it leaves out, the site's name, first page and theme, and whether search engines may keep it. */
export function withPublishSite(options: Options, {navigationOrdering = [], navigationHiddenItems = [], siteName, indexFile, defaultTheme, ...settings}: VaultSettings): Options {
  const {order, unlisted, title, vault} = options
  // A vault without a name of its own is called as its folder is.
  const isNamed = title !== 'Garden' && title !== baseName(vault.split('\\').join('/'))
  const home = options.home ?? indexFile
  const theme = options.theme ?? themes.get(defaultTheme ?? '')
  const noindex = options.noindex ?? settings.noindex
  return {
    ...options,
    ...(isNamed || siteName === undefined ? {} : {title: siteName}),
    ...(home === undefined ? {} : {home}),
    ...(theme === undefined ? {} : {theme}),
    ...(noindex === undefined ? {} : {noindex}),
    order: order.length > 0 ? order : [...navigationOrdering],
    unlisted: unlisted.length > 0 ? unlisted : [...navigationHiddenItems]
  }
}

const themes = new Map<string, Options['theme']>([['light', 'light'], ['dark', 'dark'], ['system', 'system']])

/** Table: settings that have no equal here, and the value by which they ask for what the garden does anyway. */
const unequal = new Map<string, unknown>([
  ['logo', ''],
  ['googleAnalytics', ''],
  ['hideTitle', false],
  ['readableLineLength', true],
  ['showBacklinks', true],
  ['showGraph', true],
  ['showHoverPreview', true],
  ['showNavigation', true],
  ['showOutline', true],
  ['showSearch', true],
  ['showThemeToggle', true],
  ['slidingWindowMode', false]
])

/** Names of settings in `site-options.json` that ask for what the garden cannot do, in their order there. */
export function withoutEqual(site: ReadonlyMap<string, unknown>): string[] {
  return [...site].filter(([name, value]) => unequal.has(name) && value !== null && value !== unequal.get(name)).map(([name]) => name)
}
