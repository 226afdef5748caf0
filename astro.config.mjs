// Astro's settings; no logic. What an author sets stands in garden.config.ts.
import mdx from '@astrojs/mdx'
import {defineConfig} from 'astro/config'
import config from './garden.config.ts'
import {gardenMdx} from './src/mdx.ts'
import {optionsFrom, readSettings} from './src/settings.ts'

const {options} = optionsFrom(config, readSettings())

export default defineConfig({
  ...(options?.site === undefined ? {} : {site: options.site}),
  base: options?.base ?? '/',
  trailingSlash: 'always',
  // JSX's rules for white space would join words of our inline elements.
  compressHTML: false,
  integrations: [mdx(gardenMdx(options))],
  // Strict CSP: nothing inline (DESIGN.md, decision 9).
  build: {inlineStylesheets: 'never'},
  vite: {build: {assetsInlineLimit: 0}},
  prefetch: false,
  devToolbar: {enabled: false},
  experimental: {incrementalBuild: true}
})
