import {registerHooks} from 'node:module'

/** How mermaid gives out its configuration: a copy, deep and key by key. */
export const slowCopy = 'return assignWithDepth_default({}, currentConfig);'

const quickCopy = 'return copyOfConfig(currentConfig, 2);'

/** The same copy, an object at a time. Nothing is dropped that mermaid keeps, and nothing shared that it separates. */
const copyOfConfig = `
function copyOfConfig(source, depth) {
  const copy = {...source}
  if (depth > 0) for (const key of Object.keys(copy)) {
    const value = copy[key]
    if (value === null) delete copy[key]
    else if (typeof value === 'object') copy[key] = Array.isArray(value) ? [...new Set(value)] : copyOfConfig(value, depth - 1)
  }
  return copy
}`

/**
 * Let mermaid copy its configuration quickly.
 *
 * It does so hundreds of times a diagram, which is more than a third of all time. Where
 * the line is not found (another version), nothing changes. Holds for what this
 * thread loads from here on.
 */
export function quickenMermaid(): void {
  registerHooks({
    load(url, context, nextLoad) {
      const loaded = nextLoad(url, context)
      if (!url.includes('/mermaid/dist/') || loaded.source === undefined || loaded.source === null) return loaded
      const source = typeof loaded.source === 'string' ? loaded.source : new TextDecoder().decode(loaded.source)
      return source.includes(slowCopy) ? {...loaded, source: source.replace(slowCopy, quickCopy) + copyOfConfig} : loaded
    }
  })
}
