/** What need not be done in the same breath. */

export interface Later {
  /** Have it done in a task of its own, once, however often it is asked for until then. */
  readonly ask: () => void
  readonly forget: () => void
}

/** Do something later, so that the page answers in between. */
export function later(act: () => void): Later {
  let timer: ReturnType<typeof setTimeout> | undefined
  return {
    ask() {
      timer ??= setTimeout(() => {
        timer = undefined
        act()
      })
    },
    forget() {
      clearTimeout(timer)
      timer = undefined
    }
  }
}
