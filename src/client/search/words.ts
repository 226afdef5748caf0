/** Words as the index writes them, and words that mean the same. */

/** A word as the index has it: small letters without accents and marks, `max.poll.interval.ms` as one word; `C++` stays itself. */
export function plain(text: string): string {
  return text.normalize('NFKD').replace(/[^\p{L}\p{N}_+#]+/gu, '').toLowerCase()
}

/** The parts of a word as engineers write them: `kube-proxy`, `maxReceiveCount`, `/healthz`, `HTTPRoute`. */
export function partsOf(text: string): string[] {
  const apart = text.replace(/(\p{Ll}|\p{N})(\p{Lu})/gu, '$1 $2').replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1 $2')
  return apart.split(/[^\p{L}\p{M}\p{N}]+/u).map(plain).filter((part) => part !== '')
}

/** Words of a name: `CI/CD` is two, `Resilience4j` is one. */
export function nameWords(name: string): string[] {
  return name.split(/[^\p{L}\p{M}\p{N}_'+#]+/u).map(plain).filter((word) => word !== '')
}

/** Words of a language's grammar: they say nothing of what is looked for beside others. */
const grammar = new Map([
  [
    'en',
    'a about all also am an and any are as at be because been before being but by can could did do does doing done each else even ever few for from get gets give given go goes going got had has have having he her here his how i if in into is it its just know let like many may me might more most much must my need needs no not now of off on once one only or other our out over own please same say she should shows so some somebody someone something still such than that the their them then there these they thing things this those through to too up us use used using very want was way we well were what when where whether which while who whom whose why will with without would you your'
  ],
  [
    'de',
    'aber alle als also am an auch auf aus bei bin bis da damit dann das dass dem den der des die dies diese dieser dieses doch du durch ein eine einem einen einer eines er es etwas für gegen hat haben hier ich ihr im in ist ja kann kein keine man mehr mein mich mir mit muss nach nicht noch nur ob oder ohne sehr sein seine sich sie sind so über um und uns unter vom von vor war warum was wie wir wird wo zu zum zur zwischen'
  ]
])

const sets = new Map([...grammar].map(([lang, words]) => [lang, new Set(words.split(' ').map(plain))]))

/** Whether a word only holds others together. */
export function isGrammar(word: string, lang: string): boolean {
  return sets.get(languageOf(lang))?.has(word) ?? false
}

function languageOf(lang: string): string {
  return lang.toLowerCase().split('-', 1)[0] ?? ''
}

/** British and American endings and words, both ways. */
const spellings: readonly (readonly [british: RegExp, american: string, back: RegExp, britishAgain: string])[] = [
  [/(\p{L}{2})ouri?/u, '$1or', /(\p{L}{2})or(?=s?$|al|able|ed|ing|ite)/u, '$1our'],
  [/is(?=e[ds]?$|ing$|ation)/u, 'iz', /iz(?=e[ds]?$|ing$|ation)/u, 'is'],
  [/ys(?=e[ds]?$|ing$)/u, 'yz', /yz(?=e[ds]?$|ing$)/u, 'ys'],
  [/(\p{L}{2}[bt])re(?=s?$)/u, '$1er', /(cent|fib|met|theat|lit)er(?=s?$)/u, '$1re'],
  [/ogue(?=s?$)/u, 'og', /(catal|dial|anal)og(?=s?$)/u, '$1ogue'],
  [/ll(?=ed$|ing$|er)/u, 'l', /([aeo])l(?=ed$|ing$|er)/u, '$1ll'],
  [/(def|lic)ence/u, '$1ense', /(def|lic)ense/u, '$1ence'],
  [/artefact/u, 'artifact', /artifact/u, 'artefact'],
  [/^grey/u, 'gray', /^gray/u, 'grey'],
  [/^programme(?=s?$)/u, 'program', /^program(?=s?$)/u, 'programme']
]

/** German as it is typed where the keys for it are missing, `Strasse`, `Fussgaenger`, and back where a word tells. The index has no marks: `fußganger`. */
function germanSpellings(word: string): string[] {
  return [word, word.replace(/([aou])e/gu, '$1')].flatMap((each) => [each, each.replaceAll('ss', 'ß'), each.replaceAll('ß', 'ss')])
}

/** Other spellings of a word that are worth a look: of English, which engineers write in every language, and of the site's own. */
export function otherSpellings(word: string, lang: string): string[] {
  const english = spellings.flatMap(([british, american, back, again]) => [word.replace(british, american), word.replace(back, again)])
  const found = languageOf(lang) === 'de' ? [...english, ...germanSpellings(word)] : english
  return [...new Set(found)].filter((other) => other !== word)
}

/** Endings that leave the meaning, longest first. */
const endings: readonly (readonly [RegExp, string])[] = [
  [/(\p{L}{4,})(?:ization|isation)s?$/u, '$1iz'],
  [/(\p{L}{3,}[st])ions?$/u, '$1'],
  [/(\p{L}{4,})ments?$/u, '$1'],
  [/(\p{L}{4,})ness$/u, '$1'],
  [/(\p{L}{2,})ies$/u, '$1y'],
  [/(ss|sh|ch|x)es$/u, '$1'],
  [/(\p{L}{2,}[^su])s$/u, '$1'],
  [/(\p{L}*[aeiouy]\p{L}*)(?:ing|ed)$/u, '$1'],
  [/(\p{L}{4,})ly$/u, '$1']
]

/** What forms of one English word share: `retry`, `retries`, `retried`. Other languages keep their words. */
export function stem(word: string, lang: string): string {
  if (languageOf(lang) !== 'en' || word.length < 4 || !/^\p{L}+$/u.test(word)) return word
  const cut = endings.reduce((text, [ending, rest]) => (text.length > 3 ? text.replace(ending, rest) : text), word)
  // `stopping` and `stopped` lose a letter, `retried` and `caching` get theirs back.
  return cut.replace(/([bdfgmnprt])\1$/u, '$1').replace(/(?<=\p{L}{2})e$/u, '').replace(/(?<=\p{L}{2})i$/u, 'y')
}

/** The beginning that all forms of a word share. */
export function beginning(word: string, lang: string): string {
  const short = stem(word, lang)
  const end = short.endsWith('y') ? short.slice(0, -1) : short
  return word.startsWith(end) ? end : word
}
