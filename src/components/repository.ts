/** Addresses of one file in a repository's web view. */
export interface SourceLinks {
  readonly source: string
  readonly edit?: string
  readonly history?: string
}

/**
 * Where a note's source is.
 *
 * Forges that say `/blob/` in a file's address (GitHub, GitLab) say `/edit/` and
 * `/commits/` in those of its editor and history; of others only the file is known.
 */
export function sourceLinks(repository: string, path: string): SourceLinks {
  const source = `${repository.replace(/\/$/, '')}/${path.split('/').map(encodeURIComponent).join('/')}`
  if (!source.includes('/blob/')) return {source}
  return {source, edit: source.replace('/blob/', '/edit/'), history: source.replace('/blob/', '/commits/')}
}
