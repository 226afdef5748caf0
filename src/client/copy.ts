/** How long the button says that it has copied, in milliseconds. */
const thanks = 1500

/** Put a button that copies over the corner of each block of code; nothing moves when it comes. */
export function copyButtons(): void {
  const words = document.querySelector<HTMLElement>('[data-copy]')?.dataset
  if (!words?.copy || !navigator.clipboard) return

  for (const pre of document.querySelectorAll<HTMLPreElement>('.prose pre')) {
    const button = copyButton(pre, words.copy, words.copied ?? words.copy)
    const figure = document.createElement('div')
    figure.className = 'code'
    pre.replaceWith(figure)
    figure.append(pre, button)
    // What scrolls must be reachable by keyboard.
    if (pre.scrollWidth > pre.clientWidth) pre.tabIndex = 0
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
