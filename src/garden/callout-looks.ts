/** Callout types that the author adds or changes in the configuration (C-14): a title, a sign, a colour. */

import {createHash} from 'node:crypto'
import {type CalloutGroup, calloutGroup, callouts, defaultTitle} from './callouts.ts'
import type {Options} from './options.ts'
import {cleanSvg} from './svg.ts'

/** How a type of callout looks. */
export interface CalloutLook {
  readonly group: CalloutGroup
  /** Title of one that has none of its own. */
  readonly title: string
  /** Class and its rules, where there is more to say than the type's own style sheet does. */
  readonly css?: {readonly name: string; readonly rules: string}
}

const made = new WeakMap<Options['callouts'], ReadonlyMap<string, CalloutLook>>()

/** The look of a callout by the word after `!`, lower-cased. */
export function calloutLook(kind: string, configured: Options['callouts']): CalloutLook {
  return looksOf(configured).get(kind) ?? {group: calloutGroup(kind), title: defaultTitle(kind)}
}

/** Rules of the classes that configured types have, by class. */
export function calloutRules(configured: Options['callouts']): ReadonlyMap<string, string> {
  return new Map([...looksOf(configured).values()].flatMap(({css}): [string, string][] => (css ? [[css.name, css.rules]] : [])))
}

function looksOf(configured: Options['callouts']): ReadonlyMap<string, CalloutLook> {
  const known = made.get(configured)
  if (known) return known
  const looks = new Map(Object.entries(configured).map(([name, written]): [string, CalloutLook] => [name.toLowerCase(), lookOf(name.toLowerCase(), written)]))
  made.set(configured, looks)
  return looks
}

function lookOf(name: string, {title, icon, color}: Options['callouts'][string]): CalloutLook {
  const rules = [...(color === undefined ? [] : [`--callout-ink:${cssColor(color)}`]), ...(icon === undefined ? [] : iconRules(icon))].join(';')
  const shared = {group: calloutGroup(name), title: title ?? defaultTitle(name)}
  if (rules === '') return shared
  return {...shared, css: {name: `s-${createHash('sha256').update(rules).digest('hex').slice(0, 8)}`, rules}}
}

/** A colour as style sheets have it; Obsidian's older way is three numbers. */
function cssColor(color: string): string {
  return /^\s*\d{1,3}\s*,\s*\d{1,3}\s*,\s*\d{1,3}\s*$/.test(color) ? `rgb(${color.trim()})` : color.trim()
}

/** Names of icons that Obsidian has for its types, besides the types themselves. */
const lucide = new Map<string, CalloutGroup>([
  ['pencil', 'note'], ['clipboard-list', 'abstract'], ['info', 'info'], ['check-circle-2', 'todo'], ['circle-check', 'todo'], ['flame', 'tip'], ['check', 'success'], ['help-circle', 'question'],
  ['circle-help', 'question'], ['alert-triangle', 'warning'], ['triangle-alert', 'warning'], ['x', 'failure'], ['zap', 'danger'], ['bug', 'bug'], ['list', 'example'], ['quote', 'quote']
])

/** A sign is that of a type of ours, by its name or its icon's, or a drawing. */
function iconRules(icon: string): string[] {
  if (!/^\s*<svg[\s>]/i.test(icon)) return [`--callout-place:${Object.keys(callouts).indexOf(lucide.get(icon.replace(/^lucide-/, '')) ?? calloutGroup(icon))}`]
  const svg = cleanSvg(icon)
  const data = svg && encodeURIComponent(svg.trim()).replace(/[()']/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`)
  return data === undefined ? [] : ['--callout-place:0', `--callout-sign:url(data:image/svg+xml,${data})`]
}

/** A style sheet for Obsidian in which our names stand beside its own, which hold what no declaration of ours could take. */
export function withCalloutNames(css: string): string {
  return css.replace(/--callout-(color|icon)\s*:\s*("[^"]*"|'[^']*'|[^;}]*)/g, (whole, name: string, value: string) => {
    const rules = name === 'color' ? [`--callout-ink:${cssColor(value)}`] : iconRules(value.trim().replace(/^["']|["']$/g, '').replace(/\\3c /g, '<'))
    return [whole, ...rules].join(';')
  })
}
