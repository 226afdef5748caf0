/**
 * The public notes as files that open in Obsidian: their text without comments,
 * their properties without those that are never published, and the attachments
 * that public pages use.
 */

import {textAfterProperties} from './frontmatter.ts'
import type {Asset, PropertyValue, PublicNote, SourceFile, VaultPath} from './model.ts'
import {isHidden} from './hidden.ts'
import {byCodePoint} from './names.ts'
import {withoutRemarks} from './syntax/comments.ts'
import {yaml} from './yaml.ts'

/** A file of the archive: text of a note, or an attachment on disk. */
export type ArchiveFile = {readonly path: VaultPath; readonly text: string} | {readonly path: VaultPath; readonly file: string}

export interface ArchiveInput {
  readonly notes: readonly PublicNote[]
  /** All notes as they stand on disk; only those of public ones are looked at. */
  readonly sources: readonly SourceFile[]
  readonly assets: ReadonlyMap<VaultPath, Asset>
  /** Words that keep a property from being published. */
  readonly hide: readonly string[]
  /** Takes out of a text what readers do not see of it (`archive-cut.ts`); asked only about texts that {@link mayHide} something. */
  readonly withoutHidden: (text: string) => string
}

/** Files of the archive, in the order of their paths. MDX, which is code and not Obsidian's, is left out. */
export function archiveFiles({notes, sources, assets, hide, withoutHidden}: ArchiveInput): ArchiveFile[] {
  const texts = new Map(sources.map(({path, text}) => [path, text]))
  const written = notes.filter(({format}) => format === 'md').flatMap((note): ArchiveFile[] => {
    const text = texts.get(note.path)
    return text === undefined ? [] : [{path: note.path, text: publicText(note, text, {hide, withoutHidden})}]
  })
  return [...written, ...[...assets.values()].map(({path, file}) => ({path, file}))].sort((a, b) => byCodePoint(a.path, b.path))
}

/** The text of a note as it may be given away. */
function publicText(note: PublicNote, text: string, {hide, withoutHidden}: Pick<ArchiveInput, 'hide' | 'withoutHidden'>): string {
  const properties = note.properties.filter(([name]) => !isHidden(name, hide))
  // Written anew from the values: what stands between them may be a remark of the author's.
  const head = properties.length === 0 ? '' : `---\n${yaml().stringify(plain(properties), {lineWidth: 0})}---\n`
  return head + bodyOf(note, textAfterProperties(text), withoutHidden)
}

function plain(properties: readonly (readonly [string, PropertyValue])[]): Map<string, PropertyValue> {
  return new Map(properties)
}

function bodyOf({diagnostics}: PublicNote, body: string, withoutHidden: ArchiveInput['withoutHidden']): string {
  if (!mayHide(body)) return body
  // A note that the parser was stopped at is not given to it again, and less of it is kept.
  if (diagnostics.some(({rule}) => rule === 'note-too-complex')) return withoutRemarks(body)
  try {
    return withoutHidden(body)
  } catch {
    return withoutRemarks(body)
  }
}

/** Whether anything in a text may be hidden from readers: most texts need not be parsed again. */
export function mayHide(text: string): boolean {
  return /%%|<!--/.test(text)
}
