/**
 * Slow, obvious answers about a vault that a test made, for properties to compare the garden with. Shares no code with
 * `src/`: every question is a scan over everything.
 */

/** One thing in a note's text, in order; each stands in a paragraph of its own. */
export type Piece =
  | {readonly kind: 'heading'; readonly depth: number; readonly text: string}
  | {readonly kind: 'words'; readonly word: string; readonly tag?: string; readonly block?: string}
  | ({readonly kind: 'link' | 'embed'; readonly word: string} & Written)

/** A link as written: where to, and in which syntax. */
export interface Written {
  readonly form: 'wiki' | 'markdown'
  readonly target: string
  readonly headings?: readonly string[]
  readonly block?: string
}

export interface MadeNote {
  readonly path: string
  readonly hidden: boolean
  readonly aliases: readonly string[]
  /** In properties; those in the text stand in its pieces. */
  readonly tags: readonly string[]
  readonly properties: readonly (Written & {readonly word: string})[]
  readonly pieces: readonly Piece[]
}

export interface MadeVault {
  readonly notes: readonly MadeNote[]
  readonly attachments: readonly string[]
}

export type Answer =
  | {readonly kind: 'note'; readonly note: MadeNote; readonly heading?: number; readonly block?: string}
  | {readonly kind: 'folder'; readonly path: string}
  | {readonly kind: 'attachment'; readonly path: string}
  | {readonly kind: 'unresolved'}

const fold = (text: string): string => text.normalize('NFC').toLowerCase()
const folder = (path: string): string => path.split('/').slice(0, -1).join('/')
const nameOf = (path: string): string => path.replace(/\.mdx?$/i, '')

/** Notes that readers may see, in the order of their paths. */
export function visible(vault: MadeVault): MadeNote[] {
  return vault.notes.filter((note) => !note.hidden).sort((a, b) => codePoints(a.path, b.path))
}

function codePoints(a: string, b: string): number {
  const left = [...a].map((character) => character.codePointAt(0) ?? 0)
  const right = [...b].map((character) => character.codePointAt(0) ?? 0)
  for (let at = 0; at < Math.max(left.length, right.length); at += 1) {
    const difference = (left[at] ?? -1) - (right[at] ?? -1)
    if (difference !== 0) return difference
  }
  return 0
}

/** Go along a path from a folder; nothing if it leads out of the vault. */
function walk(from: string, written: string): string | undefined {
  let at = from.split('/').filter((part) => part !== '')
  for (const part of written.normalize('NFC').split('/')) {
    if (part === '..') {
      if (at.length === 0) return undefined
      at = at.slice(0, -1)
    } else if (part !== '' && part !== '.') at = [...at, part]
  }
  return at.join('/')
}

// ── Links (R-01 … R-10, H-01 … H-04) ────────────────────────────────────────

export function resolve(vault: MadeVault, from: MadeNote, link: Written): Answer {
  const target = link.target.normalize('NFC')
  if (target === '') return inNote(from, link)
  if (target.endsWith('/')) return folderOf(vault, target)
  const relative = ['.', '..'].includes(target.split('/')[0] ?? '')
  const near = walk(folder(from.path), target)
  const far = walk('', target)
  if (relative) return near === undefined ? {kind: 'unresolved'} : pick(vault, from, {link, written: near, fits: (path) => path === fold(near)})
  if (far === undefined) return {kind: 'unresolved'}

  const written = target.replace(/^\/+/, '')
  const steps: readonly Asked[] = [
    ...(link.form === 'markdown' && near !== undefined ? [{link, written: near, fits: (path: string) => path === fold(near)}] : []),
    {link, written, fits: (path) => path === fold(written)},
    {link, written, fits: (path) => path.endsWith(`/${fold(written)}`)}
  ]
  const found = steps.map((step) => pick(vault, from, step)).find(({kind}) => kind !== 'unresolved')
  return found ?? byAlias(vault, written, link)
}

function byAlias(vault: MadeVault, written: string, link: Written): Answer {
  const aliased = visible(vault).filter((note) => note.aliases.some((alias) => fold(alias) === fold(written)))
  return aliased.length === 1 && aliased[0] ? inNote(aliased[0], link) : {kind: 'unresolved'}
}

interface Asked {
  readonly link: Written
  readonly written: string
  /** Whether a folded path, whole or without its extension, is meant. */
  readonly fits: (path: string) => boolean
}

function pick(vault: MadeVault, from: MadeNote, {link, written, fits}: Asked): Answer {
  const asked = /\.mdx?$/i.exec(written)?.[0].toLowerCase()
  // `X.md` may be `X.mdx` now: a note's extension is a wish, no more.
  const notes = visible(vault).filter(({path}) => [nameOf(path), path, `${nameOf(path)}${asked ?? ''}`].some((each) => fits(fold(each))))
  const spelled = notes.filter((note) => asked !== undefined && note.path.toLowerCase().endsWith(asked))
  const files = vault.attachments.filter((path) => fits(fold(path)))
  const isFile = /\.(?:png|pdf)$/i.test(written) && files.length > 0
  const among = isFile ? files : [...(spelled.length > 0 ? spelled : notes).map((note) => note.path), ...files]
  const exact = among.filter((path) => [path, nameOf(path)].some((each) => each === written || each.endsWith(`/${written}`)))
  const [best] = (exact.length > 0 ? exact : among)
    .filter((path) => !path.endsWith('.mdx') || asked === '.mdx' || !among.includes(path.slice(0, -1)))
    .sort(
      (a, b) =>
        Number(folder(b) === folder(from.path)) - Number(folder(a) === folder(from.path)) ||
        a.split('/').length - b.split('/').length ||
        a.length - b.length ||
        codePoints(a, b)
    )
  if (best === undefined) return {kind: 'unresolved'}
  const note = vault.notes.find((each) => each.path === best)
  return note ? inNote(note, link) : {kind: 'attachment', path: best}
}

function folderOf(vault: MadeVault, target: string): Answer {
  const wanted = fold(target.replace(/^\/+|\/+$/g, ''))
  if (wanted === '') return {kind: 'folder', path: ''}
  const all = visible(vault).flatMap((note) => note.path.split('/').slice(0, -1).map((_, depth, parts) => parts.slice(0, depth + 1).join('/')))
  const found = all.filter((path) => fold(path) === wanted).sort((a, b) => codePoints(a, b))
  const exact = found.find((path) => path === target.replace(/^\/+|\/+$/g, '')) ?? found[0]
  return exact === undefined ? {kind: 'unresolved'} : {kind: 'folder', path: exact}
}

function inNote(note: MadeNote, link: Written): Answer {
  if (link.block !== undefined) return {kind: 'note', note, ...(blockAt(note, link.block) < 0 ? {} : {block: link.block.toLowerCase()})}
  const heading = headingAt(note, link.headings ?? [])
  return {kind: 'note', note, ...(heading === undefined ? {} : {heading})}
}

function blockAt(note: MadeNote, id: string): number {
  return note.pieces.findIndex((piece) => piece.kind === 'words' && piece.block?.toLowerCase() === id.toLowerCase())
}

interface Found {
  readonly depth: number
  readonly text: string
  readonly at: number
}

export function headingsOf(note: MadeNote): Found[] {
  return note.pieces.flatMap((piece, at) => (piece.kind === 'heading' ? [{depth: piece.depth, text: piece.text, at}] : []))
}

/** Where the section of a heading ends: the next one of its depth or less, or the end. */
function endOf(note: MadeNote, index: number): number {
  const all = headingsOf(note)
  return all.findIndex((each, at) => at > index && each.depth <= (all[index]?.depth ?? 0))
}

/** The first way down a chain of headings, each in the section of the one before (L-07). */
function headingAt(note: MadeNote, chain: readonly string[]): number | undefined {
  const all = headingsOf(note)
  const ways = chain.reduce<number[][]>(
    (before, wanted) => before.flatMap((way) => {
      const last = way[way.length - 1]
      const end = last === undefined || endOf(note, last) < 0 ? all.length : endOf(note, last)
      return all.flatMap(({text}, at) => (at > (last ?? -1) && at < end && plain(text) === plain(wanted) ? [[...way, at]] : []))
    }),
    [[]]
  )
  const [first] = ways.sort((a, b) => a.map((at, index) => at - (b[index] ?? 0)).find((difference) => difference !== 0) ?? 0)
  return first?.[first.length - 1]
}

/** A heading as links name it (H-01). */
function plain(text: string): string {
  const signs = '!"#$%&()*+,.:;<=>?@^`{|}~/[]\\'
  return [...fold(text)].map((character) => (signs.includes(character) ? ' ' : character)).join('').split(/\s+/).filter((word) => word !== '').join(' ')
}

// ── What stands where ───────────────────────────────────────────────────────

export interface Mentioned {
  readonly from: MadeNote
  readonly to: Answer
  readonly kind: 'link' | 'embed' | 'property'
  readonly word: string
  readonly target: string
}

/** All links of all notes that readers may see. */
export function mentions(vault: MadeVault): Mentioned[] {
  return visible(vault).flatMap((from) => [
    ...from.properties.map((link): Mentioned => ({from, to: resolve(vault, from, link), kind: 'property', word: link.word, target: link.target})),
    ...from.pieces.flatMap((piece): Mentioned[] =>
      piece.kind === 'link' || piece.kind === 'embed' ? [{from, to: resolve(vault, from, piece), kind: piece.kind, word: piece.word, target: piece.target}] : []
    )
  ])
}

/** Notes by tag, nested ones counted for their parents (T-04), under the first spelling met (T-05). */
export function tagged(vault: MadeVault): {name: string; paths: string[]}[] {
  const all = visible(vault).flatMap((note) =>
    [...note.tags, ...note.pieces.flatMap((piece) => (piece.kind === 'words' && piece.tag !== undefined ? [piece.tag] : []))].flatMap((tag) => tag.split('/').map((_, depth, parts) => ({name: parts.slice(0, parts.length - depth).join('/'), path: note.path})))
  )
  const keys = [...new Set(all.map(({name}) => fold(name)))]
  return keys.map((key) => {
    const own = all.filter(({name}) => fold(name) === key)
    return {name: own[0]?.name ?? '', paths: [...new Set(own.map(({path}) => path))].sort()}
  })
}

/** Deepest chain of embeds (E-06). */
const deepest = 5

/** The words that a page shows, in order, with what it embeds; a circle ends in a link, which has no word. */
export function shown(vault: MadeVault, note: MadeNote): string[] {
  return wordsIn(vault, note, {piece: 'all', trail: [`${note.path} all`]})
}

interface Within {
  /** `all`, a heading's number, or a block's id. */
  readonly piece: string
  readonly trail: readonly string[]
}

function wordsIn(vault: MadeVault, note: MadeNote, {piece, trail}: Within): string[] {
  const [start, end] = rangeOf(note, piece)
  return note.pieces.slice(start, end).flatMap((each): string[] => {
    if (each.kind === 'heading') return []
    if (each.kind !== 'embed') return [each.word]
    // Written as a picture, it stands in a sentence, where a note cannot be shown: a link.
    if (/\.png$/i.test(each.target)) return []
    const to = resolve(vault, note, each)
    const part = partOf(to, each)
    if (to.kind !== 'note' || part === undefined) return []
    const key = `${to.note.path} ${part}`
    return trail.includes(key) || trail.length > deepest ? [] : wordsIn(vault, to.note, {piece: part, trail: [...trail, key]})
  })
}

/** Which piece of a note an embed shows; nothing if it has no such piece. */
function partOf(to: Answer, {block, headings: chain = []}: Written): string | undefined {
  if (to.kind !== 'note') return undefined
  if (block !== undefined) return to.block === undefined ? undefined : `^${to.block}`
  if (chain.length > 0) return to.heading === undefined ? undefined : String(to.heading)
  return 'all'
}

function rangeOf(note: MadeNote, piece: string): [start: number, end: number] {
  if (piece === 'all') return [0, note.pieces.length]
  if (piece.startsWith('^')) return [blockAt(note, piece.slice(1)), blockAt(note, piece.slice(1)) + 1]
  const all = headingsOf(note)
  const next = endOf(note, Number(piece))
  return [all[Number(piece)]?.at ?? 0, next < 0 ? note.pieces.length : (all[next]?.at ?? 0)]
}
