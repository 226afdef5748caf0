/** Table: functions of files and links. */

import {nameKey} from '../names.ts'
import type {BaseFunction, Functions} from './functions.ts'
import {exhausted, linkFrom, linkTo, propertyOf, type Run, type Scope, spend} from './run.ts'
import {isNothing, textOf, type Value} from './value.ts'
import type {BaseFile} from './world.ts'

function onFile(use: (file: BaseFile, args: readonly Value[], scope: Scope) => Value): BaseFunction {
  return (self, args, scope) => (self !== null && typeof self === 'object' && (self.kind === 'file' || self.kind === 'note') ? use(self.file, args, scope) : null)
}

/** The path that a value names: a file, a link, or text. */
function pathIn(value: Value, {run, file}: Scope): string | undefined {
  if (value !== null && typeof value === 'object' && (value.kind === 'file' || value.kind === 'note')) return value.file.path
  if (value !== null && typeof value === 'object' && value.kind === 'link') return value.path
  const text = textOf(value)
  return (linkFrom(text, file.path, run.world) ?? linkTo(text, {from: file.path, world: run.world})).path
}

function leadsTo(file: BaseFile, path: string | undefined, run: Run): Value {
  if (!spend(run, file.links.length + file.embeds.length)) return exhausted
  return path !== undefined && [...file.links, ...file.embeds].some((link) => link.path === path)
}

/** Whether a file has one of the tags, or one below it (nested), whatever the case. */
function hasTag({tags}: BaseFile, wanted: readonly Value[]): boolean {
  const keys = wanted.map((each) => nameKey(textOf(each).replace(/^#/, '')))
  return tags.some((tag) => keys.some((key) => nameKey(tag) === key || nameKey(tag).startsWith(`${key}/`)))
}

export const fileFunctions: Functions = new Map<string, BaseFunction>([
  ['asLink', onFile((file, [text], {run}) => linkTo(file.path, {from: file.path, world: run.world, ...(text === undefined ? {} : {text: textOf(text)})}))],
  ['hasLink', onFile((file, [other = null], scope) => leadsTo(file, pathIn(other, scope), scope.run))],
  ['hasProperty', onFile((file, [name = null], {run}) => !isNothing(propertyOf(file, textOf(name), run)) || file.properties.some(([each]) => nameKey(each) === nameKey(textOf(name))))],
  ['hasTag', onFile((file, tags) => hasTag(file, tags))],
  ['inFolder', onFile(({folder}, [wanted = null]) => {
    const path = textOf(wanted).replace(/^\/+|\/+$/g, '')
    return path === '' || folder === path || folder.startsWith(`${path}/`)
  })]
])

function onLink(use: (link: Extract<Value, {kind: 'link'}>, args: readonly Value[], scope: Scope) => Value): BaseFunction {
  return (self, args, scope) => (self !== null && typeof self === 'object' && self.kind === 'link' ? use(self, args, scope) : null)
}

function fileOf({path}: {readonly path?: BaseFile['path']}, {run}: Scope): BaseFile | undefined {
  return path === undefined ? undefined : run.world.byPath.get(path)
}

export const linkFunctions: Functions = new Map<string, BaseFunction>([
  ['asFile', onLink((link, _, scope) => {
    const file = fileOf(link, scope)
    return file ? {kind: 'file', file} : null
  })],
  ['linksTo', onLink((link, [other = null], scope) => {
    const file = fileOf(link, scope)
    return file ? leadsTo(file, pathIn(other, scope), scope.run) : false
  })]
])
