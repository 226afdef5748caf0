/** The files of the index, asked for once each. */

/** What all of Pagefind's files begin with, once unpacked. */
const signature = 'pagefind_dcd'

/** Fetches a file of the index by its path. */
export type Fetch = (path: string, options?: {readonly fresh: boolean}) => Promise<Uint8Array>

/** Ask the site for files under an address. @throws When one is not there or the reader is off line. */
export function fetchFrom(folder: string): Fetch {
  return async (path, {fresh} = {fresh: false}) => {
    // The table names the other files, which never change: an old one would name what is gone.
    const response = await fetch(folder + path, fresh ? {cache: 'no-cache'} : {})
    if (!response.ok) throw new Error(`${response.status} ${path}`)
    return new Uint8Array(await response.arrayBuffer())
  }
}

/** The body of one of Pagefind's files. Some hosts have unpacked it already. @throws When it is none, or damaged. */
export async function bodyOf(bytes: Uint8Array): Promise<Uint8Array> {
  const isPacked = bytes[0] === 0x1f && bytes[1] === 0x8b
  const whole = isPacked ? await unpacked(bytes) : bytes
  if (new TextDecoder().decode(whole.subarray(0, signature.length)) !== signature) throw new Error('This is no file of the index')
  return whole.subarray(signature.length)
}

async function unpacked(bytes: Uint8Array): Promise<Uint8Array> {
  const stream = new Blob([new Uint8Array(bytes)]).stream().pipeThrough(new DecompressionStream('gzip'))
  return new Uint8Array(await new Response(stream).arrayBuffer())
}

/** Remember answers; a failure is forgotten, as the reader may be back on line. */
export function once<Value>(ask: (key: string) => Promise<Value>): (key: string) => Promise<Value> {
  const answers = new Map<string, Promise<Value>>()
  return (key) => {
    const known = answers.get(key)
    if (known) return known
    const answer = ask(key)
    answers.set(key, answer)
    answer.catch(() => answers.delete(key))
    return answer
  }
}
