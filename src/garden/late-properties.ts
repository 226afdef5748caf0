/** A block that looks like properties, further down a note: nothing in it is read, so nothing in it keeps the note private (hazard 4). */

import {diagnose} from './diagnostics.ts'
import type {Diagnostic} from './model.ts'
import {codeLines} from './syntax/code-lines.ts'

const visibility = /^\s*(publish|draft|private)\s*:/i
const property = /^[\w-][^:]*:(?:\s|$)|^\s+\S|^\s*- /

/** Longest block that is looked at, in lines. */
const longest = 50

/**
 * Find such blocks: `---`, lines of properties of which one speaks of visibility, `---`. Code is passed over.
 *
 * @param body Text of the note after its properties.
 * @param before Lines before it.
 */
export function lateProperties(body: string, {path, before}: {readonly path: string; readonly before: number}): Diagnostic[] {
  if (!/^---[ \t]*$/m.test(body)) return []
  const lines = body.split(/\r\n|\n|\r/)
  const found: Diagnostic[] = []
  const isCode = codeLines(lines)
  for (const [index, line] of lines.entries()) {
    if (isCode[index] || line.trimEnd() !== '---') continue
    const told = visibilityIn(lines, index + 1)
    if (told) found.push(diagnose('late-properties', {path, place: {line: before + told.line + 1, column: 1}}, {written: told.written}))
  }
  return found
}

/** The line of a block that speaks of visibility, if the lines from here on are properties up to another `---`. */
function visibilityIn(lines: readonly string[], from: number): {line: number; written: string} | undefined {
  let told: {line: number; written: string} | undefined
  for (let at = from; at < Math.min(lines.length, from + longest); at += 1) {
    const line = lines[at] ?? ''
    if (line.trimEnd() === '---') return told
    if (!property.test(line)) return undefined
    if (visibility.test(line)) told ??= {line: at, written: line.trim().slice(0, 80)}
  }
  return undefined
}
