/** How long the button says that it has copied, in milliseconds. */
const thanks = 1500

/** The figure that the block is in already, where it has a title, or one around it. */
function frameOf(pre: HTMLPreElement): HTMLElement {
  const figure = pre.closest<HTMLElement>('figure.code')
  if (figure) return figure
  const made = document.createElement('div')
  made.className = pre.classList.contains('wide') ? 'code wide' : 'code'
  pre.replaceWith(made)
  made.append(pre)
  return made
}

/** Put a button that copies over the corner of each block of code; nothing moves when it comes. */
export function copyButtons(): void {
  const words = document.querySelector<HTMLElement>('[data-copy]')?.dataset
  if (!words?.copy || !navigator.clipboard) return

  for (const pre of document.querySelectorAll<HTMLPreElement>('.prose pre')) {
    frameOf(pre).append(copyButton(pre, words.copy, words.copied ?? words.copy))
  }
}

function copyButton(pre: HTMLPreElement, rest: string, done: string): HTMLButtonElement {
  const button = document.createElement('button')
  button.type = 'button'
  button.className = 'tool'
  button.textContent = rest
  button.addEventListener('click', async () => {
    await navigator.clipboard.writeText(pre.textContent ?? '')
    button.textContent = done
    setTimeout(() => {
      button.textContent = rest
    }, thanks)
  })
  return button
}
