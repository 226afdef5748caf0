/** Load what connections are made of, each file once. */

import {readWeb, type Web, type WebFile} from './web.ts'

/** One note's sentences, as its file has them. */
export interface NoteLinks {
  /** Name and address of each tag, one after the other. */
  readonly tags: readonly string[]
  readonly links: readonly (readonly [to: number, html: string, kind: string, place: string, anchor: string])[]
}

export interface Loaded {
  readonly web: Web
  /** Tags and sentences of a note. */
  readonly linksOf: (note: number) => Promise<NoteLinks>
}

const none: NoteLinks = {tags: [], links: []}

async function json(address: string): Promise<unknown> {
  const response = await fetch(address)
  if (!response.ok) throw new Error(`${response.status} ${address}`)
  return response.json()
}

/**
 * Load the index.
 *
 * @param folder
 *   Address of the folder of files, with a slash at its end.
 */
export async function load(folder: string): Promise<Loaded> {
  const file = (await json(`${folder}index.json`)) as WebFile
  const files = new Map<number, Promise<unknown>>()
  return {
    web: readWeb(file),
    async linksOf(note) {
      const number = Math.floor(note / file.notesPerFile)
      const loading = files.get(number) ?? json(`${folder}${number}.json`)
      files.set(number, loading)
      const notes = (await loading) as readonly NoteLinks[]
      return notes[note % file.notesPerFile] ?? none
    }
  }
}
