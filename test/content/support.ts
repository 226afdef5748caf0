/** Notes to check: a sound one, and it with something changed. */
import type {Diagnostic} from '../../src/garden/model.ts'
import {checkNotes} from '../../scripts/content/check.ts'
import {type Note, readNote} from '../../scripts/content/note.ts'

const prose = 'Plain words fill this note until it is as long as a reference should be. '.repeat(15)

/** A reference note without a problem but for the notes that it would need around it. */
export const sound = `---
title: Tea
aliases:
  - Cha
tags:
  - kind/reference
  - topic/cloud
kind: reference
level: senior
status: evergreen
description: How to brew tea for many people at once, with the numbers that decide and the mistakes to avoid.
created: 2026-01-01
updated: 2026-01-02
facts_checked: 2026-01-02
review_by: 2026-07-02
sources:
  - https://example.org/tea
  - https://example.org/water
---

# Tea

> [!abstract] In thirty seconds
> Hot water, dry leaves, four minutes.

## Brewing

${prose}

> [!question]- How long?
> Four minutes. ^tea-1

## Sources

- Example, *Tea*.
`

/** Rules that only hold among other notes. */
const among = new Set(['links-few', 'links-few-prose', 'links-few-in'])

/** Read a note as it would be checked. */
export function noteOf(text: string, path = 'reference/Tea.md'): Note {
  return readNote(path, text)
}

/** The sound note with each text replaced by another; the text must be there. */
export function changed(...changes: readonly (readonly [from: string, to: string])[]): string {
  return changes.reduce((text, [from, to]) => {
    if (!text.includes(from)) throw new Error(`The sound note does not say “${from}”.`)
    return text.replace(from, () => to)
  }, sound)
}

/** Problems of one note, those aside that every lonely note has. */
export function problemsIn(text: string, path?: string): Diagnostic[] {
  return checkNotes([noteOf(text, path)]).filter(({rule}) => !among.has(rule))
}

/** Rules and lines of problems. */
export function brief(problems: readonly Diagnostic[]): (readonly [rule: string, line: number | undefined])[] {
  return problems.map(({rule, place}) => [rule, place?.line])
}
