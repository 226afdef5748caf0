/**
 * Every message that the garden can print. Rule names are permanent: authors search for them.
 *
 * Severity follows DESIGN.md, decision 12: an error means that no site can be
 * made; a warning, that something is not shown as the author meant.
 */

import type {Diagnostic, Point, Severity} from './model.ts'
import {byCodePoint} from './names.ts'

interface Rule<Facts> {
  readonly severity: Severity
  readonly message: (facts: Facts) => string
  readonly hint?: (facts: Facts) => string | undefined
}

function rule<Facts = Record<never, never>>(row: Rule<Facts>): Rule<Facts> {
  return row
}

const list = (names: readonly string[]): string => names.map((name) => `“${name}”`).join(', ')
const suggestion = ({nearest}: {readonly nearest: string | undefined}): string | undefined =>
  nearest ? `Did you mean “${nearest}”?` : undefined

export const rules = {
  // Files
  'root-unreadable': rule<{reason: string}>({
    severity: 'error',
    message: ({reason}) => `The vault cannot be read: ${reason}.`,
    hint: () => 'Set `vault` in garden.config.ts, GARDEN_VAULT or --vault to the folder that holds your notes.'
  }),
  'unreadable-file': rule<{reason: string}>({
    severity: 'warning',
    message: ({reason}) => `This file cannot be read (${reason}), so it is not published.`,
    hint: () => 'Look at its permissions.'
  }),
  'symlink-skipped': rule({
    severity: 'warning',
    message: () => 'This is a symbolic link; it could lead out of the vault and is not followed.',
    hint: () => 'Put a copy of the file here.'
  }),
  'special-file': rule({severity: 'warning', message: () => 'This is neither a file nor a folder and is passed over.'}),
  'not-utf8': rule<{offset: number}>({
    severity: 'warning',
    message: ({offset}) => `This note is not UTF-8 (first bad byte at ${offset}); bad bytes are shown as �.`,
    hint: () => 'Save it as UTF-8.'
  }),
  'large-note': rule<{megabytes: string}>({
    severity: 'warning',
    message: ({megabytes}) => `This note holds ${megabytes} MB, which makes a slow page.`,
    hint: () => 'Split it.'
  }),
  'too-large': rule<{megabytes: string; limit: string}>({
    severity: 'warning',
    message: ({megabytes, limit}) => `This note holds ${megabytes} MB, more than the ${limit} MB allowed, and is not published.`,
    hint: () => 'Split it, or raise `limits.noteMegabytes` in garden.config.ts.'
  }),
  'large-attachment': rule<{megabytes: string}>({
    severity: 'info',
    message: ({megabytes}) => `This attachment holds ${megabytes} MB; readers will wait for it.`
  }),
  'twin-name': rule<{other: string}>({
    severity: 'warning',
    message: ({other}) => `This name differs from “${other}” only in how its accents are encoded; both are published.`,
    hint: () => 'Rename one of them.'
  }),
  'attachment-refused': rule<{reason: string}>({
    severity: 'warning',
    message: ({reason}) => `This attachment is not published: ${reason}.`
  }),

  // Frontmatter
  'frontmatter-syntax': rule<{reason: string; withheld: boolean}>({
    severity: 'warning',
    message: ({reason, withheld}) =>
      `The properties cannot be read: ${reason}. ${
        withheld ? 'One of them may keep the note private, so it is withheld.' : 'The note is shown without them.'
      }`,
    hint: () => 'Check quotes, indentation and the `---` lines.'
  }),
  'frontmatter-type': rule<{key: string; expected: string}>({
    severity: 'warning',
    message: ({key, expected}) => `\`${key}\` should be ${expected}; what is not is passed over.`
  }),
  'frontmatter-duplicate': rule<{key: string}>({
    severity: 'warning',
    message: ({key}) => `\`${key}\` stands twice; the last one counts.`
  }),
  'unsure-if-private': rule<{key: string; value: string}>({
    severity: 'warning',
    message: ({key, value}) => `\`${key}: ${value}\` does not say clearly whether this note is public, so it is withheld.`,
    hint: () => 'Write `publish: true`, `publish: false`, `draft: true` or `private: true`.'
  }),
  'late-properties': rule<{written: string}>({
    severity: 'warning',
    message: ({written}) => `\`${written}\` stands in a block further down, which is text: it does not decide whether this note is published.`,
    hint: () => 'Properties stand between `---` on the first line and the next `---`; move it there.'
  }),
  'no-tag': rule<{name: string}>({
    severity: 'info',
    message: ({name}) => `“${name}” among the tags is none: they hold letters, digits, emoji, “_”, “-” and “/”, and not digits alone.`
  }),
  'deprecated-property': rule<{key: string; instead: string}>({
    severity: 'info',
    message: ({key, instead}) => `\`${key}\` is an old name; it is read as \`${instead}\`.`
  }),
  'invisible-character': rule<{name: string}>({
    severity: 'warning',
    message: ({name}) => `\`${name}\` holds an invisible character, so links to it will look right and not match.`
  }),

  // Parsing
  'note-too-complex': rule<{reason: string}>({
    severity: 'warning',
    message: ({reason}) => `This note could not be parsed (${reason}); its text is shown as it is written.`,
    hint: () => 'Look for thousands of unclosed brackets or stars, or very deep nesting.'
  }),
  'comment-unclosed': rule<{until: number | undefined}>({
    severity: 'warning',
    message: ({until}) => `This \`%%\` has no partner in its paragraph; everything is hidden from here to ${until === undefined ? 'the end of the note' : `the \`%%\` in line ${until}`}.`,
    hint: () => 'Close the comment with `%%`, or write `\\%%` for two percent signs.'
  }),
  'html-unclosed': rule<{opened: string; end: string}>({
    severity: 'warning',
    message: ({opened, end}) => `This \`${opened}\` is not closed by \`${end}\`, so all that follows is taken for what is in it.`,
    hint: ({opened, end}) => `Close it with \`${end}\`, or write \`\\${opened}\` for the letters alone.`
  }),
  'pipe-in-table': rule({
    severity: 'warning',
    message: () => 'A `|` inside `[[…]]` ends the table cell here.',
    hint: () => 'Write `\\|`, or set `lenientTables: true` in garden.config.ts.'
  }),
  'nested-link': rule<{target: string}>({
    severity: 'warning',
    message: ({target}) => `“[[${target}]]” stands inside another link; only the outer one works.`
  }),
  'nested-too-deep': rule<{limit: number}>({
    severity: 'warning',
    message: ({limit}) => `Blocks are nested more than ${limit} deep here; the rest is shown as plain text.`
  }),
  'mdx-as-markdown': rule({
    severity: 'warning',
    message: () => 'MDX runs code, and this vault is not trusted with that; components are shown as their contents.',
    hint: () => 'If the notes are your own, set `trust: \'author\'` or pass --trust author.'
  }),
  'frame-as-link': rule<{element: string}>({
    severity: 'info',
    message: ({element}) => `This vault is not trusted with \u003C${element}>; its address stands in its place.`,
    hint: () => 'If the notes are your own, set `trust: \'author\'` or pass --trust author.'
  }),
  'mdx-syntax': rule<{reason: string}>({
    severity: 'error',
    message: ({reason}) => `This MDX cannot be compiled: ${reason}.`
  }),
  'mdx-component': rule<{name: string}>({
    severity: 'error',
    message: ({name}) => `Nothing imports a component called “${name}”.`,
    hint: ({name}) => `Write \`import ${name} from '…'\` above it, or correct its name.`
  }),
  'mdx-code': rule<{reason: string}>({
    severity: 'error',
    message: ({reason}) => `The code in it failed when the page was printed: ${reason}.`
  }),
  'search-link': rule<{target: string}>({
    severity: 'warning',
    message: ({target}) => `“[[${target}]]” is a search in Obsidian's editor, not a link.`
  }),
  'link-characters': rule<{target: string}>({
    severity: 'warning',
    message: ({target}) => `“${target}” holds characters that Obsidian does not allow in links (# | ^ : %% [[ ]]).`
  }),
  'non-breaking-space': rule<{target: string}>({
    severity: 'warning',
    message: ({target}) => `“${target}” holds a non-breaking space, which is not the same as a space in a name.`
  }),
  'unsafe-address': rule<{address: string; isShown?: boolean}>({
    severity: 'warning',
    message: ({address, isShown = false}) => `The address “${address}” is not one a page may ${isShown ? 'show' : 'link to'}; only its words are shown.`
  }),

  // Names
  'slug-collision': rule<{slug: string; other: string; now: string}>({
    severity: 'warning',
    message: ({slug, other, now}) => `“${other}” is already published at ${slug === '' ? '/' : `/${slug}/`}; this note is at /${now}/.`,
    hint: () => 'Rename one of them, or give one a `permalink`.'
  }),
  'slug-reserved': rule<{slug: string}>({
    severity: 'warning',
    message: ({slug}) => `The permalink “${slug}” is an address that the site itself uses, or leads out of it; the note stays at its own.`,
    hint: () => 'Choose another one.'
  }),
  'redirect-taken': rule<{slug: string}>({
    severity: 'info',
    message: ({slug}) => `/${slug}/ is a page, so no redirect is made there.`
  }),

  // Links
  'broken-link': rule<{target: string; nearest: string | undefined}>({
    severity: 'warning',
    message: ({target}) => `No note is called “${target}”.`,
    hint: suggestion
  }),
  'broken-embed': rule<{target: string; nearest: string | undefined}>({
    severity: 'warning',
    message: ({target}) => `“${target}” could not be found, so it is not embedded.`,
    hint: suggestion
  }),
  'broken-anchor': rule<{note: string; heading: string; nearest: string | undefined}>({
    severity: 'warning',
    message: ({note, heading}) => `“${note}” has no heading “${heading}”.`,
    hint: suggestion
  }),
  'broken-block': rule<{note: string; block: string}>({
    severity: 'warning',
    message: ({note, block}) => `“${note}” has no block “^${block}”.`
  }),
  'ambiguous-link': rule<{target: string; chosen: string; others: readonly string[]}>({
    severity: 'warning',
    message: ({target, chosen, others}) => `“${target}” could be ${list([chosen, ...others])}; the first is linked.`,
    hint: () => 'Write its folder before the name.'
  }),
  'ambiguous-alias': rule<{target: string; others: readonly string[]}>({
    severity: 'warning',
    message: ({target, others}) => `“${target}” is an alias of ${list(others)}, so it leads to none of them.`,
    hint: () => 'Link to one of them by its name.'
  }),
  'link-by-alias': rule<{target: string; note: string}>({
    severity: 'info',
    message: ({target, note}) => `“${target}” is an alias of “${note}”; Obsidian itself would not follow it.`,
    hint: ({target, note}) => `Write “[[${note}|${target}]]”.`
  }),
  'link-to-private': rule<{target: string}>({
    severity: 'info',
    message: ({target}) => `“${target}” is private; readers see plain text here.`
  }),
  'outside-vault': rule<{target: string}>({
    severity: 'warning',
    message: ({target}) => `“${target}” leads out of the vault; nothing outside is ever published.`
  }),
  'embed-cycle': rule<{trail: readonly string[]}>({
    severity: 'warning',
    message: ({trail}) => `These notes embed each other: ${trail.join(' → ')}. A link is shown instead.`
  }),
  'embed-too-deep': rule<{limit: number}>({
    severity: 'warning',
    message: ({limit}) => `Embeds stand in embeds more than ${limit} deep; a link is shown instead.`
  }),
  'embed-too-much': rule<{limit: string}>({
    severity: 'warning',
    message: ({limit}) => `Embeds make this page larger than ${limit}; from here on links are shown instead.`
  }),

  // The vault as a whole; told by `npm run check`
  orphan: rule({
    severity: 'info',
    message: () => 'No note links here, and this one links to none.',
    hint: () => 'Link it from a note that readers find, or keep it private.'
  }),
  'no-incoming-links': rule({
    severity: 'info',
    message: () => 'No note links here; readers find it only in lists and by searching.'
  }),
  'duplicate-title': rule<{title: string; others: readonly string[]}>({
    severity: 'info',
    message: ({title, others}) => `The title “${title}” is that of ${list(others)} too.`,
    hint: () => 'Links by this name are unsure; write a folder before it, or rename one.'
  }),
  'duplicate-alias': rule<{alias: string; others: readonly string[]}>({
    severity: 'info',
    message: ({alias, others}) => `The alias “${alias}” also names ${list(others)}.`,
    hint: () => 'Links by this name are unsure; keep it for one of them.'
  }),
  'unsupported-block': rule<{language: string}>({
    severity: 'info',
    message: ({language}) => `A plugin of Obsidian fills this “${language}” block; here its source is shown, folded.`,
    hint: () => 'A base can show lists of notes.'
  }),

  // The site's own style sheet
  'sheet-remote': rule<{what: string}>({
    severity: 'warning',
    message: ({what}) => `“${what}” would ask another site, or a file that is not in the vault, so it is left out.`,
    hint: () => 'Put the file into the vault and write its path from the root.'
  }),
  'sheet-unused': rule({
    severity: 'info',
    message: () => 'This style sheet is not used, as this vault is not trusted with the look of the site.',
    hint: () => 'If it is your own, set `publishCss: true`, or pass --trust author.'
  }),

  // Canvases and bases
  'canvas-syntax': rule<{reason: string}>({
    severity: 'warning',
    message: ({reason}) => `This canvas cannot be read whole: ${reason}.`,
    hint: () => 'Open it in Obsidian and save it again.'
  }),
  'base-syntax': rule<{reason: string}>({
    severity: 'warning',
    message: ({reason}) => `This base cannot be read whole: ${reason}.`
  }),
  'canvas-part': rule<{what: 'card' | 'edge'; reason: string}>({
    severity: 'warning',
    message: ({what, reason}) => `This ${what} is not drawn: ${reason}.`
  }),

  // Diagrams and formulas
  'diagram-syntax': rule<{reason: string}>({
    severity: 'warning',
    message: ({reason}) => `This diagram cannot be drawn: ${reason}`,
    hint: () => 'Its source is shown in its place.'
  }),

  'math-syntax': rule<{reason: string}>({
    severity: 'warning',
    message: ({reason}) => `This formula cannot be set: ${reason}.`,
    hint: () => 'Its source is shown in its place.'
  }),

  // Upkeep
  'review-due': rule<{date: string}>({
    severity: 'warning',
    message: ({date}) => `This note was to be checked again by ${date}.`,
    hint: () => 'Check it, and set `review_by` anew.'
  }),
  stub: rule<{words: number}>({
    severity: 'info',
    message: ({words}) => `This note has ${words === 1 ? 'one word' : `${words} words`}: a stub.`,
    hint: () => 'Write it, or let the note that links here say it.'
  }),

  // The site
  'no-site': rule({
    severity: 'info',
    message: () => 'No site address is set, so canonical links, sitemap and feeds are left out.',
    hint: () => 'Set `site` in garden.config.ts, GARDEN_SITE or --site.'
  }),
  'publish-setting': rule<{names: readonly string[]}>({
    severity: 'info',
    message: ({names}) => `The garden has no such setting as ${names.map((name) => `\`${name}\``).join(', ')} of Obsidian Publish.`,
    hint: () => '`publish.css` can hide what the site should not show.'
  }),
  'config-invalid': rule<{key: string; reason: string}>({
    severity: 'error',
    message: ({key, reason}) => `\`${key}\`: ${reason}.`
  })
} as const

export type RuleName = keyof typeof rules
type FactsOf<Name extends RuleName> = (typeof rules)[Name] extends Rule<infer Facts> ? Facts : never

/** Make a diagnostic of a rule from its facts. */
export function diagnose<Name extends RuleName>(
  name: Name,
  where: {readonly path: string; readonly place?: Point | undefined},
  facts: FactsOf<Name>
): Diagnostic {
  const row: Rule<never> = rules[name]
  const hint = row.hint?.(facts as never)
  return {
    rule: name,
    severity: row.severity,
    path: where.path,
    ...(where.place ? {place: {line: where.place.line, column: where.place.column}} : {}),
    message: row.message(facts as never),
    ...(hint === undefined ? {} : {hint})
  }
}

/** Print a diagnostic as `path:line:column: …`, which editors and terminals turn into a link. */
export function format({path, place, severity, message, rule, hint}: Diagnostic): string {
  const where = place ? `${path}:${place.line}:${place.column}` : path
  const line = `${where}: ${severity}: ${message} [${rule}]`
  return hint ? `${line}\n  ${hint}` : line
}

/** Order of printing: path, line, column, rule. */
export function byPlace(a: Diagnostic, b: Diagnostic): number {
  return (
    byCodePoint(a.path, b.path) ||
    (a.place?.line ?? 0) - (b.place?.line ?? 0) ||
    (a.place?.column ?? 0) - (b.place?.column ?? 0) ||
    byCodePoint(a.rule, b.rule) ||
    byCodePoint(a.message, b.message)
  )
}
