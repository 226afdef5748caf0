/** A film, post or recording of another site as HTML (E-18); `template-foreign.ts` decides whether it is shown at once. */

import type {Element, ElementContent} from 'hast'
import type {WebEmbedNode} from './syntax/nodes.ts'
import type {PreparedWords} from './words.ts'

/** Print it. The words are the author's, else they say what it is. */
export function webFrame({value, url, embed, width, height}: WebEmbedNode, words: PreparedWords): Element {
  const size = {...(width === undefined ? {} : {width}), ...(height === undefined ? {} : {height})}
  if (embed.kind === 'post') {
    const link = element('a', {className: ['external-link'], href: url, rel: ['noopener']}, [{type: 'text', value: value || words.postBy.replace('{author}', embed.author)}])
    return element('blockquote', {className: ['foreign-post']}, [element('p', {}, [link])])
  }
  if (embed.kind === 'frame') {
    const title = value || words.filmOn.replace('{service}', embed.service)
    // The service plays only where it is told the site that shows it; more than the site it is not told.
    return element('iframe', {src: embed.src, title, ...size, allowFullScreen: true, referrerPolicy: 'strict-origin', dataPage: url}, [])
  }
  return element(embed.kind, {src: embed.src, controls: true, preload: 'metadata', ...(value === '' ? {} : {title: value}), ...size}, [])
}

function element(tagName: string, properties: Element['properties'], children: ElementContent[]): Element {
  return {type: 'element', tagName, properties, children}
}
