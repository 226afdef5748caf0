/** What an author's address is: of this vault, of another site, or one that no page may hold. */

/** Schemes that a link may have (L-25, L-26). */
const schemes = new Set(['http', 'https', 'mailto', 'tel', 'sms', 'obsidian', 'ftp', 'ftps', 'irc', 'ircs', 'xmpp', 'matrix', 'magnet', 'geo', 'vscode', 'zotero'])

/** Invisible characters that browsers skip inside a scheme. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for.
const skipped = /[\u0000-\u0020\u007F-\u00A0\u200B-\u200F\u2028-\u202E\u2060\uFEFF]/g

/**
 * Classify an address.
 *
 * @returns `internal`: a path in the vault or a fragment; `external`: another site or program; `unsafe`: any other
 *   scheme, such as `javascript:`, `data:` and `file:`; {@link ownPicture} says of which a picture is made all the same.
 */
export function addressKind(url: string): 'internal' | 'external' | 'unsafe' {
  const bare = url.replace(skipped, '')
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(bare)?.[1]
  if (scheme !== undefined) return schemes.has(scheme.toLowerCase()) ? 'external' : 'unsafe'
  return bare.startsWith('//') || bare.startsWith('\\\\') ? 'external' : 'internal'
}

/**
 * An address that is itself a picture, of points only: a drawing could hold more. Only a picture may have it, and it is
 * read as it is written, so that what browsers skip or change in an address is never in it (I-07, hazard 38).
 */
export const ownPicture = /^data:image\/(?:png|jpe?g|gif|webp|avif);base64,[A-Za-z0-9+/=]+$/

/** Percent-decode once; what is not percent-encoding stays as it is (L-02, R-07). */
export function decoded(url: string): string {
  try {
    return decodeURIComponent(url)
  } catch {
    return url
  }
}

/** The origin of an address of another site, or `undefined` if a browser would not fetch it. */
export function originOf(url: string): string | undefined {
  try {
    const {protocol, origin} = new URL(url, 'https://base.invalid')
    return (protocol === 'https:' || protocol === 'http:') && origin !== 'https://base.invalid' ? origin : undefined
  } catch {
    return undefined
  }
}
