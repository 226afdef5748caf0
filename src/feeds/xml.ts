/** Text inside XML: only what XML 1.0 can hold, with its own signs escaped. */
export function xmlText(text: string): string {
  return plainText(text).replace(/[&<>"]/g, (sign) => entities.get(sign) ?? sign)
}

/** What XML 1.0 can hold of a text: no controls but tab and line break, no halves of pairs. */
export function plainText(text: string): string {
  return text.toWellFormed().replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
}

const entities = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;']
])
