/** Look at one page alone: what is wrong with it by itself, where it leads, what places it has. */
import {own} from './own.ts'
import {diagnostic, placeOf, type AuditRule} from './rules.ts'
import {allowsOrigin, allowsStyle, parsePolicy, weakness, type Policy} from './policy.ts'
import {scan, type Attribute, type Tag} from './scan.ts'
import type {Diagnostic} from '../../src/garden/model.ts'

/** An address in a page. */
export interface Reference {
  readonly value: string
  readonly offset: number
}

export interface PageReport {
  readonly ids: ReadonlySet<string>
  /** Addresses that stay on this site, and those that may not be dead. */
  readonly references: readonly Reference[]
  readonly diagnostics: readonly Diagnostic[]
}

/** Which directive guards what an attribute loads; `''` is a link that loads nothing. */
const loads: ReadonlyMap<string, string> = new Map([
  ['a href', ''],
  ['a xlink:href', ''],
  ['area href', ''],
  ['form action', 'form-action'],
  ['button formaction', 'form-action'],
  ['input formaction', 'form-action'],
  ['script src', 'script-src'],
  ['img src', 'img-src'],
  ['img srcset', 'img-src'],
  ['input src', 'img-src'],
  ['video poster', 'img-src'],
  ['image href', 'img-src'],
  ['image xlink:href', 'img-src'],
  ['feimage href', 'img-src'],
  ['use href', 'img-src'],
  ['use xlink:href', 'img-src'],
  ['source src', 'media-src'],
  ['source srcset', 'img-src'],
  ['video src', 'media-src'],
  ['audio src', 'media-src'],
  ['track src', 'media-src'],
  ['iframe src', 'frame-src'],
  ['frame src', 'frame-src'],
  ['embed src', 'object-src'],
  ['object data', 'object-src']
])

/** The same by attribute and element, as it is asked for each of a page. */
const loadsOf = new Map<string, Map<string, string>>()
for (const [key, directive] of loads) {
  const [element = '', attribute = ''] = key.split(' ')
  loadsOf.set(attribute, (loadsOf.get(attribute) ?? new Map()).set(element, directive))
}

/** What a `<link>` of each kind loads; others only say something. */
const linkLoads: ReadonlyMap<string, string> = new Map([
  ['stylesheet', 'style-src'],
  ['icon', 'img-src'],
  ['apple-touch-icon', 'img-src'],
  ['manifest', 'manifest-src'],
  ['modulepreload', 'script-src'],
  ['preload', 'connect-src'],
  ['prefetch', 'connect-src'],
  ['preconnect', 'connect-src'],
  ['dns-prefetch', 'connect-src']
])

/** Attributes that an SVG animation could put into an address. */
const animated: ReadonlySet<string> = new Set(['to', 'from', 'values', 'by'])

const runs = /^(?:javascript|vbscript|data:text\/html|data:image\/svg|data:application)/i
const elsewhere = /^(?:[a-zA-Z][a-zA-Z0-9+.-]*:|[/\\]{2})/

/** Addresses of this site that hide nothing: most stand on page after page. */
const plain = new Set<string>()

/** Policies repeat from page to page, and so does what is wrong with them. */
const policies = new Map<string, {readonly policy: Policy; readonly reason: string | undefined}>()

function judged(text: string): {readonly policy: Policy; readonly reason: string | undefined} {
  const known = policies.get(text)
  if (known) return known
  const policy = parsePolicy(text)
  const made = {policy, reason: weakness(policy)}
  policies.set(own(text), made)
  return made
}

/** Problems of one page that are told: who mends twenty builds again anyway. */
const mostProblems = 20

interface Look {
  readonly ids: Set<string>
  readonly references: Reference[]
  readonly problems: {rule: AuditRule; offset: number; facts?: string}[]
  readonly loads: {directive: string; value: string; offset: number}[]
  readonly styles: {text: string; offset: number}[]
  policy?: Policy
  /** Whether anything was loaded before the policy was read. */
  early?: boolean
}

/**
 * Look at one page.
 *
 * @param path Path of its file under the published folder.
 */
export function lookAtPage(path: string, html: string): PageReport {
  const look: Look = {ids: new Set(), references: [], problems: [], loads: [], styles: []}
  const broken = scan(html, (tag) => lookAtTag(tag, look))
  if (broken !== undefined) look.problems.push({rule: 'broken-markup', offset: broken})
  judge(look)

  return {
    ids: look.ids,
    references: look.references,
    diagnostics: look.problems.slice(0, mostProblems).map(({rule, offset, facts}) =>
      diagnostic({rule, path, place: placeOf(html, offset), ...(facts !== undefined && {facts})})
    )
  }
}

/**
 * Look at a piece of a page that a script puts into others: it loads nothing from elsewhere, whatever their policies say.
 *
 * @param path Path of the file that holds it.
 */
export function lookAtFragment(path: string, html: string): PageReport {
  const look: Look = {ids: new Set(), references: [], problems: [], loads: [], styles: [], policy: new Map()}
  const broken = scan(html, (tag) => lookAtTag(tag, look))
  if (broken !== undefined) look.problems.push({rule: 'broken-markup', offset: broken})
  judge(look)
  return {ids: look.ids, references: look.references, diagnostics: look.problems.slice(0, mostProblems).map(({rule, facts}) => diagnostic({rule, path, ...(facts !== undefined && {facts})}))}
}

function lookAtTag(tag: Tag, look: Look): void {
  if (tag.name === 'meta') {
    lookAtMeta(tag, look)
    return
  }
  if (tag.name === 'base') look.problems.push({rule: 'base-element', offset: tag.offset})
  if (tag.name === 'style') lookAtStyle(tag, look)
  if (tag.name === 'script' && isInline(tag)) look.problems.push({rule: 'inline-script', offset: tag.offset})
  for (const {name, value} of tag.attributes) lookAtAttribute(tag, {name, value}, look)
}

function lookAtStyle({text = '', offset}: Tag, look: Look): void {
  if (look.policy === undefined) look.early = true
  look.styles.push({text, offset})
}

function isInline({attributes}: Tag): boolean {
  const type = attributes.find(({name}) => name === 'type')?.value.toLowerCase() ?? ''
  return !attributes.some(({name}) => name === 'src') && !/^application\/(?:ld\+)?json$/.test(type)
}

function lookAtAttribute(tag: Tag, {name, value}: Attribute, look: Look): void {
  if (name === 'id' || (name === 'name' && tag.name === 'a')) look.ids.add(value)

  const fault = faultOf(name, value)
  if (fault !== undefined) {
    look.problems.push({...fault, offset: tag.offset})
    return
  }

  const directive = tag.name === 'link' && name === 'href' ? linkDirective(tag) : loadsOf.get(name)?.get(tag.name)
  if (directive === undefined) return
  for (const address of name === 'srcset' ? candidates(value) : [value]) lookAtAddress(address, directive, {look, offset: tag.offset})
}

/** What is wrong with an attribute whatever the element it stands on. */
function faultOf(name: string, value: string): {rule: AuditRule; facts: string} | undefined {
  if (name === 'style') return {rule: 'inline-style', facts: 'A `style` attribute'}
  if (name === 'srcdoc') return {rule: 'inline-script', facts: name}
  if (name.startsWith('on') && name.length > 3) return {rule: 'inline-handler', facts: name}
  return animated.has(name) && runs.test(bare(value)) ? {rule: 'script-address', facts: value} : undefined
}

function lookAtAddress(written: string, directive: string, {look, offset}: {look: Look; offset: number}): void {
  if (look.policy === undefined && directive !== '' && directive !== 'navigate') look.early = true
  if (plain.has(written)) {
    look.references.push({value: written, offset})
    return
  }
  const value = bare(written)
  const image = directive === 'img-src' && /^data:image\//i.test(value)
  if (!image && runs.test(value)) look.problems.push({rule: 'script-address', offset, facts: value})
  else if (!elsewhere.test(value)) {
    if (value === written) plain.add(own(value))
    look.references.push({value, offset})
  } else if (directive !== '' && !/^data:/i.test(value)) look.loads.push({directive, value, offset})
}

function lookAtMeta({attributes, offset}: Tag, look: Look): void {
  const get = (wanted: string): string => attributes.find(({name}) => name === wanted)?.value ?? ''
  const equivalent = get('http-equiv').toLowerCase()
  if (equivalent === 'refresh') lookAtAddress(get('content').replace(/^[^=]*=\s*['"]?/, ''), 'navigate', {look, offset})
  if (equivalent !== 'content-security-policy') return

  const {policy, reason} = judged(get('content'))
  look.policy ??= policy
  if (reason !== undefined) look.problems.push({rule: 'weak-policy', offset, facts: reason})
  if (look.early) look.problems.push({rule: 'late-policy', offset})
}

/** What can only be said when the whole page was read. */
function judge({policy, loads, styles, problems}: Look): void {
  if (policy === undefined) problems.push({rule: 'no-policy', offset: 0})

  for (const {text, offset} of styles) {
    if (policy === undefined || !allowsStyle(policy, text)) problems.push({rule: 'inline-style', offset, facts: 'A `<style>`'})
  }
  for (const {directive, value, offset} of loads) {
    const origin = originOf(value)
    if (origin === undefined || policy === undefined || !allowsOrigin(policy, directive, origin)) {
      problems.push({rule: 'foreign-origin', offset, facts: value})
    }
  }
}

function linkDirective({attributes}: Tag): string {
  const words = attributes.find(({name}) => name === 'rel')?.value.toLowerCase().split(/\s+/) ?? []
  return words.map((word) => linkLoads.get(word)).find((found) => found !== undefined) ?? ''
}

function originOf(value: string): string | undefined {
  return URL.parse(value, 'https://same.invalid/')?.origin
}

/** An address as browsers read it: without the controls and spaces that could hide what it is. */
function bare(value: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what browsers leave out.
  return /[\u0000-\u0020]/.test(value) ? value.replace(/^[\u0000-\u0020]+|[\u0000-\u0020]+$|[\t\n\r]/g, '') : value
}

function candidates(srcset: string): string[] {
  return srcset
    .split(/,\s/)
    .map((candidate) => candidate.trim().split(/\s+/, 1)[0] ?? '')
    .filter((candidate) => candidate !== '')
}
