/** What the audit can find. Each is an error: a site with one of them is not put in place. */
import type {Diagnostic, Point} from '../../src/garden/model.ts'

const messages = {
  'dead-link': (facts: string) => `“${facts}” leads to nothing that was written.`,
  'dead-anchor': (facts: string) => `“${facts}” names a place that its page does not have.`,
  'outside-base': (facts: string) => `“${facts}” is not under the base path, so it leads out of the site.`,
  'broken-markup': () => 'A tag or comment begins here and never ends.',
  'inline-script': () => 'A script stands in the page; the policy of the site would block it.',
  'inline-handler': (facts: string) => `\`${facts}\` is a script in an attribute.`,
  'inline-style': (facts: string) => `${facts} is not allowed by the page's policy.`,
  'script-address': (facts: string) => `“${facts}” is an address that runs code.`,
  'no-policy': () => 'The page has no Content Security Policy.',
  'late-policy': () => 'Something is loaded before the Content Security Policy is read.',
  'weak-policy': (facts: string) => `The Content Security Policy does not hold: ${facts}.`,
  'foreign-origin': (facts: string) => `“${facts}” would be loaded from an origin that the page's policy does not name.`,
  'base-element': () => 'A <base> moves every link of the page.',
  'lost-page': (facts: string) => `No page was written at “${facts}”, where a note, folder, tag or redirect should be.`,
  'stray-page': () => 'This page belongs to no note, folder, tag or redirect, nor to an address that the site reserves.',
  'private-file': (facts: string) => `This file is named like “${facts}”, which is not published.`,
  'stray-attachment': () => 'No public page uses this attachment.',
  'lost-attachment': (facts: string) => `The attachment “${facts}” was not written.`,
  'stray-file': () => 'This file is a tool\'s, not the site\'s.',
  'feed-without-site': () => 'A feed, sitemap or card needs the address of the site, and none is set.',
  'lost-feed': () => 'The site has an address, but this file was not written.'
} as const satisfies Record<string, (facts: string) => string>

export type AuditRule = keyof typeof messages

export interface Finding {
  readonly rule: AuditRule
  /** Path of the file under the published folder. */
  readonly path: string
  /** What the message is about. */
  readonly facts?: string
  readonly place?: Point
}

const longest = 200

/** Word a finding as every other problem is. */
export function diagnostic({rule, path, facts = '', place}: Finding): Diagnostic {
  const shown = facts.length > longest ? `${facts.slice(0, longest)}…` : facts
  return {rule, severity: 'error', path, message: messages[rule](shown), ...(place && {place})}
}

/** Line and column, from 1, of an offset in a text. */
export function placeOf(text: string, offset: number): Point {
  const before = text.lastIndexOf('\n', offset - 1)
  let line = 1
  for (let at = text.indexOf('\n'); at >= 0 && at < offset; at = text.indexOf('\n', at + 1)) line++
  return {line, column: offset - before}
}
