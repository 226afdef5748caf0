/**
 * The allow-list of HTML, per trust level, as data for hast-util-sanitize
 * (M-15, hazard 38). What is not listed does not reach a page: no script, no
 * event handler, no style sheet, no form, no address with a scheme of its own.
 */

import {defaultSchema, type Schema} from 'hast-util-sanitize'
import {ownPicture} from './addresses.ts'
import {holeTag} from './html.ts'
import {ownClass} from './reserved-classes.ts'

/** Classes but for those of the frame. */
const classes: ['className', RegExp] = ['className', ownClass]

/** Attributes of our own elements. */
const ours = [classes, 'dataCallout', 'dataGroup', 'dataCalloutMetadata', 'dataCalloutFold', 'dataTask', 'dataLanguage', 'dataTitle', 'dataLine']

/** hast-util-sanitize compares schemes to the letter, browsers do not: `HTTP:` is one that people type. */
function anyCase(schemes: readonly string[]): string[] {
  return schemes.flatMap((scheme) => [scheme, scheme.toUpperCase(), `${scheme.charAt(0).toUpperCase()}${scheme.slice(1)}`])
}

/** Values of the old attributes of looks: colours, and names of fonts. */
const colour = /^[a-z0-9#(),.% ]{1,64}$/i
const face = /^[\p{L}\p{N} ,'"-]{1,200}$/u

/** An address that holds nothing itself; a picture's may. */
const elsewhere = /^(?!data:)/i

/** An element may be a stop for the tab key, or none; the order is the page's. */
const tabStop: ['tabIndex', RegExp] = ['tabIndex', /^(?:-1|0)$/]

/**
 * What GitHub allows on every element, without what sends or acts, keys of the
 * site's own, and names: those of pictures and frames are taken for properties
 * of the document (hazard 25). A colour must be one (M-15).
 */
const anywhere = (defaultSchema.attributes?.['*'] ?? [])
  .filter((name) => typeof name !== 'string' || !/^(?:on|form|action|accept|method|target|enctype|prompt|name$|useMap|tabIndex|accessKey)/i.test(name))
  .map((name): typeof name => (name === 'color' ? ['color', colour] : name))

const shared: Schema = {
  ...defaultSchema,
  clobber: [],
  clobberPrefix: '',
  strip: ['script', 'style', 'template', 'noscript', 'math', 'svg', 'textarea', 'title', 'xmp', 'plaintext', 'noembed', 'noframes'],
  tagNames: [
    ...(defaultSchema.tagNames ?? []),
    holeTag, 'abbr', 'bdi', 'bdo', 'button', 'caption', 'cite', 'col', 'colgroup', 'dfn', 'figcaption', 'figure', 'mark', 'small', 'time', 'u', 'wbr',
    'address', 'article', 'aside', 'footer', 'header', 'main', 'nav',
    'big', 'center', 'font', 'meter', 'progress'
  ],
  attributes: {
    ...defaultSchema.attributes,
    [holeTag]: ['n'],
    '*': [...anywhere, ...ours, 'dir', 'lang', 'id', 'title', 'role', tabStop, 'hidden', 'ariaLabel', 'ariaHidden', 'ariaDescribedBy', 'ariaLabelledBy'],
    a: [...(defaultSchema.attributes?.a ?? []).filter((name) => !Array.isArray(name)), classes, 'href', 'name', 'rel', 'title', 'dataFootnoteRef', 'dataFootnoteBackref', 'ariaLabel', 'ariaDescribedBy'],
    img: ['alt', 'decoding', 'height', 'loading', ['src', elsewhere, ownPicture], 'title', 'width', classes],
    input: [['type', 'checkbox'], 'checked', 'disabled', classes, 'dataTask', 'ariaLabel'],
    section: [classes, 'dataFootnotes'],
    li: [classes, 'dataTask', 'value'],
    h2: [classes],
    ul: [classes],
    ol: [classes, 'start', 'reversed', 'type'],
    code: [classes],
    details: ['open', classes],
    time: ['dateTime'],
    font: [['face', face]],
    progress: ['value', 'max'],
    meter: ['value', 'min', 'max', 'low', 'high', 'optimum'],
    td: ['align', 'colSpan', 'rowSpan', 'headers'],
    th: ['align', 'colSpan', 'rowSpan', 'headers', 'scope', 'abbr']
  },
  ancestors: {...defaultSchema.ancestors},
  protocols: {
    // `addresses.ts` decides about links; this is the second wall.
    href: anyCase(['http', 'https', 'mailto', 'tel', 'sms', 'obsidian', 'ftp', 'ftps', 'irc', 'ircs', 'xmpp', 'matrix', 'magnet', 'geo', 'vscode', 'zotero']),
    // Only pictures may be `data:` themselves; the attributes say so.
    src: [...anyCase(['http', 'https']), 'data'],
    poster: anyCase(['http', 'https']),
    longDesc: anyCase(['http', 'https']),
    cite: anyCase(['http', 'https'])
  },
  required: {...defaultSchema.required, input: {type: 'checkbox', disabled: true}}
}

/** What others send in: HTML for words and tables, nothing that frames or plays. */
export const contributorSchema: Schema = shared

/** What the author writes: also frames, media and inline styles, which `template.ts` makes classes of. */
export const authorSchema: Schema = {
  ...shared,
  tagNames: [...(shared.tagNames ?? []), 'audio', 'iframe', 'source', 'track', 'video'],
  attributes: {
    ...shared.attributes,
    '*': [...(shared.attributes?.['*'] ?? []), 'style'],
    audio: ['controls', 'loop', 'muted', 'preload', ['src', elsewhere]],
    iframe: ['allowFullScreen', 'height', ['src', elsewhere], 'title', 'width'],
    source: [['src', elsewhere], 'type', 'media'],
    track: [['src', elsewhere], 'kind', 'label', 'srcLang'],
    video: ['controls', 'height', 'loop', 'muted', 'playsInline', 'poster', 'preload', ['src', elsewhere], 'width']
  }
}

/** HTML that an author wrote, whose elements are none of our holes; what takes their name's place cannot become one, and is as long. */
export function withoutHoles(html: string): string {
  return html.replace(/kg-hole/gi, 'kg_hole')
}

/** A declaration of a style sheet, in one of its values quoted names of fonts; nothing that ends it or escapes. */
const declared = /^(-{0,2}[a-z][a-z0-9-]*)\s*:((?:[^:;{}<>\\@"']|"[\p{L}\p{N} -]*"|'[\p{L}\p{N} -]*')*)$/iu

/** Functions that fetch, or that ran in some browser; also with a browser's name before. */
const fetching = /(?:url|src|image|image-set|cross-fade|element|paint|expression)\s*\(/i

/** Properties that write words into the page, or brought code in some browser. */
const acting = /^(?:-[a-z]+-)?(?:content|behaviou?r|binding)$/i

/**
 * Keep of an inline style what only looks different: no address, no escape, no
 * position over the page.
 *
 * @param isOurs Whether it is of an element that we made: formulas draw their signs together.
 * @returns Declarations that may stand in a style sheet, joined by `;`.
 */
export function safeStyle(style: string, isOurs = false): string {
  return style
    .slice(0, 2000)
    .split(';')
    .map((declaration) => declaration.trim())
    .filter((declaration) => isHarmless(declaration) || (isOurs && isNudge(declaration)))
    .join(';')
}

/** Widest step back that a formula may take, in its own letters: TeX's commands can ask for any. */
const widestNudge = 10

/** Whether a declaration is a margin of a formula, which may be negative. */
function isNudge(declaration: string): boolean {
  const [, values = ''] = /^margin(?:-left|-right|-top)?\s*:(.*)$/.exec(declaration) ?? []
  return values !== '' && values.trim().split(/\s+/).every((value) => /^-?[\d.]+(?:em)?$/.test(value) && Math.abs(Number.parseFloat(value)) <= widestNudge)
}

function isHarmless(declaration: string): boolean {
  const [, property = '', value = ''] = declared.exec(declaration) ?? []
  if (property === '' || acting.test(property) || fetching.test(value) || value.includes('/*') || !isClosed(value)) return false
  if (/["']/.test(value) && !/^font(?:-family)?$/i.test(property)) return false
  // A name of the author's own could hold what is refused here, so none may be called either.
  if (/^position$/i.test(property)) return /^\s*(?:static|relative)\s*(?:!\s*important\s*)?$/i.test(value)
  return !/^margin(?:-|$)/i.test(property) || !/[-(]/.test(value)
}

/** Whether all brackets are closed: one that is not would swallow the rest of the style sheet. */
function isClosed(value: string): boolean {
  const open: string[] = []
  for (const sign of value.match(/[()[\]]/g) ?? []) {
    if (sign === '(' || sign === '[') open.push(sign)
    else if (open.pop() !== (sign === ')' ? '(' : '[')) return false
  }
  return open.length === 0
}
