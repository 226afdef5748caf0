/** Fill the hole of a base: its views, evaluated for the note that shows it. */

import type {Printing} from './bases/cell.ts'
import {readDefinition, type ReadDefinition} from './bases/definition.ts'
import {printView} from './bases/print.ts'
import {newRun} from './bases/run.ts'
import type {BaseBlock, PublicNote} from './model.ts'
import {href, nameKey, tagSlug} from './names.ts'
import type {PageState, Place} from './render-state.ts'
import {escapeText} from './sentences.ts'

// A base that many notes show is read once. What is kept hangs on the text alone.
const definitions = new WeakMap<BaseBlock, ReadDefinition>()

function definitionOf(block: BaseBlock): ReadDefinition {
  const known = definitions.get(block) ?? readDefinition(block.source)
  definitions.set(block, known)
  return known
}

/**
 * Print a base.
 *
 * @param view Index of one view; all of them, each under its name, without it.
 */
export function printBase(index: number, view: number | undefined, {place, state}: {place: Place; state: PageState}): string {
  const block = place.note.bases?.[index]
  const world = state.world.bases?.()
  if (!block || !world) return ''
  const {definition, broken} = definitionOf(block)
  if (broken) return `<p class="failure">${escapeText(state.world.words.baseBroken)}</p>`
  const host = world.byPath.get((place.host ?? place.note).path)
  if (!host) return ''
  const run = newRun(world, definition, host)
  const {tagSlugs, base, words} = state.world
  const tagHref = (name: string): string | undefined => {
    const slug = tagSlugs ? tagSlugs.get(nameKey(name)) : tagSlug(name)
    return slug === undefined ? undefined : href(slug, base)
  }
  const printing: Printing = {world: {...world, tagHref}, words, origins: state.origins}
  const views = view === undefined ? definition.views : definition.views.slice(view, view + 1)
  return views.map((each) => (views.length > 1 && each.name !== '' ? `<p class="base-name">${escapeText(each.name)}</p>` : '') + printView(each, run, {...printing, css: state.css})).join('')
}

/** The note that `this` is in an embedded base: the one that embeds it. */
export function hostOf(place: Place, embedded: PublicNote): {host?: PublicNote} {
  return embedded.format === 'base' ? {host: place.host ?? place.note} : {}
}
