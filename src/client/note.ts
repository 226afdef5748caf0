/** What a note page gains from a script. Everything here is a nicety: without it the page reads the same. */

import {copyButtons} from './copy.ts'
import {review} from './review.ts'
import {scrollSpy} from './scroll-spy.ts'

scrollSpy()
review()
copyButtons()
