import assert from 'node:assert/strict'
import {test} from 'node:test'
import {cleanSvg, svgSize} from '../../src/garden/svg.ts'
import {drawings} from '../hostile/svg.ts'

assert.ok(drawings.length >= 50)

for (const drawing of drawings) {
  test(`nothing acts or fetches in ${JSON.stringify(drawing)}`, () => {
    const clean = cleanSvg(drawing) ?? ''
    const tags = [...clean.matchAll(/<[^>]*>/g)].map(([tag]) => tag).join('')
    assert.ok(!/<\/?(?:script|foreignObject|a|animate|set|handler|iframe|embed|object|feImage|metadata|html|body|audio|video|discard|h:|s:)[\s/>]/i.test(tags), clean)
    assert.ok(!/\son\w+\s*=|javascript:|evil\.example|xml:base|xlink:href="(?!#|data:image\/(?:png|jpeg|gif|webp);)|file:|@import|<\?|<!/i.test(tags.replace(/xmlns(?::\w+)?="[^"]*"/g, '')), clean)
    assert.ok(![...clean.matchAll(/<style[^>]*>([^<]*)/g)].some(([, css = '']) => /@|\\|url\(\s*["']?[^#"'\s]|image-set/i.test(css)), clean)
  })
}

test('what a drawing shows stays', () => {
  const drawing = '<svg xmlns="http://www.w3.org/2000/svg" width="24" height="24" viewBox="0 0 24 24"><title>Sun</title><defs><linearGradient id="g"><stop offset="0" stop-color="#fff"/></linearGradient></defs><style>.a { fill: url(#g) }</style><g transform="scale(2)" class="a"><path d="M0 0h9" fill="url(#g)" style="stroke: red"/><use href="#g"/><text x="1">a &amp; b</text></g></svg>'
  const clean = cleanSvg(drawing)
  for (const kept of ['viewBox="0 0 24 24"', '<linearGradient id="g">', 'fill="url(#g)"', 'href="#g"', 'a &#x26; b', '.a { fill: url(#g) }', '<title>Sun</title>', 'transform="scale(2)"']) assert.ok(clean?.includes(kept) || clean?.includes(kept.replace('&#x26;', '&amp;')), kept)
  assert.equal(cleanSvg(clean ?? ''), clean)
})

test('pictures inside a drawing stay', () => {
  assert.match(cleanSvg('<svg xmlns="http://www.w3.org/2000/svg"><image href="data:image/png;base64,iVBORw0KGgo=" width="9"/></svg>') ?? '', /data:image\/png/)
})

for (const text of ['', 'text', '<html></html>', '<svgx/>', '<!-- <svg> -->', '\0', '<svg'.repeat(3)]) {
  test(`${JSON.stringify(text)} is not a drawing, or an empty one`, () => assert.ok(!/\w\s*=/.test((cleanSvg(text) ?? '').replace(/xmlns="[^"]*"/, ''))))
}

test('a drawing nested 50,000 deep is cut, not followed', () => {
  const clean = cleanSvg(`<svg xmlns="http://www.w3.org/2000/svg">${'<g>'.repeat(50_000)}<script>trip()</script>`)
  assert.ok(!clean?.includes('script'))
})

for (const [tag, size] of [
  ['<svg width="10" height="20">', {width: 10, height: 20}],
  ['<svg width="10px" viewBox="0 0 5 8">', {width: 10, height: 8}],
  ['<svg viewBox="-1 -1 100.4 50.6">', {width: 100, height: 51}],
  ['<svg width="100%" height="1em">', {}],
  ['<svg>', {}],
  ['', {}]
] as const) {
  test(`the size of ${tag}`, () => assert.deepEqual(svgSize(tag), size))
}
