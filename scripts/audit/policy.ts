/** A page's Content Security Policy: what it allows, and whether it is worth the name. */
import {createHash} from 'node:crypto'

export type Policy = ReadonlyMap<string, readonly string[]>

/** Split a policy into directives; of two with one name the first counts, as in browsers. */
export function parsePolicy(text: string): Policy {
  const policy = new Map<string, readonly string[]>()

  for (const directive of text.split(';')) {
    const [name, ...sources] = directive.trim().split(/\s+/)
    if (name && !policy.has(name.toLowerCase())) policy.set(name.toLowerCase(), sources)
  }

  return policy
}

const open: ReadonlySet<string> = new Set(["'unsafe-inline'", "'unsafe-eval'", '*', 'http:', 'https:', 'data:', 'blob:'])

/** Why a policy would not hold, or `undefined` if it does. */
export function weakness(policy: Policy): string | undefined {
  if (policy.get('default-src')?.join(' ') !== "'none'") return "default-src is not 'none'"
  for (const name of ['script-src', 'style-src', 'object-src', 'base-uri']) {
    const source = policy.get(name)?.find((entry) => open.has(entry.toLowerCase()))
    if (source !== undefined) return `${name} allows ${source}`
  }
  return policy.has('base-uri') ? undefined : 'base-uri is missing, so that a <base> could move every link'
}

/** Whether a policy names an origin for a kind of resource. */
export function allowsOrigin(policy: Policy, directive: string, origin: string): boolean {
  return (policy.get(directive) ?? policy.get('default-src') ?? []).includes(origin)
}

/** Whether a policy allows a piece of inline style by its hash. */
export function allowsStyle(policy: Policy, text: string): boolean {
  const hash = createHash('sha256').update(text).digest('base64')
  return policy.get('style-src')?.includes(`'sha256-${hash}'`) ?? false
}
