/** Values that are made when somebody looks at them. */

/**
 * An object of which some is known, and the rest is made, once, when a key beyond that is read.
 * It reads, spreads and prints as the whole object does.
 *
 * @param known Some of the keys that `make` gives, with the same values, perhaps as getters.
 * @param decided Keys that the whole does not have if `known` has not.
 */
export function lazily<Whole extends object>(known: Partial<Whole>, make: () => Whole, decided: ReadonlySet<PropertyKey> = new Set()): Whole {
  let made: Whole | undefined
  const whole = (): Whole => {
    made ??= make()
    return made
  }
  const handler: ProxyHandler<Whole> = {
    get: (_, key) => Reflect.get(Object.hasOwn(known, key) || decided.has(key) ? known : whole(), key),
    has: (_, key) => Reflect.has(whole(), key),
    ownKeys: () => Reflect.ownKeys(whole()),
    // A proxy may only tell of keys that its own target could still be given.
    getOwnPropertyDescriptor: (_, key) => {
      const found = Reflect.getOwnPropertyDescriptor(whole(), key)
      return found && {...found, configurable: true}
    },
    set: () => false
  }
  return new Proxy({} as Whole, handler)
}
