/**
 * What an author may set in `garden.config.ts`: one schema, each key with its meaning, default and an example.
 * The README's table of options is made from it.
 */

import {z} from 'zod'
import {callouts, isCalloutType} from './callouts.ts'

const folders = z.array(z.string())

export const optionsSchema = z.strictObject({
  title: z.string().min(1).default('Garden').describe('Name of the site, in the header and in titles. Example: `\'Microservices, a field guide\'`'),
  description: z.string().default('').describe('One sentence about the site, for the home page and search engines. Example: `\'Notes on brewing tea\'`'),
  tagline: z.string().optional().describe('Large words of the home page; the title where there are none. Example: `\'Tea, from leaf to cup\'`'),
  notice: z.string().optional().describe('One line for the foot of every page, such as the licence of the notes. Example: `\'Text: CC BY 4.0\'`'),
  begin: z.array(z.string()).default([]).describe('Notes with which readers should begin, best first: their names as links write them. Example: `[\'How to Use This Garden\']`'),
  home: z.string().min(1).optional().describe('Note that is the first page, by its path; by default `index.md` or `README.md` at the root, else a page that leads into the garden. Example: `\'Start here\'`'),
  theme: z.enum(['system', 'light', 'dark']).optional().describe('Theme for readers who chose none; by default the system\'s. Example: `\'dark\'`'),
  unlisted: z.array(z.string()).default([]).describe('Folders and notes that the tree leaves out, by their paths; they are published, linked and found all the same. Example: `[\'Attachments\', \'Imprint\']`'),
  publishCss: z.boolean().optional().describe('Whether `publish.css` at the root of the vault styles the site, as with Obsidian Publish; by default only that of a trusted vault. Example: `false`'),
  order: z.array(z.string()).default([]).describe('Folders and notes in the order in which lists of a folder show them, by their paths; the rest follows by the property `order`, then by name. Example: `[\'Start here\', \'Projects\', \'Projects/Plan\']`'),
  lang: z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]+)*$/, 'expected a language tag such as "en" or "de"').default('en').describe('Language of the notes and of the interface (English and German are complete). Example: `\'de\'`'),
  vault: z.string().min(1).default('src/content').describe('Folder that holds the notes, from the project\'s root. Example: `\'../My Vault\'`'),
  base: z.string().regex(/^\//, 'expected a path that begins with "/", such as "/repo/"').default('/').describe('Path under which the site is served. Example: `\'/repo/\'`'),
  site: z.url({error: 'expected a whole address such as "https://example.org"', protocol: /^https?$/}).optional().describe('Address of the site; without it canonical links, sitemap and feeds are left out. Example: `\'https://example.org\'`'),
  download: z.boolean().default(true).describe('Whether readers can take the public notes away as a zip that opens in Obsidian; comments and hidden properties are not in it. Example: `false`'),
  repository: z.url({protocol: /^https?$/}).optional().describe('Address of the folder of notes in a repository\'s web view, for edit and history links. Example: `\'https://github.com/me/garden/blob/main/src/content\'`'),
  publish: z.enum(['all', 'explicit']).default('all').describe('`all`: notes are published unless private. `explicit`: only notes with `publish: true`. Example: `\'explicit\'`'),
  exclude: folders.default(['templates']).describe('Folders whose notes are private unless they say `publish: true`. Example: `[\'templates\', \'Journal\']`'),
  trust: z.enum(['author', 'contributors']).default('author').describe('`author`: notes may hold HTML and MDX. `contributors`: a stricter list of HTML, and no code runs. Another vault named on the command line is `contributors` unless --trust says otherwise. Example: `\'contributors\'`'),
  strictLineBreaks: z.boolean().optional().describe('Whether a single line break is only a space, as in Markdown; by default what the vault\'s own settings say, else false, as in Obsidian (M-01). Example: `true`'),
  lenientTables: z.boolean().default(false).describe('Whether a bare `|` inside `[[…]]` in a table is read as `\\|` (L-14). Example: `true`'),
  aliasLinks: z.boolean().default(true).describe('Whether `[[X]]` may find a note by a unique alias (R-05). Example: `false`'),
  linkText: z.enum(['app', 'raw', 'basename']).default('app').describe('Words of a link without words of its own: `app` shows `Note > Heading`, `raw` shows `Note#Heading`, `basename` leaves folders out (L-09, L-10). Example: `\'basename\'`'),
  titleProperty: z.boolean().default(true).describe('Whether the property `title` replaces the file\'s name on the page (F-04). Example: `false`'),
  folderNotes: z.boolean().default(true).describe('Whether `index.md`, `README.md` or `Tools/Tools.md` is the page of its folder (F-07). Example: `false`'),
  ignoreHexTags: z.boolean().default(false).describe('Whether `#dcddde` is a colour and not a tag (T-08). Example: `true`'),
  dates: z.enum(['git', 'mtime', 'none']).default('git').describe('Where dates come from when a note has none: the repository\'s history when it is whole, the file\'s time, or nowhere. Example: `\'mtime\'`'),
  today: z.iso.date().optional().describe('The day the garden takes for today; by default the newest date among its notes. Example: `\'2026-11-23\'`'),
  remote: z.strictObject({
    images: z.enum(['keep', 'click', 'link']).default('keep').describe('Images from other sites: shown, shown on a click, or linked. Example: `\'link\'`'),
    frames: z.enum(['keep', 'click', 'link']).default('click').describe('Frames and videos from other sites. Example: `\'keep\'`')
  }).prefault({}).describe('What happens to what authors show from other sites. Example: `{images: \'link\'}`'),
  properties: z.strictObject({
    hide: z.array(z.string()).default(['token', 'secret', 'password', 'key', 'email']).describe('Properties whose name contains one of these words are never published. Example: `[\'phone\']`')
  }).prefault({}).describe('Which properties are shown and exported. Example: `{hide: [\'phone\']}`'),
  mentions: z.strictObject({
    unlinked: z.boolean().default(true).describe('Whether a page lists the notes that say its name without a link. Example: `false`'),
    commonWords: z.number().min(0).max(1).default(0.2).describe('A name of one word counts only if at least this share of the notes that say it link to its note: a note called “Data” does not mark the whole garden. 0 takes every name. Example: `0.5`')
  }).prefault({}).describe('Names of notes that stand in texts without a link. Example: `{unlinked: false}`'),
  publishAddresses: z.boolean().default(false).describe('Whether addresses as Obsidian Publish makes them, `Folder/My+Note`, lead on to the notes (Pu-10). Example: `true`'),
  syntaxPage: z.boolean().default(false).describe('Whether the site has a page, at `notes/syntax/`, that shows by examples what a note may hold; never for another vault named on the command line. Example: `true`'),
  callouts: z.record(z.string().min(1).max(100), z.strictObject({
    title: z.string().min(1).optional(),
    icon: z.string().refine((icon) => /^\s*<svg[\s>]/i.test(icon) || isCalloutType(icon), {error: `expected ${Object.keys(callouts).join(', ')} or a whole <svg>`}).optional(),
    color: z.string().regex(/^[\w\s#%.,()/-]+$/, 'expected a colour as style sheets write it').refine((color) => !/url|image|expression/i.test(color), {error: 'expected a colour as style sheets write it'}).optional()
  })).default({}).describe('Types of callouts by the word after `!`, with the title of those that have none, the icon of another type or an `<svg>`, and the colour of both (C-14). Example: `{recipe: {title: \'Recipe\', icon: \'tip\', color: \'light-dark(#a40, #fa6)\'}}`'),
  noindex: z.boolean().optional().describe('Whether every page asks search engines to leave it out (Pu-08). Example: `true`'),
  nofollow: z.boolean().default(false).describe('Whether links to other sites ask search engines not to follow them (L-26). Example: `true`'),
  diagrams: z.strictObject({
    autoLink: z.boolean().default(false).describe('Whether a label that is exactly a note\'s name becomes a link. Example: `true`')
  }).prefault({}).describe('How Mermaid diagrams are drawn. Example: `{autoLink: true}`'),
  limits: z.strictObject({
    noteMegabytes: z.number().positive().default(10).describe('Largest note. Example: `20`'),
    parseSeconds: z.number().positive().default(10).describe('Longest time for one note. Example: `30`'),
    embedDepth: z.int().min(1).max(20).default(5).describe('Deepest chain of embeds (E-06). Example: `3`'),
    embedsPerPage: z.int().positive().default(2000).describe('Most embeds on one page, nested ones counted. Example: `500`'),
    pageMegabytes: z.number().positive().default(5).describe('Largest page that embeds may make. Example: `10`'),
    diagramSeconds: z.number().positive().default(20).describe('Longest time for one diagram. Example: `60`')
  }).prefault({}).describe('Limits that keep a build from hanging. Example: `{noteMegabytes: 20}`')
})

/** What an author writes. */
export type GardenConfig = z.input<typeof optionsSchema>
/** What the garden reads: every key has a value. */
export type Options = z.output<typeof optionsSchema>

/** What a note's parsing depends on. */
export type ParsingOptions = Pick<Options, 'publish' | 'exclude' | 'trust' | 'lenientTables' | 'linkText' | 'titleProperty' | 'folderNotes' | 'ignoreHexTags' | 'remote' | 'callouts' | 'nofollow'>

/** Those options, and no others. */
export function parsingOptions({publish, exclude, trust, lenientTables, linkText, titleProperty, folderNotes, ignoreHexTags, remote, callouts, nofollow}: Options): ParsingOptions {
  return {publish, exclude, trust, lenientTables, linkText, titleProperty, folderNotes, ignoreHexTags, remote, callouts, nofollow}
}

/** One wrong value: which key, and what was expected. */
export interface OptionProblem {
  readonly key: string
  readonly reason: string
}

/** Check an author's configuration. */
export function parseOptions(config: unknown): {readonly options?: Options; readonly problems: readonly OptionProblem[]} {
  const result = optionsSchema.safeParse(config)
  if (result.success) return {options: result.data, problems: []}
  return {
    problems: result.error.issues.map((issue) => ({
      key: issue.path.join('.') || (issue.code === 'unrecognized_keys' ? issue.keys.join(', ') : 'garden.config.ts'),
      reason: issue.code === 'unrecognized_keys' ? `is not an option; known are ${knownKeys().join(', ')}` : issue.message
    }))
  }
}

function knownKeys(): string[] {
  return Object.keys(optionsSchema.shape)
}

/** Help an editor check `garden.config.ts`; returns it as it is. */
export function defineGarden(config: GardenConfig): GardenConfig {
  return config
}
