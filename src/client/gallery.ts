/**
 * The list of diagrams, sorted out by type, subject and words; what is asked for stands in the address.
 * Without a script it is the whole list.
 */

const form = document.querySelector<HTMLFormElement>('form.sieve')
const cards = [...document.querySelectorAll<HTMLElement>('.gallery > li')]
const fields = ['type', 'tag', 'words'] as const

/** Words in the drawings, by their addresses; fetched when words are first sought. */
let drawn: ReadonlyMap<string, unknown> | undefined

if (form) {
  form.hidden = false
  const asked = new URLSearchParams(location.search)
  for (const name of fields) {
    const field = form.elements.namedItem(name)
    if (field instanceof HTMLSelectElement || field instanceof HTMLInputElement) field.value = asked.get(name) ?? ''
    // A type or a subject that there is none of asks for all.
    if (field instanceof HTMLSelectElement && field.selectedIndex < 0) field.value = ''
  }
  form.addEventListener('submit', (event) => event.preventDefault())
  form.addEventListener('input', () => void seek(form))
  if (fields.some((name) => asked.get(name))) void seek(form)
}

async function seek(asked: HTMLFormElement): Promise<void> {
  sift(asked)
  remember(asked)
  if (wanted(asked, 'words') === '' || drawn) return
  drawn = new Map()
  const response = await fetch(asked.dataset['words'] ?? '').catch(() => undefined)
  if (!response?.ok) return
  drawn = new Map(Object.entries(await response.json()))
  sift(asked)
}

function wanted(asked: HTMLFormElement, name: (typeof fields)[number]): string {
  return String(new FormData(asked).get(name) ?? '').trim()
}

/** Show the cards that have what is asked for, and say how many they are. */
function sift(asked: HTMLFormElement): void {
  const [type, tag] = [wanted(asked, 'type'), wanted(asked, 'tag')]
  const words = wanted(asked, 'words').toLowerCase().split(/\s+/)
  let count = 0
  for (const card of cards) {
    const {slug = '', type: its, tags = ''} = card.dataset
    const text = `${card.textContent} ${tags} ${drawn?.get(slug) ?? ''}`.toLowerCase()
    card.hidden = (type !== '' && type !== its) || (tag !== '' && !tags.split(' ').includes(tag)) || !words.every((word) => text.includes(word))
    if (!card.hidden) count += 1
  }
  const status = asked.querySelector('[role=status]')
  const {one = '', many = ''} = asked.dataset
  if (status) status.textContent = (count === 1 ? one : many).replace('{count}', String(count))
}

/** Write what is asked for into the address, so that it can be kept and passed on. */
function remember(asked: HTMLFormElement): void {
  const parameters = new URLSearchParams(fields.flatMap((name) => (wanted(asked, name) === '' ? [] : [[name, wanted(asked, name)]])))
  history.replaceState(history.state, '', `${location.pathname}${parameters.size > 0 ? `?${parameters}` : ''}${location.hash}`)
}
