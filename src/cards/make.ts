/** Cards as PNG files, each made once. */

import {createHash} from 'node:crypto'
import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {type Cache, versionOf} from '../garden/cache.ts'
import {type Card, drawCard, type Faces, inks} from './card.ts'
import {encodePng} from './png.ts'

export interface CardMaker {
  readonly make: (card: Card) => Promise<Buffer>
  /** Part of the key of everything made from cards: it changes when the drawing does. */
  readonly version: string
}

/**
 * Make cards, taking from the cache those that were made before.
 *
 * @param root Absolute path of the project.
 */
export function cardMaker(root: string, cache: Cache): CardMaker {
  const lock = readFileSync(join(root, 'package-lock.json'))
  const version = createHash('sha256').update(versionOf([join(root, 'src', 'cards'), join(root, 'public', 'fonts')])).update(lock).digest('hex').slice(0, 16)
  let faces: Faces | undefined

  return {
    version,
    async make(card) {
      const key = createHash('sha256').update(JSON.stringify([version, card])).digest('hex')
      const known = cache.read(key)
      if (known !== undefined) return Buffer.from(known, 'base64')
      // Opened when the first card is drawn: most builds draw none.
      faces ??= await openFaces(root)
      const png = await rasterise(drawCard(card, faces))
      cache.write(key, png.toString('base64'))
      return png
    }
  }
}

async function openFaces(root: string): Promise<Faces> {
  const {openFace} = await import('./face.ts')
  const serif = openFace({root, own: 'ledger-serif-400-600.woff2', family: '@fontsource-variable/source-serif-4/files/source-serif-4', tracking: -0.015})
  const sans = openFace({root, own: 'inter-400-600.woff2', family: '@fontsource-variable/inter/files/inter'})
  return {serif, sans}
}

async function rasterise(svg: string): Promise<Buffer> {
  const {default: sharp} = await import('sharp')
  const {data, info} = await sharp(Buffer.from(svg)).ensureAlpha().raw().toBuffer({resolveWithObject: true})
  return encodePng({data, width: info.width, height: info.height}, inks)
}
