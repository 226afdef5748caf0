/** Ways to name a file outside of the vault; `CANARY` stands for the path of a real one, absolute. */

const up = ['..', '%2e%2e', '.%2e', '%2e.', '..;', '..%00', '%252e%252e', '..\\', '．．', '‥', '.. ', '...', '....//..', '%c0%ae%c0%ae', '%u002e%u002e', '&#46;&#46;']

export const paths: readonly string[] = [
  ...up.flatMap((dots) => [1, 4, 12].map((times) => `${`${dots}/`.repeat(times)}CANARY`)),
  ...up.slice(0, 6).map((dots) => `inner/${dots}/${dots}/${dots}CANARY`),
  'CANARY', '/CANARY', '//CANARY', '///CANARY', 'file://CANARY', 'file:CANARY', 'FILE:///CANARY', '\\\\?\\CANARY', '~CANARY', '~/../..CANARY', './CANARY', '/./..CANARY', '/../../../../../../..CANARY', 'inner/../../CANARY', '\\..\\..\\CANARY', 'C:CANARY', 'C:\\CANARY', 'CANARY\0.png', 'x.png\0/../../CANARY', 'CANARY?x', 'CANARY#x', 'CANARY/.', 'CANARY/..', 'inner/link.png', 'inner/folder/secret.png', 'link.png', 'folder/secret.png',
  '/etc/passwd', '/proc/self/environ', '/dev/zero', '../../../../../../etc/passwd', '..', '../', '../..', '.', './', '/', '....', '.git/config', '.obsidian/app.json', '.env', 'inner/.hidden.png'
]
