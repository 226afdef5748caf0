/**
 * What a reader likes, kept in this browser. Each setting is an attribute of the root element, `data-…`, which
 * `theme.js` sets before the page is painted; without the attribute the default holds.
 */

const key = 'trellis.settings'

export interface Settings {
  /** Size of text; `m` is the default. */
  readonly size: 's' | 'm' | 'l' | 'xl'
  /** Whether all but the text is put away. */
  readonly focus: 'off' | 'on'
  /** Whether single keys do anything (WCAG 2.1.4). */
  readonly keys: 'on' | 'off'
  /** Whether links show where they lead. */
  readonly previews: 'on' | 'off'
  /** Whether links open beside what is read. */
  readonly panes: 'off' | 'on'
}

/** Values of each setting; the first is the default but for the size. */
export const choices: {readonly [Name in keyof Settings]: readonly Settings[Name][]} = {
  size: ['s', 'm', 'l', 'xl'],
  focus: ['off', 'on'],
  keys: ['on', 'off'],
  previews: ['on', 'off'],
  panes: ['off', 'on']
}

const defaults: Settings = {size: 'm', focus: 'off', keys: 'on', previews: 'on', panes: 'off'}

/** What a setting is now. */
export function setting<Name extends keyof Settings>(name: Name): Settings[Name] {
  return choices[name].find((value) => value === document.documentElement.dataset[name]) ?? defaults[name]
}

/** Change a setting, here and on the pages to come. */
export function choose<Name extends keyof Settings>(name: Name, value: Settings[Name]): void {
  const {dataset} = document.documentElement
  if (value === defaults[name]) delete dataset[name]
  else dataset[name] = value
  const chosen = Object.keys(choices).flatMap((each) => (dataset[each] === undefined ? [] : [[each, dataset[each]]]))
  try {
    localStorage.setItem(key, JSON.stringify(Object.fromEntries(chosen)))
  } catch {
    // Storage may be forbidden; the choice then lasts as long as the page.
  }
  dispatchEvent(new CustomEvent('trellis:setting', {detail: name}))
}

/** Go to the next value of a setting, or to the one before; the size stops at its ends. */
export function step<Name extends keyof Settings>(name: Name, by: 1 | -1 = 1): void {
  const values = choices[name]
  const at = values.indexOf(setting(name)) + by
  const value = values[name === 'size' ? Math.min(values.length - 1, Math.max(0, at)) : (at + values.length) % values.length]
  if (value !== undefined) choose(name, value)
}
