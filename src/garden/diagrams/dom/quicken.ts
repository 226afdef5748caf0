import {registerHooks} from 'node:module'

/** How mermaid gives out its configuration: a copy, deep and key by key. */
export const slowCopy = 'return assignWithDepth_default({}, currentConfig);'

const quickCopy = 'return lazyCopy(currentConfig);'

/**
 * The same copy, made of those parts that are looked at: most calls want one
 * word of forty sections and four hundred colours. As with the copy, nothing
 * that a caller writes into it is seen by others.
 */
const lazyCopy = `
function lazyCopy(source) {
  const part = (own, key) => {
    if (!Object.hasOwn(own, key) && Object.hasOwn(source, key) && source[key] !== null) own[key] = copied(source[key], 1)
    return own[key]
  }
  return new Proxy({}, {
    get: part,
    has: (own, key) => part(own, key) !== undefined || Object.hasOwn(own, key),
    ownKeys: (own) => {
      for (const key of Object.keys(source)) part(own, key)
      return Reflect.ownKeys(own)
    },
    getOwnPropertyDescriptor: (own, key) => {
      part(own, key)
      return Reflect.getOwnPropertyDescriptor(own, key)
    }
  })
}
function copied(value, depth) {
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return [...new Set(value)]
  const copy = {...value}
  if (depth > 0) for (const key of Object.keys(copy)) {
    if (copy[key] === null) delete copy[key]
    else copy[key] = copied(copy[key], depth - 1)
  }
  return copy
}`

/**
 * Let mermaid copy its configuration quickly.
 *
 * It does so hundreds of times a diagram, which is half of all time. Where
 * the line is not found (another version), nothing changes. Holds for what this
 * thread loads from here on.
 */
export function quickenMermaid(): void {
  registerHooks({
    load(url, context, nextLoad) {
      const loaded = nextLoad(url, context)
      if (!url.includes('/mermaid/dist/') || loaded.source === undefined || loaded.source === null) return loaded
      const source = typeof loaded.source === 'string' ? loaded.source : new TextDecoder().decode(loaded.source)
      return source.includes(slowCopy) ? {...loaded, source: source.replace(slowCopy, quickCopy) + lazyCopy} : loaded
    }
  })
}
