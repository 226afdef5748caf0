/**
 * Every message of `npm run lint:content`. Rule names are permanent: CONTRIBUTING.md explains them by name.
 *
 * An error breaks a promise of the garden; a warning is a measure that good notes sometimes pass.
 */

import type {Diagnostic, Point, Severity} from '../../src/garden/model.ts'
import type {Note} from './note.ts'

interface Message {
  readonly severity: Severity
  readonly say: (a: string, b: string) => string
}

const error = (say: Message['say']): Message => ({severity: 'error', say})
const warning = (say: Message['say']): Message => ({severity: 'warning', say})

export const messages = {
  // Properties
  'properties-unreadable': error((reason) => `The properties cannot be read: ${reason}`),
  'property-missing': error((key) => `\`${key}\` is missing; every note of this kind has it.`),
  'property-form': error((key, expected) => `\`${key}\` should be ${expected}.`),
  'property-unknown': error((key) => `\`${key}\` is not a property of this kind of note.`),
  'file-name': error((expected) => `The file should be called “${expected}”, after its title.`),
  'wrong-folder': error((kind, folder) => `A note of kind “${kind}” stands in the folder “${folder}”.`),
  'dates-disorder': error((early, late) => `\`${late}\` is before \`${early}\`.`),

  // Names
  'name-twice': error((name, other) => `“${name}” is also a title or alias of ${other}; a link to it could mean either.`),

  // Tags
  'tag-unknown': error((tag) => `“${tag}” is not in the list of tags.`),
  'tag-kind': error((count, branch) => `There are ${count} kind tags; a note has exactly one, here of the branch \`${branch}/\`.`),
  'tag-topics': error((count) => `There are ${count} \`topic/\` tags; a note has one to three.`),

  // Sections
  'section-missing': error((title) => `The section “${title}” is missing.`),
  'section-order': error((title, after) => `“${title}” stands after “${after}” and belongs before it.`),
  'section-twice': error((title) => `“${title}” stands twice.`),
  'section-own': error((title, next) => `“${title}” is no section of this kind, and none of the note's own stands before “${next}”.`),
  'abstract-first': error(() => 'A note opens with an `[!abstract]` callout that answers its question.'),
  'abstract-long': error((count, limit) => `The abstract has ${count} words; at most ${limit} make a useful preview.`),
  'words-few': warning((count, range) => `The note has ${count} words; its kind has ${range}.`),
  'words-many': warning((count, range) => `The note has ${count} words; its kind has ${range}.`),
  'callouts-many': error((count, limit) => `There are ${count} callouts beside cards; more than ${limit} stop being noticed.`),
  'callout-unknown': error((type) => `\`[!${type}]\` has no meaning here.`),

  // Links
  'link-broken': error((target) => `No note is called “${target}”.`),
  'anchor-broken': error((anchor, target) => `“${target}” has no heading or block “${anchor}”.`),
  'links-few': error((count, least) => `There are links to ${count} other notes; at least ${least} place a note in the garden.`),
  'links-few-prose': error((count, least) => `${count} other notes are linked in the prose; at least ${least} show why they matter.`),
  'links-few-in': error((count, least) => `${count} notes link here; at least ${least} let readers find it.`),

  // Diagrams
  'diagrams-few': error((count, least) => `There are ${count} diagrams; this kind of note has at least ${least}.`),
  'diagrams-many': error((count, most) => `There are ${count} diagrams; this kind of note has at most ${most}.`),
  'diagram-syntax': error((reason) => `Mermaid does not understand this diagram: ${reason}`),
  'diagram-title': error(() => 'The diagram has no `accTitle`, so a screen reader has no name for it.'),
  'diagram-description': error(() => 'The diagram has no `accDescr`, so a screen reader has no words for it.'),
  'diagram-size': error((found, limit) => `The diagram has ${found}; at most ${limit} can be read. Split it.`),
  'diagram-type': error((type) => `A \`${type}\` diagram has no title or description for screen readers; choose another type.`),
  'diagram-legend': error(() => 'No legend follows: one line in italics that says what the signs mean and what to notice.'),
  'diagram-syntax-avoided': error((what, instead) => `${what} ${instead}`),

  // Cards
  'cards-few': error((count, least) => `There are ${count} cards; this kind of note has at least ${least}.`),
  'card-open': error(() => 'A card is folded: write `[!question]-`.'),
  'card-id-missing': error(() => 'The card has no block id; end its answer with ` ^short-name-1`.'),
  'card-id-form': error((id) => `“^${id}” is not a short name, a hyphen and a number.`),
  'card-id-twice': error((id, other) => `“^${id}” is also a card of ${other}.`),
  'card-empty': error(() => 'The card has no answer.'),
  'card-long': error((count, limit) => `The answer has ${count} words; at most ${limit} can be said in one breath or two.`),
  'card-unknown': error((id) => `No card has the id “${id}”.`),

  // Sources
  'sources-count': error((count) => `There are ${count} sources; a note has two to eight.`),
  'source-address': error((address) => `“${address}” is not a whole https address.`),
  'source-twice': error((address) => `“${address}” stands twice.`),
  'sources-empty': error(() => 'The section “Sources” lists nothing.'),

  // Words
  'perishable': error((word) => `“${word}” will age: put a date beside it, or link [[Version Watch]].`),
  'banned-word': error((word) => `“${word}” says nothing; leave it out or give the number.`),
  'spelling': error((word, suggestions) => `“${word}” is not in the dictionary.${suggestions === '' ? '' : ` Perhaps ${suggestions}.`}`),

  // Code
  'code-language': error(() => 'The code block names no language.'),
  'code-long': error((count, limit) => `The code block has ${count} lines; more than ${limit} belong in a repository.`),
  'code-latest': error((image) => `“${image}” is another image tomorrow; name a version or a digest.`),
  'code-unpinned': error((action) => `“${action}” can change under you; pin the action by its commit.`)
} as const satisfies Record<string, Message>

export type RuleName = keyof typeof messages

/** Make a diagnostic; without a place it points at the first line. */
export function problem(rule: RuleName, where: {readonly note: Note; readonly place?: Point}, ...[a = '', b = '']: readonly string[]): Diagnostic {
  const {severity, say}: Message = messages[rule]
  return {rule, severity, path: where.note.shown, place: where.place ?? {line: 1, column: 1}, message: say(a, b)}
}
