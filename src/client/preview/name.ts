/**
 * The address of a preview. The browser finds it from a link alone, so this is
 * written twice, here and in `garden/preview-name.ts`; a test holds them together.
 */

/**
 * Path of the file that shows a page, or a place in it, under the base path.
 *
 * @param anchor Id of the place; `` and nothing mean the whole page.
 */
export function previewName(slug: string, anchor = ''): string {
  // No slug has a `~`, so neither home nor a place is ever another page's.
  const name = anchor === '' ? slug : `${slug}~${fingerprint(anchor)}`
  return `previews/${name === '' ? '~' : name}.json`
}

/** Places of the site itself, which are no notes, tags or diagrams; a test holds them against those that slugs avoid. */
export const unseen = /^(?:(?:404|_astro|attachments|connections|fonts|garden|graph|notes|og|pagefind|preview|previews|reader|recent|search|explorer)(?:\/|$)|(?:tags|diagrams)$)/

/** 53 bits of a text (cyrb53): an id may be longer than a file's name, and hold what no file's name may. */
function fingerprint(text: string): string {
  let [a, b] = [0xdeadbeef, 0x41c6ce57]
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at)
    a = Math.imul(a ^ unit, 2654435761)
    b = Math.imul(b ^ unit, 1597334677)
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909)
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909)
  return (4294967296 * (2097151 & b) + (a >>> 0)).toString(36)
}
