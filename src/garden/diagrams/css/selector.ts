/** How a tree is read by {@link matches}: linkedom's elements and our own trees both can be. */
export interface Reader<Element> {
  name(element: Element): string
  attribute(element: Element, name: string): string | undefined
  parent(element: Element): Element | undefined
  /** The element before it among its siblings. */
  previous(element: Element): Element | undefined
}

/** A selector, as far as mermaid's own style sheets go. */
export interface Selector {
  /** From left to right; each with how it relates to the one before. */
  readonly steps: readonly Step[]
  readonly specificity: number
}

interface Step {
  readonly relation: ' ' | '>' | '+' | '~'
  readonly tests: readonly Test[]
}

interface Test {
  readonly kind: 'name' | 'id' | 'class' | 'attribute' | 'pseudo'
  readonly name: string
  /** Of attributes: `=`, `^=`, `*=`, `$=`, `~=`, or none for presence. */
  readonly operator: string
  readonly value: string
}

const token = /([ >+~]+)|([.#:]?)([\w-]+|\*)|\[([\w:-]+)(?:([~^*$]?=)["']?([^"'\]]*)["']?)?\]/y
const weight = {id: 10_000, class: 100, attribute: 100, pseudo: 100, name: 1}
const sigils = new Map<string, Test['kind']>([['.', 'class'], ['#', 'id'], [':', 'pseudo'], ['', 'name']])

/** Read a selector; `undefined` when it holds something that mermaid does not need (`:hover`, `::after`, `:root`). */
export function parseSelector(text: string): Selector | undefined {
  const steps: {relation: Step['relation']; tests: Test[]}[] = [{relation: ' ', tests: []}]
  const source = text.trim().replace(/\s+/g, ' ')
  token.lastIndex = 0
  let at = 0
  while (at < source.length) {
    const match = token.exec(source)
    if (!match) return undefined
    at = token.lastIndex
    const [, relation] = match
    const test = relation === undefined ? testOf(match) : undefined
    if (relation !== undefined) steps.push({relation: relationOf(relation), tests: []})
    else if (!test) return undefined
    else if (test.name !== '*') steps.at(-1)?.tests.push(test)
  }
  const specificity = steps.flatMap((step) => step.tests).reduce((sum, test) => sum + weight[test.kind], 0)
  return {steps, specificity}
}

/** What one token asks of an element; `undefined` for what is not known. */
function testOf([, , sigil = '', name = '', attribute, operator = '', value = '']: RegExpExecArray): Test | undefined {
  if (attribute !== undefined) return {kind: 'attribute', name: attribute, operator, value}
  if (sigil === ':' && name !== 'first-child') return undefined
  return {kind: sigils.get(sigil) ?? 'name', name, operator: '', value: ''}
}

function relationOf(text: string): Step['relation'] {
  if (text.includes('>')) return '>'
  if (text.includes('+')) return '+'
  return text.includes('~') ? '~' : ' '
}

/** Whether a selector selects an element. */
export function matches<Element>(selector: Selector, element: Element, reader: Reader<Element>): boolean {
  const holds = (index: number, at: Element): boolean => {
    const step = selector.steps[index]
    if (!step?.tests.every((test) => passes(test, at, reader))) return false
    return index === 0 || related(step.relation, at, reader).some((other) => holds(index - 1, other))
  }
  return holds(selector.steps.length - 1, element)
}

/** The elements that stand in a relation to one, the nearest first. */
function related<Element>(relation: Step['relation'], element: Element, reader: Reader<Element>): Element[] {
  const next = relation === ' ' || relation === '>' ? reader.parent : reader.previous
  const found: Element[] = []
  for (let other = next(element); other !== undefined; other = next(other)) {
    found.push(other)
    if (relation === '>' || relation === '+') break
  }
  return found
}

function passes<Element>(test: Test, element: Element, reader: Reader<Element>): boolean {
  if (test.kind === 'name') return reader.name(element) === test.name
  if (test.kind === 'id') return reader.attribute(element, 'id') === test.name
  if (test.kind === 'class') return ` ${reader.attribute(element, 'class') ?? ''} `.includes(` ${test.name} `)
  if (test.kind === 'pseudo') return reader.previous(element) === undefined
  const value = reader.attribute(element, test.name)
  if (value === undefined) return false
  if (test.operator === '') return true
  if (test.operator === '^=') return value.startsWith(test.value)
  if (test.operator === '$=') return value.endsWith(test.value)
  if (test.operator === '*=') return value.includes(test.value)
  return test.operator === '~=' ? ` ${value} `.includes(` ${test.value} `) : value === test.value
}
