/** Table: what an embed of a file shows, by extension (F-01). Adding a format is adding a word. */

export type EmbedKind = 'note' | 'image' | 'audio' | 'video' | 'pdf' | 'canvas' | 'base' | 'file'

const formats = {
  image: ['avif', 'bmp', 'gif', 'jpeg', 'jpg', 'png', 'svg', 'webp'],
  audio: ['flac', 'm4a', 'mp3', 'ogg', 'wav', '3gp'],
  video: ['mkv', 'mov', 'mp4', 'ogv', 'webm'],
  pdf: ['pdf'],
  canvas: ['canvas'],
  base: ['base']
} as const satisfies Partial<Record<EmbedKind, readonly string[]>>

/** Other files that authors link to; without this table `v1.9` would be a file of type `9`. */
const files = new Set([
  'bib', 'bz2', 'c', 'conf', 'cpp', 'css', 'csv', 'dmg', 'doc', 'docx', 'drawio', 'epub', 'excalidraw', 'exe', 'go', 'gpx', 'gz', 'htm',
  'html', 'ics', 'ini', 'ipynb', 'java', 'js', 'json', 'key', 'kml', 'log', 'mjs', 'numbers', 'odp', 'ods', 'odt', 'pages', 'ppt', 'pptx',
  'ps1', 'psd', 'py', 'rar', 'rb', 'rs', 'rtf', 'sh', 'sql', 'srt', 'tar', 'tex', 'tgz', 'tif', 'tiff', 'toml', 'ts', 'tsv', 'txt', 'vtt',
  'xls', 'xlsx', 'xml', 'yaml', 'yml', 'zip', '7z'
])

const kinds = new Map<string, EmbedKind>(
  Object.entries(formats).flatMap(([kind, extensions]) => extensions.map((extension): [string, EmbedKind] => [extension, kind as EmbedKind]))
)

/** What a target is by its extension: a note when it has none that is known. */
export function embedKind(target: string): EmbedKind {
  const dot = target.lastIndexOf('.')
  if (dot <= 0) return 'note'
  const extension = target.slice(dot + 1).toLowerCase()
  return kinds.get(extension) ?? (files.has(extension) ? 'file' : 'note')
}

/** Extensions that are never published, because a browser would run them as a page of this site. */
export const activeTypes: ReadonlySet<string> = new Set(['htm', 'html', 'js', 'mjs', 'xhtml', 'xml', 'swf'])
