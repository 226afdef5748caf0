/** Read a `_headers` file as Netlify and Cloudflare Pages do, so that what is seen here is what they serve. */

export interface HeaderRule {
  /** Pieces of the path between its stars. */
  readonly pieces: readonly string[]
  readonly headers: readonly (readonly [name: string, value: string])[]
}

/** Parse the file: a path at the start of a line, its headers indented under it, `#` before a remark. */
export function parseHeaders(text: string): HeaderRule[] {
  const rules: {pieces: string[]; headers: [string, string][]}[] = []

  for (const line of text.split(/\r?\n/)) {
    const content = line.trim()
    if (content === '' || content.startsWith('#')) continue
    const colon = content.indexOf(':')
    if (!/^\s/.test(line)) rules.push({pieces: content.split('*'), headers: []})
    else if (colon > 0) rules.at(-1)?.headers.push([content.slice(0, colon), content.slice(colon + 1).trim()])
  }

  return rules
}

/** Headers of a path under the base; values of one name from several rules are joined by a comma. */
export function headersFor(path: string, rules: readonly HeaderRule[]): Map<string, string> {
  const found = new Map<string, string>()

  for (const {pieces, headers} of rules) {
    if (!matches(path, pieces)) continue
    for (const [name, value] of headers) {
      const earlier = found.get(name)
      found.set(name, earlier === undefined ? value : `${earlier}, ${value}`)
    }
  }

  return found
}

/** Whether a path is the pieces in their order, with anything at the stars between them. */
function matches(path: string, pieces: readonly string[]): boolean {
  const [first = '', ...rest] = pieces
  if (rest.length === 0) return path === first
  if (!path.startsWith(first)) return false

  let from = first.length
  for (const piece of rest.slice(0, -1)) {
    const at = path.indexOf(piece, from)
    if (at < 0) return false
    from = at + piece.length
  }

  const last = rest.at(-1) ?? ''
  return path.length - last.length >= from && path.endsWith(last)
}
