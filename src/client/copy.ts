import {inPieces} from './idle.ts'

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
  const {copy, copied = copy} = document.querySelector<HTMLElement>('[data-copy]')?.dataset ?? {}
  if (!copy || !navigator.clipboard) return
  // Frames at once, as what is laid out later is what has frames.
  const framed = [...document.querySelectorAll<HTMLPreElement>('.prose pre')].map((pre) => ({pre, frame: frameOf(pre)}))
  inPieces(framed, ({pre, frame}) => frame.append(copyButton(pre, copy, copied ?? copy)))
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
