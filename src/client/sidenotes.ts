/**
 * Footnotes beside the text, where there is a margin.
 *
 * They lie over the margin and move nothing. The footnotes at the end stay what
 * they are: these are copies for the eye, so assistive technology and the Tab key pass them by.
 */

/** Farther than this from its place in the text a side note explains nothing, in pixels. */
const farthest = 420
/** Space between two side notes, in pixels. */
const gap = 12

interface SideNote {
  readonly mark: HTMLElement
  readonly made: HTMLElement
}

function sideNote(mark: HTMLAnchorElement): SideNote | undefined {
  const note = document.getElementById(decodeURIComponent(mark.hash.slice(1)))
  if (!note) return undefined
  const made = document.createElement('div')
  made.className = 'sn'
  const number = document.createElement('b')
  number.textContent = mark.textContent
  made.append(number, ' ', ...[...note.cloneNode(true).childNodes])
  for (const back of made.querySelectorAll('[data-footnote-backref]')) back.remove()
  for (const each of made.querySelectorAll('[id]')) each.removeAttribute('id')
  for (const each of made.querySelectorAll<HTMLElement>('a, button, input, summary, [tabindex]')) each.tabIndex = -1
  return {mark, made}
}

/** What reaches into the margin, from top to bottom, measured from the text's top. */
function obstacles(prose: HTMLElement, top: number): readonly {readonly from: number; readonly to: number}[] {
  return [...prose.children].flatMap((child) => {
    const box = child.getBoundingClientRect()
    return !child.matches('.sidenotes') && box.width > prose.clientWidth + gap ? [{from: box.top - top - gap, to: box.bottom - top + gap}] : []
  })
}

/** Put each note beside its mark, below the one before it and clear of what is wide. */
function place(prose: HTMLElement, notes: readonly SideNote[]): void {
  const {top} = prose.getBoundingClientRect()
  const wide = obstacles(prose, top)
  const wanted = notes.map(({mark, made}) => ({made, at: mark.getBoundingClientRect().top - top, size: made.offsetHeight, isSeen: mark.checkVisibility()}))
  let free = 0
  for (const {made, at, size, isSeen} of wanted) {
    let from = Math.max(at, free)
    for (const each of wide) if (from < each.to && from + size > each.from) from = each.to
    const fits = isSeen && from - at <= farthest
    made.classList.toggle('away', !fits)
    made.style.insetBlockStart = `${Math.round(from)}px`
    if (fits) free = from + size + gap
  }
}

/** Show the footnotes of a text in its margin. */
export function sideNotes(prose: HTMLElement): void {
  const notes = [...prose.querySelectorAll<HTMLAnchorElement>('a[data-footnote-ref]')].flatMap((mark) => sideNote(mark) ?? [])
  if (notes.length === 0) return
  const margin = document.createElement('div')
  margin.className = 'sidenotes'
  margin.setAttribute('aria-hidden', 'true')
  margin.append(...notes.map(({made}) => made))
  prose.append(margin)
  new ResizeObserver(() => {
    if (margin.checkVisibility()) place(prose, notes)
  }).observe(prose)
}
