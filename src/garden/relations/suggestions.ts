/** Unlinked mentions as links that an author may write. */

import type {LinkSuggestion, PublicNote, VaultPath} from '../model.ts'
import {withoutExtension} from '../names.ts'
import {type Index, resolveTarget} from '../resolve.ts'
import type {Mentioned} from './mentions.ts'

/** Signs that end a link, or a name in it (L-27). */
const unsayable = /[[\]|#^]|%%/

/**
 * What to write for each mention.
 *
 * The words stay as they are. A name that another note bears too is written with its folders; a mention whose
 * note cannot be named in a link is left out.
 */
export function suggestionsOf(mentions: readonly Mentioned[], notes: ReadonlyMap<VaultPath, PublicNote>, index: Index): LinkSuggestion[] {
  return mentions.flatMap(({from, to, words, place, inCell}) => {
    const note = notes.get(to)
    const target = note && targetOf(note, from, index)
    if (target === undefined || unsayable.test(target) || unsayable.test(words)) return []
    // In a table a bare `|` ends the cell (L-14).
    const link = target === words ? `[[${words}]]` : `[[${target}${inCell ? '\\|' : '|'}${words}]]`
    return [{path: from, place, words, to, link}]
  })
}

/** The shortest way to name a note that leads to it from another. */
function targetOf({path, name}: PublicNote, from: VaultPath, index: Index): string | undefined {
  return [name, withoutExtension(path)].find((target) => resolveTarget(index, {target, form: 'wiki'}, {from, aliases: false}).path === path)
}
