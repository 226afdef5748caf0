/** The tags of HTML as browsers find them: none in a remark, in an attribute, or in an element that holds only text. */

export interface HtmlTag {
  readonly name: string
  readonly isEnd: boolean
  readonly start: number
  readonly end: number
}

/** Elements in which a browser looks for nothing but their end. */
export const textual: ReadonlySet<string> = new Set('iframe noembed noframes script style textarea title xmp'.split(' '))

/** Find the tags, in their order. Each sign is looked at once: long tags, and many that never end, cost no more than words. */
export function tagsOf(html: string): HtmlTag[] {
  const tags: HtmlTag[] = []
  const begin = /<(?:!--|(\/?)([a-z][^\s/>]*))/gi
  for (let found = begin.exec(html); found; found = begin.exec(html)) {
    const name = found[2]?.toLowerCase()
    const end = name === undefined ? after(html, '-->', found.index + 2) : endOfTag(html, begin.lastIndex)
    if (end === -1) break
    begin.lastIndex = end
    if (name === undefined || isEmpty(name, html[end - 2])) continue
    const isEnd = found[1] === '/'
    tags.push({name, isEnd, start: found.index, end})
    if (!isEnd && textual.has(name)) begin.lastIndex = endOfText(html, name, end)
  }
  return tags
}

/** Whether an element ends with its own tag: a slash before the `>` does that only in what is not HTML's. */
function isEmpty(name: string, before: string | undefined): boolean {
  return before === '/' && (name === 'svg' || name === 'math')
}

function after(html: string, sign: string, from: number): number {
  const at = html.indexOf(sign, from)
  return at === -1 ? -1 : at + sign.length
}

/** Where a tag ends; a `>` between the quotes of a value is none of its signs. */
function endOfTag(html: string, from: number): number {
  const next = /=\s*(["'])|>/g
  next.lastIndex = from
  for (let found = next.exec(html); found; found = next.exec(html)) {
    if (found[1] === undefined) return next.lastIndex
    const end = after(html, found[1], next.lastIndex)
    if (end === -1) return -1
    next.lastIndex = end
  }
  return -1
}

function endOfText(html: string, name: string, from: number): number {
  const end = new RegExp(`</${name}(?=[\\s/>])`, 'gi')
  end.lastIndex = from
  return end.exec(html)?.index ?? html.length
}
