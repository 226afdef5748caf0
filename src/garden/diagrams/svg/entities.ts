const named = new Map([['lt', '<'], ['gt', '>'], ['amp', '&'], ['quot', '"'], ['apos', "'"], ['nbsp', '\u00a0']])

/** Read the character references of markup; an unknown one stays as it is written. NUL stays out: it marks holes. */
export function decode(markup: string): string {
  if (!markup.includes('&')) return markup.replaceAll('\0', '')
  return markup
    .replace(/&(#\d{1,7}|#x[0-9a-f]{1,6}|[a-z]{2,6});/gi, (whole, name: string) => (name.startsWith('#') ? numbered(name.slice(1)) : (named.get(name.toLowerCase()) ?? whole)))
    .replaceAll('\0', '')
}

function numbered(digits: string): string {
  const code = /^x/i.test(digits) ? Number.parseInt(digits.slice(1), 16) : Number.parseInt(digits, 10)
  return isCharacter(code) ? String.fromCodePoint(code) : '\ufffd'
}

function isCharacter(code: number): boolean {
  const control = code < 0x20 && code !== 9 && code !== 10 && code !== 13
  return !control && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff)
}

/** Write characters as markup, in text or in a quoted attribute. */
export function encode(characters: string): string {
  return characters.replace(/[&<>"]/g, (sign) => references.get(sign) ?? sign)
}

const references = new Map([['&', '&amp;'], ['<', '&lt;'], ['>', '&gt;'], ['"', '&quot;']])
