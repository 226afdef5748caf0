/** Table: the languages that code is highlighted in, and what else authors call them (M-09). */

// Left out are grammars that change others when they are loaded, or depend on which are: how code looks may not depend on
// what other notes hold.

const names = new Set(`
  abap abnf actionscript ada agda al antlr4 apacheconf apex apl applescript aql arduino arff armasm arturo asciidoc asm6502 asmatmel
  aspnet autohotkey autoit avisynth avro-idl awk bash basic batch bbcode bbj bicep birb bison bnf bqn brainfuck brightscript bro bsl c
  cfscript chaiscript cil clike clojure cmake cobol coffeescript concurnas cooklang coq cpp crystal csharp cshtml csp css
  csv cue cypher d dart dataweave dax dhall diff django dns-zone-file docker dot ebnf editorconfig eiffel ejs elixir elm erb erlang etlua
  excel-formula factor false firestore-security-rules flow fortran fsharp ftl gap gcode gdscript gedcom gettext gherkin git glsl gml gn
  go-module go gradle graphql groovy handlebars haskell haxe hcl hlsl hoon hpkp hsts http ichigojam icon icu-message-format idris
  iecst ignore inform7 ini io j java javascript javastacktrace jexl jolie jq json json5 jsonp jsstacktrace jsx julia keepalived keyman
  kotlin kumir kusto latex latte less lilypond linker-script liquid lisp livescript llvm log lolcode lua magma makefile markdown markup
  mata matlab maxscript mel metafont mizar mongodb monkey moonscript n1ql n4js nand2tetris-hdl naniscript nasm neon nevod nginx nim nix
  nsis objectivec ocaml odin openqasm oz parigp parser pascal pascaligo pcaxis peoplecode perl php plant-uml plsql powerquery
  powershell processing prolog promql properties protobuf psl puppet pure purebasic purescript python q qml qore qsharp r racket
  reason regex rego renpy rescript rest rip roboconf robotframework ruby rust sas sass scala scheme scss shell-session smali smalltalk
  smarty sml solidity solution-file soy sparql splunk-spl sqf sql squirrel stan stata stylus supercollider swift systemd t4-cs
  t4-templating t4-vb tap tcl textile toml tremor tsx tt2 turtle twig typescript typoscript unrealscript uorazor uri v vala vbnet velocity
  verilog vhdl vim visual-basic warpscript wasm web-idl wgsl wiki wolfram wren xeora xojo xquery yaml yang zig
`.trim().split(/\s+/))

/** Other names; a language that has no grammar stands under the one that looks most like it. */
const aliases: readonly (readonly [name: string, words: string])[] = [
  ['antlr4', 'g4'],
  ['apacheconf', 'htaccess apache'],
  ['arduino', 'ino'],
  ['armasm', 'arm-asm'],
  ['arturo', 'art'],
  ['asciidoc', 'adoc'],
  ['avisynth', 'avs'],
  ['avro-idl', 'avdl'],
  ['awk', 'gawk'],
  ['bash', 'sh shell zsh fish ksh'],
  ['batch', 'bat cmd'],
  ['bbcode', 'shortcode'],
  ['bnf', 'rbnf'],
  ['bsl', 'oscript'],
  ['c', 'h opencl'],
  ['cfscript', 'cfc'],
  ['clojure', 'clj edn'],
  ['cmake', 'cmakelists'],
  ['coffeescript', 'coffee'],
  ['concurnas', 'conc'],
  ['cpp', 'c++ cc hpp'],
  ['csharp', 'cs dotnet c#'],
  ['cshtml', 'razor'],
  ['diff', 'patch'],
  ['django', 'jinja2 jinja j2 njk'],
  ['dns-zone-file', 'dns-zone'],
  ['docker', 'dockerfile containerfile'],
  ['dot', 'gv'],
  ['ejs', 'eta'],
  ['elixir', 'ex exs'],
  ['erlang', 'erl'],
  ['excel-formula', 'xls xlsx'],
  ['fsharp', 'f# fs'],
  ['gettext', 'po'],
  ['gherkin', 'feature cucumber'],
  ['gml', 'gamemakerlanguage'],
  ['gn', 'gni'],
  ['go', 'golang'],
  ['go-module', 'go-mod'],
  ['graphql', 'gql'],
  ['handlebars', 'hbs mustache'],
  ['haskell', 'hs'],
  ['hcl', 'tf terraform'],
  ['idris', 'idr'],
  ['ignore', 'gitignore hgignore npmignore'],
  ['ini', 'conf cfg'],
  ['javascript', 'js mjs cjs node'],
  ['json', 'webmanifest tsconfig jsonl ndjson geojson ipynb avsc'],
  ['json5', 'jsonc hjson'],
  ['kotlin', 'kt kts'],
  ['kumir', 'kum'],
  ['kusto', 'kql'],
  ['latex', 'tex'],
  ['lilypond', 'ly'],
  ['linker-script', 'ld'],
  ['lisp', 'elisp emacs emacs-lisp common-lisp cl'],
  ['makefile', 'make mk'],
  ['markdown', 'md mdx'],
  ['markup', 'atom html mathml rss ssml svg xml vue svelte astro xhtml plist'],
  ['matlab', 'octave'],
  ['moonscript', 'moon'],
  ['n4js', 'n4jsd'],
  ['naniscript', 'nani'],
  ['nasm', 'asm assembly'],
  ['nginx', 'nginxconf'],
  ['objectivec', 'objc objective-c obj-c'],
  ['ocaml', 'ml'],
  ['openqasm', 'qasm'],
  ['pascal', 'objectpascal'],
  ['pcaxis', 'px'],
  ['peoplecode', 'pcode'],
  ['perl', 'pl'],
  ['plant-uml', 'plantuml puml'],
  ['powerquery', 'mscript pq'],
  ['powershell', 'ps1 pwsh'],
  ['promql', 'logql'],
  ['properties', 'env dotenv'],
  ['protobuf', 'proto proto3'],
  ['purebasic', 'pbfasm'],
  ['purescript', 'purs'],
  ['python', 'py python3 py3'],
  ['qsharp', 'qs'],
  ['racket', 'rkt'],
  ['renpy', 'rpy'],
  ['rescript', 'res'],
  ['robotframework', 'robot'],
  ['ruby', 'rb'],
  ['rust', 'rs'],
  ['shell-session', 'sh-session shellsession console terminal'],
  ['sml', 'smlnj'],
  ['solidity', 'sol'],
  ['solution-file', 'sln'],
  ['sparql', 'rq'],
  ['splunk-spl', 'spl'],
  ['sql', 'postgres postgresql psql mysql sqlite tsql cql'],
  ['supercollider', 'sclang'],
  ['systemd', 'service unit'],
  ['t4-cs', 't4'],
  ['tremor', 'trickle troy'],
  ['turtle', 'trig'],
  ['typescript', 'ts mts cts'],
  ['unrealscript', 'uc uscript'],
  ['uri', 'url'],
  ['verilog', 'sv systemverilog'],
  ['vim', 'vimscript viml'],
  ['visual-basic', 'vb vba'],
  ['web-idl', 'webidl'],
  ['wolfram', 'mathematica nb wl'],
  ['xeora', 'xeoracube'],
  ['yaml', 'yml dockercompose docker-compose compose k8s kubernetes helm openapi ansible']
]

const byAlias = new Map(aliases.flatMap(([name, words]) => words.split(' ').map((word) => [word, name] as const)))

/**
 * The grammar for the word after a fence, in lower case.
 *
 * @returns Name of a module of `refractor`; nothing for a language that has none.
 */
export function grammarOf(language: string): string | undefined {
  return byAlias.get(language) ?? (names.has(language) ? language : undefined)
}

/** Every word that names a language. */
export function languageNames(): string[] {
  return [...names, ...byAlias.keys()]
}
