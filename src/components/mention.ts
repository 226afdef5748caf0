import type {Mention, Page, Related} from '../garden/model.ts'
import type {Strings} from './strings.ts'

/** Notes that mention a note which its page shows at once. */
export const mentionsAtOnce = 8
/** More of them, with a link or without, stand on a page of their own, so that the page of a hub weighs no more than another's. */
const mostLinked = 16
const mostNamed = 6

/** Whether all notes that link to this one stand on its own page, some of them folded. */
export function foldsLinked({backlinks}: Pick<Page, 'backlinks'>): boolean {
  return backlinks.length <= mostLinked
}

/** Whether all notes that name this one without a link stand on its own page, folded. */
export function foldsNamed({unlinked}: Pick<Page, 'unlinked'>): boolean {
  return unlinked.length <= mostNamed
}

/** How a mention stands in the other note, where that is not plain text. */
export function mentionPlace({kind, property}: Mention, t: Strings): string {
  if (kind === 'property') return t.inProperty(property ?? '')
  if (kind === 'diagram') return t.inDiagram
  if (kind === 'canvas') return t.inCanvas
  if (kind === 'embed') return t.asEmbed
  return ''
}

/** More names than this make a reason longer than it is telling. */
const mostNames = 3

/** Why two notes are related, as one sentence a reason. */
export function reasonSentence({kind, names}: Related['reasons'][number], t: Strings): string {
  const some = names.slice(0, mostNames)
  const told = names.length > mostNames ? `${some.join(', ')} …` : listed(some, t)
  return t.relatedReasons[kind](told, some.length)
}

function listed(names: readonly string[], t: Strings): string {
  const [last = '', ...before] = [...names].reverse()
  return before.length === 0 ? last : t.and(before.reverse().join(', '), last)
}
