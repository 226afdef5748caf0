/** Rows of the explorer's file: title, address, and what is in it. */
export type Row = readonly [title: string, slug: string, rows?: readonly Row[]]

/** Whole address of a row; one that begins with `/` goes on from its folder's. */
export function slugIn(folder: string, [, slug]: Row): string {
  return slug.startsWith('/') ? folder + slug : slug
}

/** Addresses of the folders around a page, and its own if it is one: from the top. Empty when the page is not in the tree. */
export function trail(rows: readonly Row[], here: string, folder = ''): readonly string[] {
  for (const row of rows) {
    const slug = slugIn(folder, row)
    if (slug === here) return [slug]
    const inner = row[2] ? trail(row[2], here, slug) : []
    if (inner.length > 0) return [slug, ...inner]
  }
  return []
}
