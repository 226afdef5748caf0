import assert from 'node:assert/strict'
import {test} from 'node:test'
import {leftoversIn} from '../../scripts/seen.ts'

for (const [html, ...found] of [
  ['<p>Plain words, 3 ^ 2, 5 % %, [a] [b].</p>'],
  ['<p>See [[Tea]] and ![[a.png]]</p>', 'an embed', 'a link'],
  ['<p>One %% hidden %% word</p>', 'a comment'],
  ['<p>A line ^id-1</p>', 'the id of a block'],
  ['<blockquote><p>[!note]- Title</p></blockquote>', 'a callout'],
  ['<p>Write <code>[[Tea]]</code> or <kbd>%%</kbd>.</p><pre>> [!note]\n![[a]] ^id</pre><svg><text>[[x]]</text></svg>'],
  ['<p>Two<br>lines ^id</p>', 'the id of a block'],
  ['<p>[[<em>Tea</em>]]</p>', 'a link']
] as const) {
  test(`a reader of ${JSON.stringify(html)} meets ${found.join(' and ') || 'nothing'} that is left over`, () => {
    assert.deepEqual(leftoversIn(html).map(({name}) => name), found)
  })
}
