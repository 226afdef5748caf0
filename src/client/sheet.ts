/** Style sheets that a page gets with the script that needs them. */

const sheets = new Map<string, Promise<void>>()

/** Load a style sheet once; what cannot be had, or has no address, is done without. */
export function styled(address = ''): Promise<void> {
  const known = sheets.get(address) ?? load(address)
  sheets.set(address, known)
  return known
}

/** Load the sheet that an element names. */
export function dressed({dataset}: HTMLElement): Promise<void> {
  return styled(dataset['sheet'])
}

function load(href: string): Promise<void> {
  if ([...document.styleSheets].some((sheet) => sheet.href === new URL(href, document.baseURI).href)) return Promise.resolve()
  return new Promise((resolve) => {
    const link = Object.assign(document.createElement('link'), {rel: 'stylesheet', href})
    link.addEventListener('load', () => resolve())
    link.addEventListener('error', () => resolve())
    document.head.append(link)
  })
}
