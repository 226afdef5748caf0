/** The picture that stands for a note elsewhere (P-09), and what publishing it takes along (F-08). */
import assert from 'node:assert/strict'
import {test} from 'node:test'
import {growFiles, rulesOf} from './support.ts'

const vault = new Map([['img/leaf.png', ''], ['img/other.jpg', ''], ['img/plan.svg', ''], ['img/private.png', '']])

async function garden(properties: string) {
  return growFiles(new Map([...vault, ['Tea.md', `---\n${properties}\n---\n`]]))
}

for (const [properties, expected] of [
  ['image: img/leaf.png', /^attachments\/leaf\.[0-9a-f]{8}\.png$/],
  ['cover: img/leaf.png', /^attachments\/leaf\./],
  ['Cover: leaf.png', /^attachments\/leaf\./],
  ['cover: /img/leaf.png', /^attachments\/leaf\./],
  ['cover: "[[leaf.png]]"', /^attachments\/leaf\./],
  ['cover: ["[[img/leaf.png|A leaf]]"]', /^attachments\/leaf\./],
  ['cover: img/leaf.png\nimage: img/other.jpg', /^attachments\/other\./],
  ['image: https://example.org/a b.png', /^https:\/\/example\.org\/a%20b\.png$/],
  ['cover: HTTP://EXAMPLE.org/x', /^http:\/\/example\.org\/x$/]
] as const) {
  test(`${JSON.stringify(properties)} is the note's picture`, async () => {
    const {pages: [page], assets} = await garden(properties)
    assert.match(page?.image ?? '', expected)
    assert.equal(assets.length, page?.image?.startsWith('http') ? 0 : properties.split('\n').length, 'what it names is published, and nothing else')
  })
}

for (const properties of ['image: nginx:1.29', 'image: registry/app@sha256:00', 'cover: true', 'cover: {a: b.png}', 'image: data:image/png;base64,AA', 'image: javascript:alert(1).svg', 'picture: img/leaf.png', 'cover: ""', 'title: leaf.png', 'image: file:///etc/leaf.png']) {
  test(`${JSON.stringify(properties)} names no picture`, async () => {
    const {pages: [page], assets} = await garden(properties)
    assert.deepEqual([page?.image, assets.length], [undefined, 0])
  })
}

test('a drawing is published as the note asks, but is not its picture, as few sites show one', async () => {
  const {pages: [page], assets} = await garden('cover: img/plan.svg')
  assert.equal(page?.image, undefined)
  assert.ok(assets.length <= 1)
})

test('the author is told when the picture is not in the vault, or would be outside of it', async () => {
  assert.deepEqual(rulesOf((await garden('cover: img/leave.png')).diagnostics), ['broken-link'])
  assert.deepEqual(rulesOf((await garden('cover: ../leaf.png')).diagnostics), ['outside-vault'])
})

test('the picture of a private note stays in the vault', async () => {
  assert.deepEqual((await garden('cover: img/private.png\npublish: false')).assets, [])
})
