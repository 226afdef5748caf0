/** Names that a file can have on some disk, and that are hard on addresses. None holds a slash. */

const signs = [...'!"#$%&\'()*+,-.:;<=>?@[\\]^_`{|}~']

/** What standards keep for themselves: Windows, objects, this site. */
const kept = [
  'CON', 'con', 'PRN', 'aux', 'NUL', 'nul.txt', 'COM1', 'com9', 'LPT1', 'CONIN$', 'con.', 'aux ', '__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf', 'prototype', 'undefined', 'null', 'NaN', 'true',
  'index', 'INDEX', 'README', 'readme', '404', '_astro', 'attachments', 'diagrams', 'fonts', 'garden', 'graph', 'notes', 'og', 'pagefind', 'preview', 'previews', 'recent', 'search', 'tags', 'tags_', 'index.html', 'robots.txt', 'sitemap', 'sw', 'theme', 'favicon.ico', 'garden.json'
]

/** Pairs that differ only in what addresses do not tell apart. */
const twins = [
  'B', 'b', 'a b', 'a-b', 'a_b', 'a  b', 'a--b', 'what?', 'what', 'What', 'WHAT!', '<b>', 'Straße', 'STRASSE', 'strasse', 'ẞ', 'ß', 'ss', 'İstanbul', 'istanbul', 'ıstanbul', 'ISTANBUL', 'Café', 'CAFÉ', 'cafe', 'Cafe\u0301', 'ﬁle', 'file', 'Å', 'Å', 'å', 'Ω', 'Ω', 'ΑΣ', 'ας', 'ασ',
  '１２３', '123', '①', 'x²', 'x2', 'Ⅳ', 'IV', '한글', '한글', 'が', 'が', 'ǅ', 'ǆ', 'DŽ', 'don\'t', 'don’t', 'dont', 'a\'\u0301', 'á', 'a`\u0301'
]

const scripts = [
  '日本語', '中文 笔记', 'العربية', 'עברית', 'हिन्दी', 'ไทย', 'ភាសាខ្មែរ', 'ქართული', 'ελληνικά', 'русский', 'አማርኛ', '\u{20000}\u{2A6DF}', '\u{1D400}bold', 'mixed 日本 and עברית', 'e\u0301\u0301\u0301', 'Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍A̴̵̜̰͔ͫ͗͢L̠ͨͧͩ͘G̴̻͈͍͔̹̑͗̎̅͛́Ǫ̵̹̻̝̳͂̌̌͘'
]

const emoji = ['🎉', '👩‍👩‍👧‍👦', '🏳️‍🌈', '🇩🇪', '👍🏽', '1️⃣', '☃', '☃️', '🎉 party', 'a🎉b', '©', '™', '∞', '→', '…', '—', '“quoted”', '«x»', '¿qué?', '100€']

/** Characters that are not seen, or that turn the line about. */
const hidden = [
  ' ', '  ', '\t', '\n', 'a\nb', '\r', '\u00A0', 'a\u00A0b', '\u200B', 'a\u200Bb', '\u200D', '\u202Egnp.exe', '\u2066a\u2069', '\uFEFF', '\uFEFFa', '\u00AD', 'a\u00ADb', '\u2028', '\u2029', '\u0085', '\u0001', '\u001B[31m', '\u007F', '\uFFFD', '\uFFFE', '\uD800', 'a\uDC00b', '\u{E0001}', '\u{10FFFF}', '\u0301', '\u0301a', '\u034F', 'ﷺ'
]

const shapes = [
  '.', '..', '...', '..a', 'a..', 'a.', '.a', 'a.b.c', 'v1.9', 'x.png', 'x.md', 'x.tar.gz', '~', '~a', '-', '--', '-rf', '_', '__', '%', '%00', '%2e%2e', '%2F', '%252F', '100%', 'a%20b', '+', 'a+b', 'C++ & co', '#1', 'What is #1?', '?q=1', 'a?b#c', 'a&b', 'a&amp;b', '&lt;', '<script>', '"onload="x', '\'', '`', '$HOME', '${x}', '{{x}}', '$(x)', '\\', 'a\\b', '..\\..\\a', 'C:', 'C:\\x',
  'javascript:alert(1)', 'data:,x', 'http:', 'mailto:a', '[[x]]', '![x](y)', '*a*', '_a_', '==a==', '%%a%%', '$a$', '^a', '| a |', '<!-- a -->', '---', '0', '-0', '007', '1e5', 'a=b', '@a', 'kg-search', 'location', 'body', 'fn-1', 'footnote-label', 'diagram-1'
]

/** Lengths around each limit, in bytes of one, three and more. */
const long = [1, 119, 120, 121, 200, 240, 251].flatMap((length) => [
  'a'.repeat(length), '日'.repeat(Math.ceil(length / 3)), '👩‍👩‍👧‍👦'.repeat(Math.ceil(length / 25)), `${'b'.repeat(length)} `.slice(0, length), 'e\u0301'.repeat(Math.ceil(length / 3))
])

export const names: readonly string[] = [...new Set([...signs, ...signs.map((sign) => `a${sign}b`), ...kept, ...twins, ...scripts, ...emoji, ...hidden, ...shapes, ...long])]
