import assert from 'node:assert/strict'
import {readFile, stat} from 'node:fs/promises'
import {test} from 'node:test'
import {create} from 'fontkit'
import {fontFiles, keptText, makeFont} from '../../scripts/fonts.ts'

const folder = new URL('../../public/fonts/', import.meta.url)
const size = async (name: string) => (await stat(new URL(name, folder))).size

test('a font file in the repository is what the step makes of its package', async () => {
  const file = fontFiles.find(({name}) => name === 'ledger-mono-400.woff2')
  assert.ok(file)
  assert.deepEqual(await makeFont(file), await readFile(new URL(file.name, folder)))
})

test('no changed font carries a reserved name', async () => {
  for (const {name} of fontFiles) {
    const font = create(await readFile(new URL(name, folder)))
    for (const key of ['familyName', 'fullName', 'postscriptName']) {
      const words: unknown = Reflect.get(font, key)
      assert.ok(typeof words === 'string' && words !== '', key)
      assert.doesNotMatch(words, /Source|Plex|IBM/)
    }
  }
})

test('every kept character has a glyph in every face', async () => {
  for (const {name} of fontFiles) {
    const font = create(await readFile(new URL(name, folder)))
    assert.ok('hasGlyphForCodePoint' in font)
    const missing = [...keptText].filter((character) => !font.hasGlyphForCodePoint(character.codePointAt(0) ?? 0))
    assert.deepEqual(missing, [])
  }
})

test('the faces of a page with code weigh 60 KB at most, and all together 100 KB', async () => {
  const roman = (await size('ledger-serif-400-600.woff2')) + (await size('inter-400-600.woff2')) + (await size('ledger-mono-400.woff2'))
  assert.ok(roman <= 60_000)
  const all = await Promise.all(fontFiles.map(({name}) => size(name)))
  assert.ok(all.reduce((sum, bytes) => sum + bytes, 0) <= 100_000)
})
