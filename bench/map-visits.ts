/** Visits to the pages of maps within a bound of time: a slow machine makes fewer of them, and the rows say how many. */

import {join} from 'node:path'
import {type Browser, chromium} from 'playwright'
import type {Files} from './map-data.ts'
import {barePage, type Measured, measure, median, sigmaVersion} from './map-page.ts'

/** Visits to each page at most; the medians are told. */
export const mostVisits = 3
/** Milliseconds for all visits, and for one. */
const bounds = {all: 330_000, one: 60_000} as const

export interface Made {
  readonly count: number
  readonly files: Files
}

export interface Place {
  /** How the browser is started. */
  readonly launch: NonNullable<Parameters<typeof chromium.launch>[0]>
  /** Address of the site. */
  readonly url: string
  /** Folder for screenshots. */
  readonly pictures: string | undefined
}

interface Seen extends Made {
  readonly what: string
  readonly address: string
  readonly all: Measured[]
  gaveUp: number
}

/** Visit the map and a bare sigma of each size in turn, so that what else the machine does is shared evenly. @returns Rows of a table. */
export async function visitRows(made: readonly Made[], {launch, url, pictures}: Place): Promise<string[]> {
  const bare = barePage()
  const pages = made.flatMap((each): Seen[] => [
    {...each, what: 'map', address: `${url}graph/`, all: [], gaveUp: 0},
    {...each, what: `bare sigma ${sigmaVersion}`, address: `${url}bare/`, all: [], gaveUp: 0}
  ])
  const end = performance.now() + bounds.all
  let browser = await warm(launch, url)
  for (const seen of Array.from({length: mostVisits}, () => pages).flat()) {
    const left = end - performance.now()
    // What was given up once would be given up again.
    if (left < 10_000 || seen.gaveUp > 0) continue
    const picture = pictures && seen.what === 'map' && seen.all.length === 0 ? join(pictures, `map-${seen.count}.png`) : undefined
    const measured = await within(Math.min(bounds.one, left), measure(browser, seen.files, {address: seen.address, bare, picture}))
    if (measured) seen.all.push(measured)
    else {
      seen.gaveUp += 1
      // Its page and its trace may be anywhere: all of it goes.
      await within(10_000, browser.close())
      browser = await warm(launch, url)
    }
    console.log(rowOf(seen))
  }
  await within(10_000, browser.close())
  return pages.map(rowOf)
}

/** The first page that draws waits for the browser's own start of GL. */
async function warm(launch: Place['launch'], url: string): Promise<Browser> {
  const browser = await chromium.launch(launch)
  const page = await browser.newPage()
  await within(20_000, page.goto(`${url}graph/`).then(() => page.waitForTimeout(3000)))
  await within(10_000, page.close())
  return browser
}

/** What a promise gives, or nothing where it takes longer than so many milliseconds or fails; the reason is told. */
async function within<Value>(milliseconds: number, work: Promise<Value>): Promise<Value | undefined> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => {
      console.error(`Given up after ${Math.round(milliseconds / 1000)} s.`)
      resolve(undefined)
    }, milliseconds)
  })
  const done = work.catch((reason: unknown) => {
    console.error(reason instanceof Error ? reason.message : String(reason))
    return undefined
  })
  const value = await Promise.race([done, late])
  clearTimeout(timer)
  return value
}

function rowOf({count, what, all, gaveUp}: Seen): string {
  const middle = (of: (measured: Measured) => number, digits = 0): string => (all.length === 0 ? '–' : median(all.map(of)).toFixed(digits))
  const values = [middle(({first}) => first), middle(({frame}) => frame), middle(({work}) => work), middle(({ownLoading}) => ownLoading), middle(({ownPanning}) => ownPanning), middle(({idle}) => 100 * idle, 1)]
  return `| ${count} | ${what} | ${values.join(' | ')} | ${all.length}${gaveUp > 0 ? ', then given up' : ''} |`
}
