/**
 * How a build keeps its memory: measured on gardens of 1,000 to 10,000 notes (`bench/build.ts`), for the processor's time
 * first, and at most 1.6 GB at 10,000.
 *
 * To be imported before anything else.
 */
import {setFlagsFromString} from 'node:v8'

// Room for what lives shortly. A build makes many small things that die at once; in V8's usual nursery of 16 MB some of them
// grow old, and are cleaned up after slowly.
setFlagsFromString('--min-semi-space-size=64')
setFlagsFromString('--max-semi-space-size=128')
setFlagsFromString('--semi-space-growth-factor=4')

// Bytes beside the heap, as those of files to be written, count as the heap does. By themselves, every 64 MB of them that
// had passed through had all of a garden looked at for garbage: a tenth of a build of 10,000 notes.
setFlagsFromString('--external-memory-accounted-in-global-limit')

// The bundler's allocator (mimalloc) would touch all of what it reserves, and keep it: 150 MB of any build.
process.env['MIMALLOC_ARENA_EAGER_COMMIT'] ??= '0'

/** Notes up to which time counts more than memory. */
const few = 6000

// How much a heap may grow before it is looked at for garbage: by half, until it is known that a garden is not so large.
// V8's own measure is up to four times, which is a twentieth less of the processor, and 2.6 GB at 10,000 notes.
setFlagsFromString('--heap-growing-percent=50')

/** Take more memory and less time from here on, if a garden has so few notes that it may. */
export function growFreelyIfFew(notes: number): void {
  if (notes <= few) setFlagsFromString('--heap-growing-percent=0')
}
