import {parseDeclarations} from '../css/sheet.ts'

/** As much of `CSSStyleSheet` as mermaid's C4 and class definitions ask for. */
export function StyleSheet(this: {cssRules: unknown[]}): void {
  Object.assign(this, sheet())
}

interface FakeRule {
  readonly selectorText: string
  readonly style: {
    setProperty(name: string, value: string | null, priority?: string): void
    getPropertyValue(name: string): string
    removeProperty(name: string): void
  }
  readonly cssText: string
}

function sheet(): object {
  const cssRules: (FakeRule | {readonly cssText: string})[] = []
  return {
    cssRules,
    insertRule(text: string, index = 0): number {
      cssRules.splice(index, 0, rule(text))
      return index
    },
    replaceSync(text: string): void {
      cssRules.splice(0, cssRules.length, {cssText: text})
    }
  }
}

function rule(text: string): FakeRule {
  const open = text.indexOf('{')
  const selectorText = text.slice(0, open < 0 ? text.length : open).trim()
  const inner = open < 0 ? '' : text.slice(open + 1, Math.max(open + 1, text.lastIndexOf('}')))
  const values = new Map(parseDeclarations(inner).map(({name, value, important}) => [name, important ? `${value} !important` : value]))
  return {
    selectorText,
    style: {
      setProperty(name, value, priority) {
        if (value === null || value === '') values.delete(name)
        else values.set(name, priority ? `${value} !${priority}` : value)
      },
      getPropertyValue: (name) => values.get(name) ?? '',
      removeProperty: (name) => void values.delete(name)
    },
    get cssText() {
      return `${selectorText} { ${[...values].map(([name, value]) => `${name}: ${value};`).join(' ')} }`
    }
  }
}
