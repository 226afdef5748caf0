/** Packages that only measuring needs: fetched from npm when they are measured with, so that no build or test waits for them. */
import {spawnSync} from 'node:child_process'
import {existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync} from 'node:fs'
import {createRequire} from 'node:module'
import {join} from 'node:path'
import {pathToFileURL} from 'node:url'

const root = join(import.meta.dirname, '..')

/** Install these packages, by their versions, into `folder`, which holds nothing else of npm's. */
export function installIn(folder: string, dependencies: Readonly<Record<string, string>>): void {
  mkdirSync(folder, {recursive: true})
  writeFileSync(join(folder, 'package.json'), JSON.stringify({private: true, type: 'module', dependencies, allowScripts: {node: true, esbuild: true}}))
  const {status} = spawnSync('npm', ['install', '--no-audit', '--no-fund', '--loglevel=error'], {cwd: folder, stdio: ['ignore', 'ignore', 'inherit']})
  if (status !== 0) throw new Error(`${Object.keys(dependencies).join(', ')} could not be installed from npm.`)
}

/** Version of a package that the project itself builds with. */
export function ownVersion(name: string): string {
  const {dependencies}: {dependencies: Record<string, string>} = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  const version = dependencies[name]
  if (version === undefined) throw new Error(`package.json names no ${name}.`)
  return version
}

/** What a package exports; it is fetched once and kept with what the project caches. */
export async function fetched(name: string, version: string): Promise<unknown> {
  const folder = join(root, 'node_modules', '.cache', 'trellis', 'bench', `${name}-${version}`)
  if (!existsSync(folder)) {
    // Under another name until npm is done, so that what it left half done is not taken for whole.
    rmSync(`${folder}.part`, {recursive: true, force: true})
    installIn(`${folder}.part`, {[name]: version})
    renameSync(`${folder}.part`, folder)
  }
  return import(pathToFileURL(createRequire(join(folder, 'package.json')).resolve(name)).href)
}
