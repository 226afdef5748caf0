/** A table as comma-separated values (RFC 4180), into the clipboard. */

/** Copy the rows that are shown, and say so on the button for a while. */
export async function copied(table: HTMLTableElement, button: HTMLElement, words: string): Promise<void> {
  const rows = [...table.rows].filter((row) => !row.hidden && !row.matches('.base-group') && !row.closest('tfoot'))
  const text = rows.map((row) => [...row.cells].map((cell) => field(cell.textContent?.trim() ?? '')).join(',')).join('\r\n')
  try {
    await navigator.clipboard.writeText(text)
  } catch {
    // Not allowed here: nothing is said, as nothing was done.
    return
  }
  const before = button.textContent
  button.textContent = words
  setTimeout(() => {
    button.textContent = before
  }, 2000)
}

/** A field; one that a spreadsheet would take for a formula is told to be text. */
function field(text: string): string {
  const plain = /^[=+@]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain
}
