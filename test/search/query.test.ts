import assert from 'node:assert/strict'
import {test} from 'node:test'
import {readQuery} from '../../src/client/search/query.ts'

/** Whole words of a query, without the parts of them. */
function wholes(typed: string): string[] {
  return readQuery(typed, 'en').terms.filter(({partOf}) => partOf === undefined).map(({word}) => word)
}

for (const [typed, words] of [
  ['kube-proxy', ['kubeproxy']],
  ['/healthz', ['healthz']],
  ['C++', ['c++']],
  ['@Transactional', ['transactional']],
  ['max.poll.interval.ms', ['maxpollintervalms']],
  ['--ignore-unfixed', ['ignoreunfixed']],
  ['http_requests_total{job="checkout"}', ['http_requests_total', 'job', 'checkout']],
  ['rate(errors_total', ['rate', 'errors_total']],
  ['retry.backoff.ms=100', ['retrybackoffms', '100']],
  ['actions/checkout@v4', ['actionscheckout', 'v4']],
  ['https://id.example.com', ['https', 'idexamplecom']]
] as const) {
  test(`“${typed}” is read as engineers write it`, () => {
    assert.deepEqual(wholes(typed), words)
  })
}

test('a word with one dash before it leaves notes out, a flag with two is looked for', () => {
  assert.deepEqual(readQuery('retry -jitter', 'en').not, ['jitter'])
  assert.deepEqual(readQuery('docker --memory', 'en').not, [])
  assert.deepEqual(wholes('docker --memory'), ['docker', 'memory'])
})

test('the word that is still being typed is the last one, also inside code', () => {
  assert.deepEqual(readQuery('sum(rate(http_req', 'en').terms.filter(({isOpen}) => isOpen).map(({word}) => word), ['http_req'])
})

test('a query of marks alone, however long, is read in one pass', () => {
  for (const marks of ['(', '::', '"', '-', '&']) assert.ok(readQuery(marks.repeat(100_000), 'en').terms.length <= 12)
})
