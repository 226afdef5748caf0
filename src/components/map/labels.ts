import type {Community} from '../../garden/model.ts'

/** What a community is called on the map: the title of its hub, or the last part of its tag as words. */
export function communityLabel({name, from}: Pick<Community, 'name' | 'from'>): string {
  if (from === 'note') return name
  const words = name.slice(name.lastIndexOf('/') + 1).replaceAll(/[-_]+/g, ' ').trim()
  return words === '' ? name : words.charAt(0).toUpperCase() + words.slice(1)
}
