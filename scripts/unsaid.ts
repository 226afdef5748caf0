/** Whether words of comments reached a site: a second, coarse reading of notes, which shares nothing with the first. */

/** Words that must stand together in both: fewer happen by chance. */
const together = 4

/** Code and formulas, in which percent signs are percent signs. */
const code = /(^|\n)[> \t]*(`{3,}|~{3,})[^\n]*\n[\s\S]*?(?:\n[> \t]*\2[^\n]*(?=\n|$)|$)|(`+)(?!`)[^\n]*?[^`]\3(?!`)|\\%/g
const comment = /%%([\s\S]*?)%%|<!--([\s\S]*?)-->/g

/** Runs of words, none over a tag, a quotation mark or the border of a link: a name and a heading that a comment links to are an address too. */
function* runs(text: string): Generator<string> {
  for (const piece of text.toLowerCase().split(/[<>"#|]|\[\[|\]\]/)) {
    const words = piece.match(/[\p{L}\p{N}]+/gu) ?? []
    for (let at = 0; at + together <= words.length; at += 1) yield words.slice(at, at + together).join(' ')
  }
}

/** What a note says: its text without comments, and its code, in which what looks like a comment is code. */
function saidBy(note: string): string[] {
  return [note.replace(comment, ' '), ...(note.match(code) ?? [])]
}

/** What a note hides in comments; nothing of one with a comment that does not end. */
function hiddenBy(note: string): string[] {
  const text = note.replace(code, ' ')
  if ((text.match(/%%/g) ?? []).length % 2 === 1) return []
  return Array.from(text.matchAll(comment), ([, percent = '', html = '']) => `${percent} ${html}`)
}

/** Runs of four words that stand in the comments of these notes, and nowhere else in them. */
export function unsaidIn(notes: readonly string[]): ReadonlySet<string> {
  const said = new Set<string>()
  for (const text of notes.flatMap(saidBy)) for (const run of runs(text)) said.add(run)
  const unsaid = new Set<string>()
  for (const text of notes.flatMap(hiddenBy)) for (const run of runs(text)) if (!said.has(run)) unsaid.add(run)
  return unsaid
}

/** Which of these runs a file has. */
export function leakedInto(file: string, unsaid: ReadonlySet<string>): string[] {
  return unsaid.size === 0 ? [] : [...new Set(runs(file))].filter((run) => unsaid.has(run))
}
