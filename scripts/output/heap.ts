/**
 * Room for what lives shortly. A build makes many small things that die at once;
 * in V8's usual nursery of 16 MB some of them grow old, and are cleaned up after
 * slowly: with this room a build takes about a tenth less of the processor.
 *
 * To be imported before anything else.
 */
import {setFlagsFromString} from 'node:v8'

setFlagsFromString('--min-semi-space-size=64')
setFlagsFromString('--max-semi-space-size=128')
setFlagsFromString('--semi-space-growth-factor=4')
