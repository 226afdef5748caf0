/** Cards: whatever a title is, there is a picture, everything in it is inside it, and it is the same every time. */
import assert from 'node:assert/strict'
import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {after, test} from 'node:test'
import sharp from 'sharp'
import {type Card, cardSize} from '../../src/cards/card.ts'
import {openFace} from '../../src/cards/face.ts'
import {fit, lineWidth, type Room, words} from '../../src/cards/fit.ts'
import {cardMaker} from '../../src/cards/make.ts'
import {cardsOf, noteCardPath, siteCardPath} from '../../src/cards/subject.ts'
import {noCache, openCache} from '../../src/garden/cache.ts'
import {asSlug} from '../../src/garden/names.ts'
import {samplePage, sampleView} from './sample.ts'

const root = join(import.meta.dirname, '../..')
const {make} = cardMaker(root, noCache)
const serif = openFace({root, own: 'ledger-serif-400-600.woff2', family: '@fontsource-variable/source-serif-4/files/source-serif-4'})

function card(title: string, more: Partial<Card> = {}): Card {
  return {title, site: 'A field guide', cells: [{label: 'Kind', text: 'Pattern'}, {label: 'Folder', text: 'Patterns'}], hub: false, ...more}
}

// ── Fitting ─────────────────────────────────────────────────────────────────

/** Every sign one em wide: widths are counts. */
const counted = (word: string): number => Array.from(word).length
const room: Room = {sizes: [20, 10], width: 100, height: 40, leading: 1}

for (const [text, size, lines] of [
  ['abc', 20, ['abc']],
  ['abcde', 20, ['abcde']],
  ['ab cd', 20, ['ab cd']],
  ['abc def', 20, ['abc', 'def']],
  ['abcdef', 10, ['abcdef']],
  ['abc def ghi', 10, ['abc def ghi']],
  ['abc def ghi jkl', 10, ['abc def ghi', 'jkl']],
  ['abcdefghijklm', 10, ['abcdefghij', 'klm']],
  ['abcdefghi '.repeat(5), 10, ['abcdefghi', 'abcdefghi', 'abcdefghi', 'abcdefghi…']],
  ['abcdefghij'.repeat(5), 10, ['abcdefghij', 'abcdefghij', 'abcdefghij', 'abcdefghi…']],
  ['abcd efghi '.repeat(5), 10, ['abcd efghi', 'abcd efghi', 'abcd efghi', 'abcd…']],
  ['', 20, []]
] as const) {
  test(`“${text}” is set at ${size} in ${lines.length} lines`, () => {
    const fitted = fit(words(text), room, counted)
    assert.deepEqual([fitted.size, fitted.lines.map((line) => line.join(' '))], [size, lines])
  })
}

for (const [text, expected] of [
  ['  a \t\n b ', ['a', 'b']],
  ['Micro\u00adservices \u200bhere\u202e', ['Microservices', 'here']],
  ['a\u0000b\u0007', ['a', 'b']],
  ['e\u0301', ['é']],
  ['\ud800x', ['\ufffdx']]
] as const) {
  test(`the words of ${JSON.stringify(text)} are ${expected.join(', ')}`, () => assert.deepEqual(words(text), expected))
}

test('a text that is too long ends in an ellipsis, and takes no longer to read', () => {
  assert.equal(words('a'.repeat(1_000_000)).join('').length, 241)
  assert.ok(words('word '.repeat(100_000)).at(-1)?.endsWith('…'))
  assert.ok(words(`a${'\u0301'.repeat(100_000)}`).join('').length < 5000)
})

test('no line is wider than the room, at any width of words', () => {
  const measure = (word: string): number => serif.shape(word).width
  const wide: Room = {sizes: [108, 84, 64, 48], width: 1056, height: 352, leading: 1.12}
  for (const text of ['Saga', 'How do you keep data consistent across services', 'W'.repeat(200), 'Donaudampfschifffahrtsgesellschaftskapitän '.repeat(9), 'i '.repeat(200)]) {
    const {size, lines} = fit(words(text), wide, measure)
    for (const line of lines) assert.ok(lineWidth(line, measure) * size <= wide.width, `${line.join(' ')} at ${size}`)
    assert.ok(lines.length * size * wide.leading <= wide.height)
  }
})

// ── Drawing ─────────────────────────────────────────────────────────────────

/** Pixels of an area of a picture that are not paper. */
async function inked(png: Buffer, area: {left: number; top: number; width: number; height: number}): Promise<number> {
  const data = await sharp(png).extract(area).removeAlpha().raw().toBuffer()
  let count = 0
  for (let at = 0; at < data.length; at += 3) if ((data[at] ?? 0) < 0xf0) count += 1
  return count
}

/** Where the title stands; around it nothing may. */
const titleArea = {left: 70, top: 100, width: 1060, height: 380}
const outside = [{left: 1131, top: 40, width: 40, height: 440}, {left: 1174, top: 0, width: 26, height: 310}]

for (const title of [
  'Saga', 'How would you design a microservices architecture for a ride-sharing application', 'Łódź Größe Ελληνικά Сервисы', '日本語のガイド', '日本語 Kafka 入門', 'مرحبا بالعالم',
  '😀', '😀 emoji 🎉 title 👩‍👩‍👧‍👦', '', '   ', '\u0000\u0001\u202e\ufeff', '\ud800', `a${'\u0301'.repeat(5000)}`, 'A'.repeat(5000), 'W '.repeat(3000), '<script>alert(1)</script> & "quoted" ]]>', '%0a{{x}}$`', 'ﷺ'.repeat(50), 'fi ffi ﬁ'
]) {
  test(`the title ${JSON.stringify(title.slice(0, 40))} makes a picture with everything inside it`, async () => {
    const png = await make(card(title))
    const {format, width, height, isPalette} = await sharp(png).metadata()
    assert.deepEqual({format, width, height, isPalette}, {format: 'png', ...cardSize, isPalette: true})
    assert.ok(await inked(png, titleArea) > 300, 'a title, or the name of the garden in its place, is there')
    for (const area of outside) assert.equal(await inked(png, area), 0)
    assert.ok(png.length < 60_000)
  })
}

test('a title that the faces cannot write gives way to the name of the garden; one that they nearly can does not', async () => {
  const garden = await make(card('A field guide'))
  assert.deepEqual(await make(card('日本語のガイド')), garden)
  assert.deepEqual(await make(card('😀🎉')), garden)
  assert.deepEqual(await make(card('Tea 茶')), await make(card('Tea')))
})

test('nothing at all can be written and there is still a picture', async () => {
  assert.ok((await make({title: '日本', site: '庭', cells: [{label: '種', text: '😀'}], hub: false})).length > 500)
})

test('long facts and a long name stay in their cells', async () => {
  const png = await make(card('Saga', {site: 'A garden with a name that does not end where it should '.repeat(9), cells: [{label: 'Kind', text: 'W'.repeat(400)}, {label: 'Folder', text: 'a folder of many words '.repeat(20)}]}))
  for (const left of [612, 884, 1156]) assert.equal(await inked(png, {left, top: 495, width: 14, height: 100}), 0, `clear at ${left}`)
})

test('a hub carries the colour of the garden', async () => {
  const [hub, note] = await Promise.all([make(card('Saga', {hub: true})), make(card('Saga'))])
  const edge = {left: 31, top: 100, width: 10, height: 300}
  assert.deepEqual([await inked(hub, edge), await inked(note, edge)], [3000, 0])
})

test('the same card is the same bytes, drawn or from the cache', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'trellis-cards-'))
  after(() => rmSync(folder, {recursive: true}))
  const first = await make(card('Circuit Breaker'))
  const cached = () => cardMaker(root, openCache(folder)).make(card('Circuit Breaker'))
  assert.deepEqual([await make(card('Circuit Breaker')), await cached(), await cached()], [first, first, first])
})

// ── Which cards there are ───────────────────────────────────────────────────

test('each note without a picture of its own has a card, and the garden has one', () => {
  const pages = [samplePage('Saga', {noteKind: 'pattern', crumbs: [{title: 'patterns', slug: asSlug('patterns')}]}), samplePage('Tea', {image: 'attachments/tea.png'}), samplePage('index', {slug: asSlug('')})]
  const cards = cardsOf(pages, sampleView('de'))
  assert.deepEqual([...cards], [
    ['garden.card', {title: 'Garden', site: 'Garden', cells: [], hub: true}],
    ['saga', {title: 'Saga', site: 'Garden', cells: [{label: 'Art', text: 'Pattern'}, {label: 'Ordner', text: 'Patterns'}], hub: false}]
  ])
  assert.deepEqual([siteCardPath, noteCardPath('a/b')], ['og/garden.card.png', 'og/a/b.png'])
})
