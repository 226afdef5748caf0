/** What a note page gains from a script. Everything here is a nicety: without it the page reads the same. */

import {copyButtons} from './copy.ts'
import {headingLinks} from './heading-links.ts'
import {keepNote} from './memory.ts'
import {review} from './review.ts'
import {scrollSpy} from './scroll-spy.ts'

scrollSpy()
review()
copyButtons()
// What few pages need comes when a page needs it.
if (document.querySelector('.foreign[data-src]')) void import('./foreign.ts').then(({foreignButtons}) => foreignButtons())
// Only a text with footnotes has anything to put beside it.
const prose = document.querySelector<HTMLElement>('.entry > .prose')
if (prose?.dataset['link']) headingLinks(prose)
if (prose?.querySelector('[data-footnote-ref]')) void import('./sidenotes.ts').then(({sideNotes}) => sideNotes(prose))
// The local graph goes further on demand.
const further = document.querySelector<HTMLFieldSetElement>('[data-further]')
if (further) {
  further.hidden = false
  further.addEventListener('click', ({target}) => {
    if (target instanceof HTMLButtonElement) void import('./connections/further.ts').then(({reach}) => reach(further, Number(target.value)))
  })
}
keepNote({title: document.querySelector('h1')?.textContent?.trim() ?? document.title, href: location.pathname})
