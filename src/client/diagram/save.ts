/** A drawing as a file: what the page's sheets say of it is written into it. */

const properties = [
  'fill', 'fill-opacity', 'stroke', 'stroke-width', 'stroke-dasharray', 'opacity', 'color', 'background-color', 'font-family', 'font-size', 'font-weight', 'font-style',
  'line-height', 'text-align', 'text-anchor', 'white-space', 'display', 'width', 'margin', 'padding', 'paint-order', 'stroke-linejoin', 'text-decoration-line', 'overflow'
]

/** Sharpness of pictures: pixels of the file for one of the drawing. */
const sharpness = 2

/** The text of a file of its own. */
export async function svgText(svg: SVGSVGElement, font: string): Promise<string> {
  const copy = svg.cloneNode(true)
  if (!(copy instanceof SVGSVGElement)) return ''
  const copies = copy.querySelectorAll<SVGElement | HTMLElement>('*')
  for (const [index, original] of svg.querySelectorAll('*').entries()) {
    const style = getComputedStyle(original)
    for (const name of properties) copies[index]?.style.setProperty(name, style.getPropertyValue(name))
  }
  copy.querySelector('.finds')?.remove()
  copy.style.transform = ''
  copy.style.background = getComputedStyle(svg).getPropertyValue('--dia-ground')
  const sheet = document.createElementNS('http://www.w3.org/2000/svg', 'style')
  sheet.textContent = `@font-face{font-family:Inter;font-weight:400 600;src:url(${await dataOf(await (await fetch(font)).blob())})}`
  copy.prepend(sheet)
  return new XMLSerializer().serializeToString(copy)
}

/** A picture of a drawing. */
export async function png(svg: SVGSVGElement, font: string): Promise<Blob | null> {
  const image = new Image()
  image.src = await dataOf(new Blob([await svgText(svg, font)], {type: 'image/svg+xml'}))
  await image.decode()
  const canvas = document.createElement('canvas')
  canvas.width = svg.width.baseVal.value * sharpness
  canvas.height = svg.height.baseVal.value * sharpness
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height)
  return new Promise((resolve) => canvas.toBlob(resolve))
}

function dataOf(blob: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.addEventListener('load', () => resolve(String(reader.result)))
    reader.addEventListener('error', () => reject(reader.error))
    reader.readAsDataURL(blob)
  })
}

/** Hand a file to the reader. */
export function download(blob: Blob, name: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(blob)
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 1000)
}
