/** Why a formula cannot be set, in words for its author. */

/** Table: what KaTeX says, and what is said of it. */
const reasons: readonly (readonly [RegExp, (...parts: string[]) => string])[] = [
  [/Undefined control sequence: (\\(?:[A-Za-z@]+|.))/, (command) => `\`${command}\` is not a command that is known here`],
  [/No such environment: (.+?) at /, (name) => `there is no environment “${name}”`],
  [/Double (super|sub)script/, (kind) => `two ${kind === 'super' ? 'exponents' : 'indices'} stand at one sign; one of the two needs braces`],
  [/Expected group (?:as argument to|after) '(.+?)'/, (command) => `something is missing after \`${command}\``],
  [/Unexpected end of input in a macro argument, expected '(.+?)'/, (sign) => `a \`${sign}\` is missing`],
  [/Expected '(.+?)', got 'EOF'/, (sign) => `a \`${sign}\` is missing`],
  [/Expected 'EOF', got '(.+?)'/, (sign) => `\`${sign}\` cannot stand where it does`],
  [/Expected '(.+?)', got '(.+?)'/, (wanted, sign) => `\`${sign}\` stands where a \`${wanted}\` should`],
  [/Can't use function '(.+?)' in (math|text) mode/, (command, mode) => `\`${command}\` cannot stand in ${mode === 'math' ? 'a formula' : 'its text'}`],
  [/Too many expansions/, () => 'its definitions never come to an end'],
  [/Invalid size: '(.+?)'/, (size) => `“${size}” is no size`]
]

/** Say a reason of KaTeX in plain words. */
export function plainReason(reason: string): string {
  for (const [pattern, say] of reasons) {
    const found = pattern.exec(reason)
    if (found) return say(...found.slice(1).map((part) => part.slice(0, 40)))
  }
  return (reason.split('\n', 1)[0] ?? '').replace(/^KaTeX parse error: | at (?:position \d+|end of input).*$/gs, '').slice(0, 120).replace(/\.$/, '')
}
