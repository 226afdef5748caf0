/** A sequence diagram, one message at a time. */

export interface Step {
  readonly parts: readonly Element[]
  readonly text: string
}

const pieces = '.messageText, .messageLine0, .messageLine1, .sequenceNumber, line[marker-start]:not([class])'

/** The messages of a drawing in their order; none in any other type. */
export function stepsOf(svg: SVGSVGElement, lines: readonly string[]): readonly Step[] {
  const groups: Element[][] = []
  let isDrawn = true
  for (const piece of svg.matches('.mm-sequence') ? svg.querySelectorAll(pieces) : []) {
    const isLine = /messageLine/.test(piece.getAttribute('class') ?? '')
    // Words come before their line, in as many elements as they have lines; numbers come after it.
    if (isDrawn && (isLine || piece.matches('.messageText'))) {
      groups.push([])
      isDrawn = false
    }
    isDrawn ||= isLine
    groups.at(-1)?.push(piece)
  }
  const told = lines.filter((line) => line.includes(' → '))
  return groups.map((parts, index) => ({parts, text: (told.length === groups.length ? told[index] : undefined) ?? wordsOf(parts)}))
}

function wordsOf(parts: readonly Element[]): string {
  return parts.filter((part) => part.matches('.messageText')).map((part) => part.textContent).join(' ')
}

/** Dim all but one step; none lights all. */
export function showStep(svg: SVGSVGElement, step: Step | undefined): void {
  svg.classList.toggle('is-stepping', step !== undefined)
  for (const part of svg.querySelectorAll('.is-step')) part.classList.remove('is-step')
  for (const part of step?.parts ?? []) part.classList.add('is-step')
}
