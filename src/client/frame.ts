/** What every page gains from a script. */

import {shelf} from './shelf.ts'
import {sheets} from './sheets.ts'

sheets()
shelf()
