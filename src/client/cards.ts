/** The quiz: one card at a time, those that are due first; answers are kept with what the reader has read. */

import {type Ask, decksHere, load} from './reading/decks.ts'
import {isDue, withAnswer} from './reading/record.ts'
import {change, reading, today} from './reading/store.ts'

const quiz = document.querySelector<HTMLElement>('.quiz')
const part = (selector: string): HTMLElement => quiz?.querySelector<HTMLElement>(selector) ?? document.body
const button = (name: string): HTMLElement => part(`[data-do=${name}]`)

let asked: readonly Ask[] = []
let queue: Ask[] = []
let isShown = false

/** The day on which the first of the cards comes back. */
function nextDay(): string {
  const {cards} = reading()
  return asked.map(({id}) => cards.get(id)?.due ?? '').sort()[0] ?? ''
}

function say(words: string | undefined): void {
  part('[role=status]').textContent = (words ?? '').replace('{due}', String(queue.length)).replace('{count}', String(asked.length)).replace('{day}', nextDay())
}

function showButtons(): void {
  button('show').hidden = queue.length === 0 || isShown
  button('knew').hidden = button('missed').hidden = queue.length === 0 || !isShown
  button('all').hidden = queue.length > 0
}

async function ask(): Promise<void> {
  const [first] = queue
  isShown = false
  const card = first && (await load(first))
  // A card that cannot be had is passed over; the rest can still be asked.
  if (first && !card) {
    queue.shift()
    return ask()
  }
  say(card ? quiz?.dataset['due'] : quiz?.dataset['done'])
  part('.card').hidden = !card
  part('.answer').hidden = true
  if (card && first) {
    part('.ask-card').replaceChildren(...card.question)
    part('.answer').replaceChildren(...card.answer)
    const link = part('.from a')
    link.setAttribute('href', first.href)
    link.textContent = first.title
  }
  showButtons()
}

function reveal(): void {
  isShown = true
  part('.answer').hidden = false
  showButtons()
  button('knew').focus()
}

/** Take an answer; who did not know is asked again in the same round. */
async function answer(knew: boolean): Promise<void> {
  const card = queue.shift()
  if (!card) return
  change((now) => withAnswer(now, card.id, {knew, today: today()}))
  if (!knew) queue.push(card)
  await ask()
  if (queue.length > 0) button('show').focus()
  else button('all').focus()
}

const deeds = new Map<string, () => void>([
  ['show', reveal],
  ['knew', () => void answer(true)],
  ['missed', () => void answer(false)],
  ['all', () => {
    queue = [...asked]
    void ask()
    button('show').focus()
  }]
])

/** `1` and `2` answer, wherever the focus is in the quiz; Enter and space press what is in focus. */
function onKey({key, ctrlKey, altKey, metaKey}: KeyboardEvent): void {
  if (!isShown || ctrlKey || altKey || metaKey) return
  if (key === '1' || key === '2') void answer(key === '2')
}

async function start(): Promise<void> {
  asked = await decksHere()
  if (!quiz || asked.length === 0) return
  const now = reading()
  queue = asked.filter(({id}) => isDue(now, id, today()))
  quiz.hidden = false
  // With a quiz the list of answers would give them away.
  for (const list of document.querySelectorAll<HTMLElement>('[data-cards]')) list.hidden = true
  await ask()
}

quiz?.addEventListener('click', ({target}) => deeds.get((target instanceof Element && target.closest<HTMLElement>('[data-do]')?.dataset['do']) || '')?.())
quiz?.addEventListener('keydown', onKey)
void start()
