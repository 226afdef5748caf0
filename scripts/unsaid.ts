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

/** Runs of four words that stand in the comments of these notes, and nowhere else in them. A note with a comment that does not end is passed over. */
export function unsaidIn(notes: readonly string[]): ReadonlySet<string> {
  const unsaid = new Set<string>()
  const said = new Set<string>()
  for (const note of notes) {
    const text = note.replace(code, ' ')
    // What looks like a comment in code is code.
    for (const piece of [note.replace(comment, ' '), ...(note.match(code) ?? [])]) for (const run of runs(piece)) said.add(run)
    if ((text.match(/%%/g) ?? []).length % 2 === 1) continue
    for (const [, percent = '', html = ''] of text.matchAll(comment)) for (const run of runs(`${percent} ${html}`)) unsaid.add(run)
  }
  return new Set([...unsaid].filter((run) => !said.has(run)))
}

/** Which of these runs a file has. */
export function leakedInto(file: string, unsaid: ReadonlySet<string>): string[] {
  return unsaid.size === 0 ? [] : [...new Set(runs(file))].filter((run) => unsaid.has(run))
}
