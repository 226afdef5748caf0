/** Unfold the contents for those who come to them by a link. */
export function openContents(): void {
  const fold = document.querySelector<HTMLDetailsElement>('[data-outline] details')
  if (!fold) return

  for (const link of document.querySelectorAll('a[href="#contents"]')) {
    link.addEventListener('click', () => {
      fold.open = true
    })
  }
}
