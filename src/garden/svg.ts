/** SVG attachments by allow-list (hazard 29): shapes, text and paint; no script, no handler, nothing from elsewhere. */

import type {Element, Nodes, Properties, Root} from 'hast'
import {fromHtml} from 'hast-util-from-html'
import {toHtml} from 'hast-util-to-html'

const elements = new Set([
  'svg', 'g', 'defs', 'symbol', 'use', 'path', 'rect', 'circle', 'ellipse', 'line', 'polyline', 'polygon', 'text', 'tspan', 'textPath', 'title', 'desc',
  'linearGradient', 'radialGradient', 'stop', 'pattern', 'clipPath', 'mask', 'marker', 'filter', 'style', 'image', 'switch', 'view',
  'feBlend', 'feColorMatrix', 'feComponentTransfer', 'feComposite', 'feConvolveMatrix', 'feDiffuseLighting', 'feDisplacementMap', 'feDistantLight',
  'feDropShadow', 'feFlood', 'feFuncA', 'feFuncB', 'feFuncG', 'feFuncR', 'feGaussianBlur', 'feMerge', 'feMergeNode', 'feMorphology', 'feOffset',
  'fePointLight', 'feSpecularLighting', 'feSpotLight', 'feTile', 'feTurbulence'
])

/** Deepest nesting that is read; deeper ones are refused, because walking them would overflow the stack. */
const deepest = 200

/**
 * Clean an SVG file.
 *
 * @returns The file without anything that acts or fetches, or `undefined` if it is not SVG, or nested too deep to read.
 */
export function cleanSvg(text: string): string | undefined {
  const start = text.search(/<svg[\s>]/i)
  if (start < 0) return undefined
  const tree = readTree(text.slice(start))
  const svg = tree?.children.find((node): node is Element => node.type === 'element' && node.tagName === 'svg')
  if (!svg) return undefined
  const clean = cleanElement(svg, 0)
  if (!clean) return undefined
  clean.properties.xmlns = 'http://www.w3.org/2000/svg'
  const root: Root = {type: 'root', children: [clean]}
  return `${toHtml(root, {space: 'svg'})}\n`
}

function readTree(text: string): Root | undefined {
  try {
    return fromHtml(text, {fragment: true, space: 'svg'})
  } catch (error) {
    if (error instanceof RangeError) return undefined
    throw error
  }
}

function cleanElement({tagName, ...rest}: Element, depth: number): Element | undefined {
  // A link in a picture leads nowhere; what it holds is drawn all the same.
  const node = {tagName: tagName === 'a' ? 'g' : tagName, ...rest}
  if (!elements.has(node.tagName) || depth > deepest) return undefined
  const properties: Properties = {}
  for (const [name, value] of Object.entries(node.properties)) if (isSafe(node.tagName, name, value) && !(tagName === 'a' && /href$/i.test(name))) properties[name] = value
  if (node.tagName === 'image' && properties.href === undefined && properties.xLinkHref === undefined) return undefined
  const children = node.children.flatMap((child): Element['children'] => cleanChild(node.tagName, child, depth))
  return {type: 'element', tagName: node.tagName, properties, children}
}

function cleanChild(parent: string, child: Nodes, depth: number): Element['children'] {
  if (child.type === 'text') {
    if (parent !== 'style') return [child]
    return isSafePaint(child.value) ? [child] : []
  }
  const clean = child.type === 'element' ? cleanElement(child, depth + 1) : undefined
  return clean ? [clean] : []
}

function isSafe(tagName: string, name: string, value: Properties[string]): boolean {
  if (/^on/i.test(name) || name === 'xmlBase') return false
  const text = Array.isArray(value) ? value.join(' ') : String(value ?? '')
  if (name === 'href' || name === 'xLinkHref') {
    return text.startsWith('#') || (tagName === 'image' && /^data:image\/(?:png|jpe?g|gif|webp);base64,[a-z0-9+/=\s]*$/i.test(text))
  }
  return isSafePaint(text)
}

/** Whether a value or style sheet stays in the file: `url()` leads only to its own parts. */
function isSafePaint(text: string): boolean {
  const bare = text.replace(/\/\*[\s\S]*?\*\//g, '')
  if (/@import|image-set|(?:image|src|cross-fade)\s*\(|expression|javascript:|vbscript:|-moz-binding|\\/i.test(bare)) return false
  return [...bare.matchAll(/url\(\s*["']?([^)]?)/gi)].every((match) => match[1] === '#')
}

/** Width and height of an SVG file in pixels: its own, else its view box. */
export function svgSize(text: string): {width?: number; height?: number} {
  const tag = /<svg[^>]*>/.exec(text)?.[0] ?? ''
  const number = (name: string): number | undefined => {
    const found = new RegExp(`\\s${name}="([0-9.]+)(?:px)?"`).exec(tag)?.[1]
    return found === undefined ? undefined : Math.round(Number(found))
  }
  const box = /\sviewBox="[-0-9.]+[\s,]+[-0-9.]+[\s,]+([0-9.]+)[\s,]+([0-9.]+)"/i.exec(tag)
  const width = number('width') ?? (box?.[1] ? Math.round(Number(box[1])) : undefined)
  const height = number('height') ?? (box?.[2] ? Math.round(Number(box[2])) : undefined)
  return {...(width ? {width} : {}), ...(height ? {height} : {})}
}
