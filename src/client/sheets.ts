/** Sheets of small screens: popovers that the page has, and one made of what stands at its end. They open without a script; this closes them in time. */

/** Let a sheet go when a reader follows a link in it. */
function closeOnLeave(sheet: HTMLElement): void {
  sheet.addEventListener('click', ({target}) => {
    if (target instanceof Element && target.closest('a[href]') && sheet.matches(':popover-open')) sheet.hidePopover()
  })
}

/** A copy of the sections about links, without the ids that the page has already. */
function linksSheet(title: string, close: string): HTMLElement {
  const sheet = document.createElement('aside')
  sheet.className = 'links-sheet'
  sheet.popover = 'auto'
  sheet.setAttribute('aria-label', title)
  const head = document.createElement('div')
  head.className = 'sheet-head'
  const name = document.createElement('b')
  name.textContent = title
  const button = document.createElement('button')
  button.type = 'button'
  button.textContent = close
  button.addEventListener('click', () => sheet.hidePopover())
  head.append(name, button)
  const body = document.createElement('div')
  body.className = 'after'
  for (const section of document.querySelectorAll('.after > section:not(:has(> svg))')) body.append(section.cloneNode(true))
  for (const each of body.querySelectorAll('[id], [aria-labelledby]')) {
    each.removeAttribute('id')
    each.removeAttribute('aria-labelledby')
  }
  sheet.append(head, body)
  return sheet
}

/** The button that leads to the links at the page's end shows them in a sheet instead. */
function links(opener: HTMLAnchorElement): void {
  let sheet: HTMLElement | undefined
  opener.addEventListener('click', (event) => {
    event.preventDefault()
    if (!sheet) {
      sheet = linksSheet(opener.textContent ?? '', opener.dataset['sheet'] ?? '')
      closeOnLeave(sheet)
      document.body.append(sheet)
    }
    sheet.showPopover()
  })
}

/** Make the sheets of a page close when they are left. */
export function sheets(): void {
  if (!('popover' in HTMLElement.prototype)) return
  for (const sheet of document.querySelectorAll<HTMLElement>('[popover]')) closeOnLeave(sheet)
  const opener = document.querySelector<HTMLAnchorElement>('a[data-sheet]')
  if (opener) links(opener)
}
