/** Astro's image service as the garden uses it: bytes in, a lighter copy out. */

import type {PictureService} from './garden/pictures.ts'

type Transform = Parameters<typeof import('astro/assets/services/sharp')['default']['transform']>

/** Most pixels of a picture, as for those that are cleaned. */
const limitInputPixels = 268_402_689

/** Make a copy. Colours and turning are the picture's own; what it tells besides the picture is left out. */
export const pictures: PictureService = async (bytes, {width, format}) => {
  // Loaded when there is a picture: many gardens have none.
  const {default: sharpService} = await import('astro/assets/services/sharp')
  const config = {service: {entrypoint: 'astro/assets/services/sharp', config: {limitInputPixels}}} as unknown as Transform[2]
  const made = await sharpService.transform(bytes, {src: '', width, format, quality: 82}, config, console as unknown as Transform[3])
  return made.data
}
