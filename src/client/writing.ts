/** Whether a key belongs to something else than our shortcuts. */

const takers = 'input:not([type=checkbox], [type=radio]), textarea, select, [role=listbox] *'

/** Whether keys go into something that takes them: a text, a list of choices. */
export function isWriting(target: EventTarget | null): boolean {
  // A field of a dialog that was just closed has the focus for one frame more.
  return target instanceof HTMLElement && !target.closest('dialog:not([open])') && (target.isContentEditable || target.matches(takers))
}
