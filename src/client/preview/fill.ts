/** The box of a preview, and what it needs besides its HTML: style sheets. */

import {styled} from '../sheet.ts'
import {base} from '../site.ts'
import type {Preview} from './open.ts'

/** Make the box; its words are the build's, printed by the same rules as pages. */
export function fill(preview: Preview, href: string): HTMLElement {
  const {pin = '', close = ''} = document.querySelector<HTMLElement>('#kg-menu')?.dataset ?? {}
  const box = document.createElement('aside')
  box.className = 'preview'
  box.setAttribute('role', 'dialog')
  box.setAttribute('aria-label', preview.title)
  const link = Object.assign(document.createElement('a'), {href, textContent: preview.title, dir: 'auto'})
  const head = document.createElement('header')
  head.append(link, ...(preview.kind ? [Object.assign(document.createElement('small'), {textContent: preview.kind})] : []), button('pin', pin), button('close', close))
  box.append(head, glimpse(preview))
  return box
}

/** What a preview says below its title. */
export function glimpse(preview: Preview): HTMLElement {
  const body = document.createElement('div')
  body.className = 'prose glimpse'
  body.dir = 'auto'
  body.innerHTML = preview.html
  if (preview.description) body.prepend(Object.assign(document.createElement('p'), {className: 'standfirst', textContent: preview.description}))
  body.classList.toggle('has-more', preview.more === true)
  dress(preview)
  return body
}

function button(name: string, words: string): HTMLButtonElement {
  const made = Object.assign(document.createElement('button'), {type: 'button', title: words, ariaLabel: words})
  made.dataset['do'] = name
  if (name === 'pin') made.ariaPressed = 'false'
  return made
}

const dressed = new Set<string>()

/** Rules for the classes that stand for inline styles; a sheet made by a script needs no leave of the page's policy. */
function dress({css, math}: Preview): void {
  if (math) void styled(`${base}katex/katex.css`)
  if (!css || dressed.has(css)) return
  dressed.add(css)
  const made = new CSSStyleSheet()
  made.replaceSync(css)
  document.adoptedStyleSheets.push(made)
}
