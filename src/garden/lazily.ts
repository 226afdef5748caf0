/** Values that are made when somebody looks at them. */

/** What is to be had of an object without making all of it. */
export interface Known<Whole extends object> {
  /** Some of the keys that the whole has, with the same values. */
  readonly values: Partial<Whole>
  /** More of them, asked for when they are read: getters on thousands of objects would cost as much as making those. */
  readonly late: {readonly [Key in keyof Whole]?: () => Whole[Key]}
  /** Keys that the whole does not have if `values` has not. */
  readonly decided: ReadonlySet<PropertyKey>
}

/**
 * An object of which some is known, and the rest is made, once, when a key beyond that is read.
 * It reads, spreads and prints as the whole object does.
 */
export function lazily<Whole extends object>({values, late, decided}: Known<Whole>, make: () => Whole): Whole {
  let made: Whole | undefined
  const whole = (): Whole => {
    made ??= make()
    return made
  }
  const lateOf = (key: PropertyKey): (() => unknown) | undefined => (Object.hasOwn(late, key) ? Reflect.get(late, key) : undefined)
  const handler: ProxyHandler<Whole> = {
    get: (_, key) => {
      if (Object.hasOwn(values, key) || decided.has(key)) return Reflect.get(values, key)
      const ask = lateOf(key)
      return ask ? ask() : Reflect.get(whole(), key)
    },
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
