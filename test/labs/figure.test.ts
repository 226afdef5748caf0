import assert from 'node:assert/strict'
import test from 'node:test'
import {breakerLab} from '../../src/components/labs/circuit-breaker-view.ts'
import {breakerRules} from '../../src/components/labs/circuit-breaker-rules.ts'
import type {LabKind} from '../../src/components/labs/lab-view.ts'
import {retryRules} from '../../src/components/labs/retry-rules.ts'
import {retryLab} from '../../src/components/labs/retry-view.ts'
import {atTime, atValue, bar, niceMax} from '../../src/labs/figure.ts'

const lane = {x: 50, y: 10, width: 200, height: 100, max: 20}

test('time runs from the left of a lane to its right, and stays within it', () => {
  const places = [-5, 0, 50, 100, 999].map((time) => atTime(lane, {from: 0, to: 100}, time))
  assert.deepEqual(places, [50, 50, 150, 250, 250])
})

test('values stand on the ground of a lane, and one too high ends at its top', () => {
  assert.deepEqual([0, 10, 20, 30].map((value) => atValue(lane, value)), [110, 60, 10, 10])
})

test('a bar stands on the one below it; one of no height is not drawn', () => {
  assert.equal(bar(lane, {x: 60, width: 4}, [5, 10]), 'M60 60h4v25h-4z')
  assert.equal(bar(lane, {x: 60, width: 4}, [5, 5]), '')
})

test('the top of an axis is a round number at or above the value', () => {
  assert.deepEqual([0, 1, 5, 7, 47, 200, 999, 1213, 2700].map(niceMax), [1, 1, 5, 8, 50, 200, 1000, 1500, 3000])
})

/** Everything that a lab shows, for all experiments, widths and languages. */
function views<Settings extends object>({defaults, experiments, view}: LabKind<Settings>) {
  return experiments.flatMap(({name, settings}) => ['en', 'de'].map((lang) => ({name, lang, view: view({...defaults, ...settings}, lang)})))
}

test('drawings hold only numbers, and keep within their width', () => {
  for (const {name, lang, view} of [...views(breakerLab), ...views(retryLab)]) {
    for (const width of [340, 760]) {
      const {shapes, plot} = view.figure(width)
      assert.ok(plot.x + plot.width <= width)
      for (const {attributes, text} of shapes) {
        assert.doesNotMatch(`${Object.values(attributes).join(' ')} ${text ?? ''}`, /NaN|Infinity|undefined/, `${name} ${lang}`)
        assert.ok(Number(attributes['x'] ?? 0) <= width, `${name} ${lang}`)
      }
    }
  }
})

test('every value of the readout has a name, every experiment too, in both languages', () => {
  for (const lang of ['en', 'de-AT']) {
    for (const [kind, rules] of [[breakerLab, breakerRules(lang)], [retryLab, retryRules(lang)]] as const) {
      const names = new Map(Object.entries(rules.experiments))
      for (const {name} of kind.experiments) assert.ok(names.get(name), `${lang}: ${name}`)
    }
    assert.deepEqual([...breakerLab.view(breakerLab.defaults, lang).readout(10).keys()], Object.keys(breakerRules(lang).readout))
    assert.deepEqual([...retryLab.view(retryLab.defaults, lang).readout(10).keys()], Object.keys(retryRules(lang).readout))
  }
})

test('the summary says the run in the language of the page', () => {
  const {defaults} = breakerLab
  assert.equal(breakerLab.view(defaults, 'en').summary, 'It opens once, after 9.8 s. Of 600 calls 500 are answered, 50 fail, 50 are refused at once. At most 1 in flight in the first process.')
  assert.equal(breakerLab.view(defaults, 'de').summary, 'Er öffnet einmal, nach 9,8 s. Von 600 Aufrufen werden 500 beantwortet, 50 scheitern, 50 werden sofort abgewiesen. Höchstens 1 unterwegs im ersten Prozess.')
  assert.equal(retryLab.view(retryLab.defaults, 'en').summary, '1,000 calls make 4,000 attempts; a call of the fault makes 4.0. At most 282 retries in 200 ms, without jitter 1,000. 0 calls are answered, 1,000 given up.')
})

test('the run as text says what the drawing shows, and does not run on for ever', () => {
  const {defaults, experiments, view} = breakerLab
  assert.deepEqual(view(defaults, 'en').lines, ['At 9.8 s: open', 'At 20.0 s: half-open', 'At 20.4 s: closed'])
  const fleet = view({...defaults, ...experiments.find(({name}) => name === 'fleet')?.settings}, 'en').lines
  assert.equal(fleet.length, 13)
  assert.match(fleet.at(-1) ?? '', /^and \d+ more$/)
  assert.equal(retryLab.view(retryLab.defaults, 'en').lines[0], 'At 0.0 s: 0 attempts so far, 0 calls answered, 0 given up')
})
