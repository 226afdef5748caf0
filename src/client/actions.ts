/**
 * What the palette can do on this page, by name. An action has a row in `components/actions.ts`, which says its words;
 * an action without an address is offered only where a script has said how it is done.
 */

const acts = new Map<string, () => void>()

/** Say how an action is done. A later word replaces an earlier one. */
export function onAction(name: string, act: () => void): void {
  acts.set(name, act)
}

/** Whether this page knows how an action is done. */
export function knowsAction(name: string): boolean {
  return acts.has(name)
}

/** Do an action; nothing happens where this page does not know it. */
export function runAction(name: string): void {
  acts.get(name)?.()
}
