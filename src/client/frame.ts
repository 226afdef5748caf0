/** What every page gains from a script. */

import {drawer} from './drawer.ts'

drawer()
