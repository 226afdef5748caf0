/**
 * Classes that the frame of the site bears: what stays in sight, lies over a
 * page or is looked for by its scripts. A note that took one could cover the
 * page with a link of its own, so none of its elements keeps them (M-15).
 */

/** Parts of the frame; those of maps and canvases share a beginning. */
const parts = [
  'bar', 'brand', 'find', 'tool', 'frame', 'tree', 'twigs', 'main', 'toc', 'thumb', 'foot', 'skip', 'menu', 'explained', 'sheet-head', 'links-sheet',
  'palette', 'panel', 'ask', 'hits', 'glance', 'found-words', 'preview', 'viewer', 'stage', 'has-panes', 'pane', 'spine', 'sidenotes', 'sn', 'chain', 'twin'
]

/** What a class of a note may be called. */
export const ownClass = new RegExp(`^(?!(?:${parts.join('|')})$|(?:cv|map)-)`)
