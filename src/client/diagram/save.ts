/** A drawing as a file of its own, with the face of its words in it. */

interface Kept {
  readonly file: string
  readonly title: string
  readonly svg: Element
}

/** Sharpness of pictures: pixels of the file for one of the drawing. */
const sharpness = 2

/** Milliseconds after which the browser has what it was handed. */
const handed = 1000

/** Hand the reader a drawing in the theme that is shown. */
export async function save({file, title, svg}: Kept, font: string, type: string): Promise<void> {
  const face = await dataOf(await (await fetch(font)).blob())
  const {colorScheme} = getComputedStyle(svg)
  const system = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'
  const style = `svg{color-scheme:${colorScheme === 'light dark' ? system : colorScheme};background:var(--dia-ground)}@font-face{font-family:Inter;font-weight:400 600;src:url(${face})}</style>`
  const drawing = new Blob([(await (await fetch(file)).text()).replace('</style>', style)], {type: 'image/svg+xml'})
  const link = document.createElement('a')
  link.href = URL.createObjectURL(type === 'svg' ? drawing : await picture(drawing))
  link.download = `${title.replace(/[^\p{L}\p{N}]+/gu, '-').slice(0, 60)}.${type}`
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), handed)
}

async function picture(drawing: Blob): Promise<Blob> {
  const image = new Image()
  image.src = await dataOf(drawing)
  await image.decode()
  const canvas = new OffscreenCanvas(image.width * sharpness, image.height * sharpness)
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height)
  return canvas.convertToBlob()
}

function dataOf(blob: Blob): Promise<string> {
  return new Promise((resolve) => {
    const reader = new FileReader()
    reader.onload = () => resolve(`${reader.result}`)
    reader.readAsDataURL(blob)
  })
}
