// Astro's settings; no logic. What an author sets stands in garden.config.ts.
import config from './garden.config.ts'
import {integrations} from './src/integrations.ts'
import {optionsFrom, readSettings} from './src/settings.ts'
import {viteSettings} from './src/vite-settings.ts'

const {options} = optionsFrom(config, readSettings())

// Not by `defineConfig`: it gives back what it is given, and the module that has it loads some 300 others.
/** @type {import('astro').AstroUserConfig} */
export default {
  ...(options?.site === undefined ? {} : {site: options.site}),
  base: options?.base ?? '/',
  trailingSlash: 'always',
  // JSX's rules for white space would join words of our inline elements.
  compressHTML: false,
  integrations: await integrations(options),
  build: {
    // Strict CSP: nothing inline (DESIGN.md, decision 9).
    inlineStylesheets: 'never',
    // Pages are printed while others are written: one at a time, a build waits for the disk a third of its time.
    concurrency: 8
  },
  vite: viteSettings,
  prefetch: false,
  devToolbar: {enabled: false},
  experimental: {incrementalBuild: true}
}
