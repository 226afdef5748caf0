/** Dates from the repository's history (P-13), and when a dev server asks for them again. */

import assert from 'node:assert/strict'
import {execFileSync} from 'node:child_process'
import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {test} from 'node:test'
import {type HistoryMemory, readHistory, recallHistory} from '../../src/garden/history.ts'

function repository(): {readonly root: string; readonly vault: string; readonly commit: (day: string) => void} {
  const root = mkdtempSync(join(tmpdir(), 'trellis-history-'))
  const vault = join(root, 'notes')
  mkdirSync(vault)
  const git = (day: string, ...words: string[]): void => {
    const at = `${day}T12:00:00Z`
    execFileSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@example.org', '-c', 'commit.gpgsign=false', ...words], {cwd: root, stdio: 'ignore', env: {...process.env, GIT_AUTHOR_DATE: at, GIT_COMMITTER_DATE: at}})
  }
  git('2026-01-01', 'init')
  return {
    root,
    vault,
    commit: (day) => {
      git(day, 'add', '-A')
      git(day, 'commit', '-m', day)
    }
  }
}

test('a note is as old as its first commit, and changed with its last; a dev server asks git after a commit and not before', () => {
  const {root, vault, commit} = repository()
  try {
    writeFileSync(join(vault, 'Tea.md'), 'one')
    commit('2026-02-03')
    const memory: HistoryMemory = {}
    const first = recallHistory(vault, memory)
    assert.deepEqual([...first], [['Tea.md', {created: '2026-02-03', updated: '2026-02-03'}]])

    writeFileSync(join(vault, 'Tea.md'), 'two')
    assert.equal(recallHistory(vault, memory), first)
    commit('2026-04-05')
    assert.deepEqual([...recallHistory(vault, memory)], [['Tea.md', {created: '2026-02-03', updated: '2026-04-05'}]])
    assert.deepEqual(recallHistory(vault, memory), readHistory(vault))
  } finally {
    rmSync(root, {recursive: true, force: true})
  }
})

test('without a repository there are no dates, and git is asked once', () => {
  const folder = mkdtempSync(join(tmpdir(), 'trellis-history-'))
  try {
    const memory: HistoryMemory = {}
    const first = recallHistory(folder, memory)
    assert.equal(first.size, 0)
    assert.equal(recallHistory(folder, memory), first)
  } finally {
    rmSync(folder, {recursive: true, force: true})
  }
})
