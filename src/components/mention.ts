import type {Mention, Related} from '../garden/model.ts'
import type {Strings} from './strings.ts'

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
