/** The list of shortcuts as a dialog, over any page: the words are those of the reader's page. */

import sheet from '../styles/reader.css?url'
import {styled} from './sheet.ts'
import {addressOf} from './site.ts'

/** Show the list; where it cannot be had, go to the page that has it. */
export async function showShortcuts(): Promise<void> {
  const address = `${addressOf('reader')}#shortcuts`
  const known = document.querySelector<HTMLDialogElement>('dialog.shortcuts')
  const dialog = known ?? (await make(address).catch(() => undefined))
  await styled(sheet)
  if (dialog) dialog.showModal()
  else location.href = address
}

async function make(address: string): Promise<HTMLDialogElement | undefined> {
  const response = await fetch(address)
  const page = new DOMParser().parseFromString(await response.text(), 'text/html')
  const list = page.querySelector('#shortcuts')
  const title = list?.querySelector('h2')
  if (!response.ok || !list || !title) return undefined
  const dialog = document.createElement('dialog')
  dialog.className = 'shortcuts'
  dialog.setAttribute('aria-labelledby', 'kg-shortcuts')
  list.removeAttribute('id')
  title.id = 'kg-shortcuts'
  dialog.append(document.importNode(list, true))
  dialog.addEventListener('click', ({target}) => (target === dialog || (target instanceof Element && target.closest('[data-close]'))) && dialog.close())
  document.body.append(dialog)
  return dialog
}
