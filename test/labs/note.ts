import assert from 'node:assert/strict'
import {readFileSync} from 'node:fs'

/** Text of a lab's note. */
export function note(name: string): string {
  return readFileSync(new URL(`../../src/content/labs/${name}.mdx`, import.meta.url), 'utf8')
}

/** A number as notes write it. */
export function written(value: number, digits = 0): string {
  return value.toLocaleString('en', {minimumFractionDigits: digits, maximumFractionDigits: digits})
}

/** Hold a note to a sentence that was made from the model's own numbers. */
export function says(text: string, sentence: string): void {
  assert.ok(text.includes(sentence), `The note does not say: ${sentence}`)
}
