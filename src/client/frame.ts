/** What every page gains from a script; what is used on demand is loaded on demand. */

import {onAction} from './actions.ts'
import {keys} from './keys.ts'
import {menu} from './menu.ts'
import {moves} from './moves.ts'
import {offline} from './offline/register.ts'
import './palette.ts'
import {panes} from './panes/intent.ts'
import {place} from './place.ts'
import {previews} from './preview/intent.ts'
import {marks} from './reading/marks.ts'
import {sheets} from './sheets.ts'
import {shelf} from './shelf.ts'
import {unfold} from './unfold.ts'

sheets()
shelf()
keys()
menu()
marks()
previews()
panes()
place()
unfold()
offline()
for (const [name, move] of Object.entries(moves)) onAction(name, move)
