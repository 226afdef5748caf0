import assert from 'node:assert/strict'
import {test} from 'node:test'
import {escapedIn, leftoversIn} from '../../scripts/seen.ts'
import {leakedInto, unsaidIn} from '../../scripts/unsaid.ts'

for (const [html, ...found] of [
  ['<p>Plain words, 3 ^ 2, 5 % %, [a] [b].</p>'],
  ['<p>See [[Tea]] and ![[a.png]]</p>', 'an embed', 'a link'],
  ['<p>One %% hidden %% word</p>', 'a comment'],
  ['<p>A line ^id-1</p>', 'the id of a block'],
  ['<blockquote><p>[!note]- Title</p></blockquote>', 'a callout'],
  ['<p>Write <code>[[Tea]]</code> or <kbd>%%</kbd>.</p><pre>> [!note]\n![[a]] ^id</pre><svg><text>[[x]]</text></svg>'],
  ['<p>Two<br>lines ^id</p>', 'the id of a block'],
  ['<p>[[<em>Tea</em>]]</p>', 'a link'],
  ['<p>Names have no [[ ]] and no [[.</p>']
] as const) {
  test(`a reader of ${JSON.stringify(html)} meets ${found.join(' and ') || 'nothing'} that is left over`, () => {
    assert.deepEqual(leftoversIn(html).map(({name}) => name), found)
  })
}

for (const [note, html] of [
  ['Write \\[[Tea]] here', '<p>Write [[Tea]] here</p>'],
  ['Use \\[\\[Tea\\]\\]', '<p>Use [[Tea]]</p>'],
  ['Two \\%% or %\\% signs', '<p>Two %% or %% signs</p>'],
  ['The end \\^id', '<p>The end ^id</p>'],
  ['> \\[!note] Words', '<p>[!note] Words</p>'],
  ['- Links (`[[note title]]`)', '<p><b>Links</b> ([[note title]])</p>'],
  ['Use `%%` for comments', '<p>Use %% for comments, it says.</p>']
] as const) {
  test(`what ${JSON.stringify(note)} shows is meant`, () => {
    assert.deepEqual(leftoversIn(html, escapedIn(note)), [])
    assert.equal(leftoversIn(html, escapedIn('Nothing')).length, 1)
  })
}

test('one escaped link does not excuse another', () => {
  assert.deepEqual(leftoversIn('<p>[[Tea]] [[Milk]]</p>', escapedIn('\\[[Tea]]')).map(({name}) => name), ['a link'])
})

test('signs in code excuse only themselves', () => {
  assert.deepEqual(leftoversIn('<p>One %% two</p>', escapedIn('Use `%%` for comments')).map(({name}) => name), ['a comment'])
  assert.deepEqual(leftoversIn('<p>See [[Milk]]</p>', escapedIn('See `[[Tea]]`')).map(({name}) => name), ['a link'])
})

test('words that one note hides and another shows as code are shown', () => {
  const unsaid = unsaidIn(['%% begin of the released part %%', '```md\n%% begin of the released part %%\n```'])
  assert.deepEqual(leakedInto('<pre>%% begin of the released part %%</pre>', unsaid), [])
})

test('words of comments are found in a file, words that a note also says are not', () => {
  const unsaid = unsaidIn(['One %%not one word of this%% two', 'All may read these words. <!-- all may read these words or not these either -->', '```\n%% code is code for all %%\n```\n`%% and so is this here %%`'])
  assert.deepEqual(leakedInto('{"text": "Not one word, of this."}', unsaid), ['not one word of', 'one word of this'])
  assert.deepEqual(leakedInto('<p>Not one <b>word of this</b></p>', unsaid), [])
  assert.deepEqual(leakedInto('<p>All may read these words</p>', unsaid), [])
  assert.deepEqual(leakedInto('words or not these', unsaid), ['words or not these'])
  assert.deepEqual(leakedInto('code is code for all and so is this here', unsaid), [])
})

test('the address of a place that a comment links to is not a word of that comment', () => {
  const unsaid = unsaidIn(['%% ask nobody else about [[Green tea 7#Water and heat]] or so they say %%'])
  assert.deepEqual(leakedInto('<a href="/green-tea-7/#water-and-heat">Water and heat</a>', unsaid), [])
  assert.deepEqual(leakedInto('<p>Ask nobody else about Green tea</p>', unsaid), ['ask nobody else about'])
})
