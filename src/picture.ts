/** Drawings as pictures: a file of its own has no sheets of the site, so that what they say of it is written into it. */

/** Text of `styles/tokens.css` and `styles/diagram.css`. */
export interface Sheets {
  readonly tokens: string
  readonly ink: string
}

const declaration = /(--[\w-]+):\s*([^;{}]+)(?=[;}])/g
const use = /var\((--[\w-]+)/g

/**
 * Write into a drawing the rules of its ink and the values that these and it name, so that it shows itself in an `<img>`,
 * light or dark as the page around it is.
 *
 * @param drawing SVG that begins with its root element.
 */
export function picture(drawing: string, {tokens, ink}: Sheets): string {
  const rules = /\.mm\b[\s\S]*/.exec(ink)?.[0] ?? ''
  const scheme = drawing.includes(' mm-light') ? 'light' : 'light dark'
  const style = `svg{color-scheme:${scheme};${valuesFor(rules + drawing, `${tokens}${ink}`)}}@layer diagram{${rules}`
  return drawing.replace('>', `><style>${style}</style>`)
}

/** Declarations of all values that a text names, and of those that these name in turn. */
function valuesFor(text: string, sheets: string): string {
  const values = new Map<string, string>()
  // The first is what holds on screens; print and wishes for contrast come after it.
  for (const [, name = '', value = ''] of sheets.matchAll(declaration)) if (!values.has(name)) values.set(name, value.trim())
  const needed = new Map<string, string>()
  const need = (written: string): void => {
    for (const [, name = ''] of written.matchAll(use)) {
      const value = values.get(name)
      if (value === undefined || needed.has(name)) continue
      needed.set(name, value)
      need(value)
    }
  }
  need(text)
  return [...needed].map(([name, value]) => `${name}:${value}`).join(';')
}
