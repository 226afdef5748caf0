/** `[[Note|words]]` in a table with a bare bar (L-14), for vaults that are written so: only under `lenientTables`. */

/**
 * Escape bare bars of wiki links in lines that look like rows of a table.
 * Columns behind such a bar count one more than the author's.
 */
export function escapePipes(text: string): string {
  let fenced = false
  return text
    .split('\n')
    .map((line) => {
      if (/^\s*(?:```|~~~)/.test(line)) fenced = !fenced
      return !fenced && /^\s*\|.*\|\s*$/.test(line) && line.includes('[[') ? escapeLine(line) : line
    })
    .join('\n')
}

function escapeLine(line: string): string {
  let out = ''
  let at = 0
  for (let open = line.indexOf('[[', at); open >= 0; open = line.indexOf('[[', at)) {
    const close = line.indexOf(']]', open)
    if (close < 0) break
    out += line.slice(at, open) + line.slice(open, close).replace(/([^\\])\|/, '$1\\|')
    at = close
  }
  return out + line.slice(at)
}
