import {parseHTML} from 'linkedom'
import {hex} from '../css/colour.ts'
import {pathLength, pointAt} from './curve.ts'
import type {Layout} from './layout.ts'
import {StyleSheet} from './sheet.ts'

/** Width in pixels of the page that mermaid believes in. */
const pageWidth = 1264

const svgSpace = 'http://www.w3.org/2000/svg'

/** Names that mermaid and d3 expect to be global. */
const globals = [
  'SVGElement', 'Element', 'HTMLElement', 'Node', 'DOMParser', 'XMLSerializer', 'NodeFilter', 'DocumentFragment', 'HTMLTemplateElement',
  'HTMLFormElement', 'NamedNodeMap', 'Text', 'Comment', 'MutationObserver', 'Option'
]

/**
 * Make this thread look like a browser to mermaid: linkedom's document, sizes
 * from `layout`.
 *
 * Works on `globalThis`, for good: to be called in a worker thread only.
 *
 * @returns
 *   The document that mermaid draws in.
 */
export function installWindow(layout: Layout): Document {
  const window = parseHTML('<!doctype html><html><head></head><body></body></html>')
  for (const prototype of [window.Element.prototype, window.SVGElement.prototype]) measureWith(layout, prototype)
  sizeWith(layout, window.HTMLElement.prototype)
  imagesAreThere(window.Element.prototype)
  paintNothing(layout, window.HTMLCanvasElement.prototype)

  const css = {escape: (text: string) => text.replace(/[^\w-]/g, (sign) => `\\${sign}`), supports}
  const own = {
    CSS: css, CSSStyleSheet: StyleSheet, Image: FakeImage, MathMLElement: FakeElement, getComputedStyle: (element: Element) => computedStyle(layout, element)
  }
  for (const [name, value] of Object.entries(own)) for (const target of [window, globalThis]) define(target, name, value)
  for (const name of globals) if (!(name in globalThis)) define(globalThis, name, Reflect.get(window, name))
  // KaTeX refuses to work in quirks mode.
  define(window.document, 'compatMode', 'CSS1Compat')
  define(globalThis, 'window', window)
  define(globalThis, 'document', window.document)
  define(globalThis, 'screen', {availWidth: 1280, availHeight: 900, width: 1280, height: 900})
  define(globalThis, 'requestAnimationFrame', (callback: () => void) => setTimeout(callback, 0))
  return window.document
}

function define(target: object, name: string, value: unknown): void {
  Object.defineProperty(target, name, {value, configurable: true, writable: true})
}

function getter(target: object, name: string, get: (this: Element) => unknown): void {
  Object.defineProperty(target, name, {get, configurable: true})
}

function measureWith(layout: Layout, prototype: object): void {
  define(prototype, 'getBBox', function (this: Element) {
    const {x, y, width, height} = layout.box(this)
    return {x, y, width, height}
  })
  define(prototype, 'getBoundingClientRect', function (this: Element) {
    return layout.clientRect(this)
  })
  define(prototype, 'getComputedTextLength', function (this: Element) {
    return layout.textLength(this)
  })
  define(prototype, 'getTotalLength', function (this: Element) {
    return pathLength(this.getAttribute('d') ?? '')
  })
  define(prototype, 'getPointAtLength', function (this: Element, along: number) {
    return pointAt(this.getAttribute('d') ?? '', along)
  })
  // linkedom writes SVG names in capitals; d3 and mermaid compare them as they are.
  for (const name of ['tagName', 'nodeName']) {
    getter(prototype, name, function () {
      return this.namespaceURI === svgSpace ? this.localName : this.localName.toUpperCase()
    })
  }
}

function sizeWith(layout: Layout, prototype: object): void {
  for (const name of ['clientWidth', 'offsetWidth']) {
    getter(prototype, name, function () {
      // The body and the `d…` container that mermaid draws in are as wide as the page.
      return this.localName === 'body' || this.id.startsWith('d') ? pageWidth : Math.ceil(layout.clientRect(this).width)
    })
  }
  for (const name of ['clientHeight', 'offsetHeight']) {
    getter(prototype, name, function () {
      return Math.ceil(layout.clientRect(this).height)
    })
  }
}

/** Pictures are never fetched: they count as loaded, at a fixed size, or mermaid would wait for ever. */
function imagesAreThere(prototype: object): void {
  getter(prototype, 'complete', () => true)
  getter(prototype, 'naturalWidth', () => 100)
  getter(prototype, 'naturalHeight', () => 100)
}

function FakeImage(this: object): void {
  const image = {complete: true, naturalWidth: 100, naturalHeight: 100, onload: () => {}, decode: () => Promise.resolve()}
  Object.assign(this, image, {
    addEventListener(name: string, listener: () => void) {
      if (name === 'load') queueMicrotask(listener)
    }
  })
  Object.defineProperty(this, 'src', {set: () => queueMicrotask(() => Reflect.get(this, 'onload')?.())})
}

function FakeElement(): void {}

function paintNothing(layout: Layout, prototype: object): void {
  const known = {measureText: (text: string) => ({width: layout.measure(text, 16)})}
  define(prototype, 'getContext', () =>
    new Proxy(known, {get: (target, name) => Reflect.get(target, name) ?? (() => ({addColorStop() {}, data: []})), set: () => true})
  )
}

function supports(property: string, value: string): boolean {
  return property !== 'color' || value.trim().toLowerCase() === 'transparent' || hex(value) !== undefined
}

function computedStyle(layout: Layout, element: Element): object {
  const {size, weight, anchor} = layout.style(element)
  const values = new Map([['font-size', `${size}px`], ['font-weight', String(weight)], ['text-anchor', anchor]])
  return {
    fontSize: `${size}px`,
    fontFamily: 'Inter',
    fontWeight: String(weight),
    textAnchor: anchor,
    getPropertyValue: (name: string) => values.get(name) ?? (/padding|border|margin/.test(name) ? '0px' : '')
  }
}
