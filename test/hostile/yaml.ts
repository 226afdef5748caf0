/** Properties that cannot be read, and ways to say (or nearly say) that a note is private. */

/** What stands between the `---` lines, and where in the file the fault is. */
export const broken: readonly (readonly [yaml: string, place: string])[] = [
  ['key: [1, 2', '3:1'],
  ['key: {a: 1', '3:1'],
  ['key: "open', '3:1'],
  ['key: \'open', '3:1'],
  ['a: b: c', '2:4'],
  ['\tkey: 1', '2:1'],
  ['a:\n\t- b', '3:1'],
  ['tags:\n- @name', '3:3'],
  ['- a\n- b', '2:1'],
  ['just words', '2:1'],
  ['42', '2:1'],
  ['"text"', '2:1'],
  ['a: &x 1\nb: *y', '3:1'],
  ['a: *a', '2:1'],
  ['key: %tag', '2:6'],
  ['key: `tick`', '2:6'],
  ['key: @at', '2:6'],
  ['a: 1\n b: 2', '2:4'],
  ['a: 1\n- b', '3:1'],
  ['a: [1, 2]]', '2:10'],
  ['a: }', '2:4'],
  ['a: "x" y', '2:8'],
  ['a: \'x\' y', '2:8'],
  ['a: !<tag', '2:4'],
  ['? : :\n:', '2:5'],
  ['a: |x\n  b', '2:5'],
  ['a: >9z\n b', '2:6'],
  ['{a: 1', '3:1'],
  ['{"a": 1,,}', '2:9'],
  ['[a, b]', '2:1'],
  ['a: {b: c}}', '2:10'],
  ['title: a: b', '2:8'],
  ['x: - y', '2:4'],
  ['"a: 1', '3:1'],
  ['a\nb: 1', '2:1'],
  [': [', '3:1'],
  ['a: "\\q"', '2:5'],
  ['a: "\\x1"', '2:5'],
  ['a:\n  - b\n c', '4:1'],
  ['a: b\n\tc: d', '3:1'],
  ['--- a', '2:1'],
  ['a: *', '2:4'],
  ['a: &', '2:4'],
  ['a: [b, c', '3:1'],
  ['a: "b\nc: d', '4:1'],
  ['!!map [', '3:1'],
  ['a: &a [*a', '3:1'],
  ['a:\n- b\n-c: d\ne', '5:1'],
  ['{', '3:1'],
  ['[', '3:1'],
  ['"', '3:1'],
  ['\'', '3:1'],
  ['&', '2:1'],
  ['*', '2:1'],
  ['@', '2:1'],
  ['`', '2:1'],
  ['%', '3:1'],
  ['|x', '2:2'],
  ['key: |\n  a\n b: c\n- d', '4:1']
]

/** Values that say yes, no, or nothing; every other one is not clear. */
export const yes = ['true', '"true"', '\'true\'', 'True', 'TRUE', 'yes', 'Yes', 'YES', 'on', 'On', '1', '"1"', '" true "', '!!bool true', '!!str true', '>-\n  true', '1.0', '0x1']
export const no = ['false', '"false"', '\'false\'', 'False', 'FALSE', 'no', 'No', 'NO', 'off', 'OFF', '0', '"0"', '" no "', '!!bool false', '|\n  false', '0.0', '-0', '0x0']
export const empty = ['', '~', 'null', 'Null', 'NULL', '""', '\'\'', '# only a comment']
export const unclear = [
  'maybe', 'nope', 'y', 'n', 't', 'f', 'truе', 'true!', 'truefalse', 'true false', 'true,', '2', '-1', '0.5', '1e3', '.nan', '.inf', '[true]', '[false]', '[]', '{}', '{a: true}',
  'later', '2026-01-01', 'public', 'private', 'ja', 'nein', 'vrai', '"yes."', '"\\u200btrue"', '!!binary dHJ1ZQ==', '[yes, no]', '"true\\0"', '✓', 'done', 'T', '- true', 'on/off'
]

/** Keys that are `publish`, `draft` or `private` with a slip of the pen. */
export const slips = [
  'publsh', 'pubish', 'ublish', 'publis', 'publishh', 'publich', 'publsih', 'pubilsh', 'oublish', 'püblish', 'publish_', '-publish', 'pub\u200blish', 'draf', 'raft', 'drafft', 'drfat', 'darft', 'drafts', 'dräft',
  'drаft', 'privat', 'rivate', 'prvate', 'pirvate', 'privtae', 'private_', 'privatE1', 'prìvate', '_draft', 'draft2'
]
