/** What mentions of a note say: in which words, under which heading, how much. */

import type {Link, LinkKind, Mention, PublicNote, Slug} from '../model.ts'
import {diagramSlug} from '../names.ts'
import {escapeText} from '../sentences.ts'

/** How much one mention says, by kind. */
export const linkWeights: Readonly<Record<LinkKind, number>> = {link: 1, embed: 1.5, property: 1, diagram: 0.5, canvas: 1}

/** The note that mentions, and its address. */
export interface From {
  readonly note: PublicNote
  readonly slug: Slug | undefined
}

/** What a note's links to another say of it; a sentence that names the other twice says it once. */
export function mentionsIn(from: From, links: readonly Link[]): readonly Mention[] {
  const mentions: Mention[] = []
  for (const link of links) {
    const mention = mentionOf(from, link)
    if (!mentions.some((other) => other.kind === mention.kind && other.html === mention.html && other.anchor === mention.anchor)) mentions.push(mention)
  }
  return mentions
}

function mentionOf({note, slug}: From, link: Link): Mention {
  const heading = link.heading === undefined ? undefined : note.headings[link.heading]
  return {
    kind: link.kind,
    ...(heading ? {heading: heading.text, anchor: heading.id} : {}),
    ...inDiagram(slug, link),
    html: link.context === '' ? bold(link.text) : link.context,
    line: link.place.line,
    weight: linkWeights[link.kind] * (isRow(link.context) ? rowShare : 1),
    ...(link.property === undefined ? {} : {property: link.property})
  }
}

/** How much of a sentence's worth a name in a row of names has: it does not say why. */
const rowShare = 0.4

const separators = [' · ', ' • ', ' | ']

/** Whether a context is a row of names: `A · B · C`. */
function isRow(context: string): boolean {
  return separators.reduce((sum, separator) => sum + context.split(separator).length - 1, 0) > 1
}

/** What a mention in a diagram says of it. */
function inDiagram(slug: Slug | undefined, {diagram, diagramTitle = ''}: Link): Partial<Mention> {
  if (diagram === undefined || slug === undefined) return {}
  return {diagram: diagramTitle, anchor: `diagram-${diagram + 1}`, drawing: diagramSlug(slug, diagram)}
}

function bold(text: string): string {
  return `\u003Cb>${escapeText(text)}\u003C/b>`
}
