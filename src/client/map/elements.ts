/** Elements made by hand: children are nodes or text, never HTML. */
export function element<Name extends keyof HTMLElementTagNameMap>(name: Name, attributes: Readonly<Record<string, string>> = {}, children: readonly (Node | string)[] = []): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name)
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value)
  made.append(...children)
  return made
}

/** What stands for `{name}` in a sentence of the interface. */
export function filled(sentence: string, values: Readonly<Record<string, string | number>>): string {
  return sentence.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = values[name] ?? whole
    return typeof value === 'number' ? value.toLocaleString(document.documentElement.lang) : value
  })
}

/** Words that the page gives its script. */
export interface MapWords {
  readonly [name: string]: string
}
