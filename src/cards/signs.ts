const graphemes = new Intl.Segmenter('en', {granularity: 'grapheme'})

/** The signs of a text as readers count them. */
export function signs(text: string): string[] {
  return Array.from(graphemes.segment(text), ({segment}) => segment)
}
