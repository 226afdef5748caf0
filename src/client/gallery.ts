/** The gallery of diagrams: drawings come as they come into view, and what is sought sorts them out. Without a script it is a list of links. */

/** How far below the window a drawing is fetched already. */
const ahead = '400px'

const cards = [...document.querySelectorAll<HTMLElement>('.gallery > li')]

const observer = new IntersectionObserver(
  (entries) => {
    for (const {isIntersecting, target} of entries) {
      if (!isIntersecting) continue
      observer.unobserve(target)
      void show(target)
    }
  },
  {rootMargin: ahead}
)
for (const card of cards) {
  const frame = card.querySelector('[data-drawing]')
  if (frame) observer.observe(frame)
}

/** Put the drawing of a card into its frame; where it cannot be had, the words stand alone. */
async function show(frame: Element): Promise<void> {
  const address = frame.closest('a')?.href
  const response = await fetch(`${address}drawing.svg`).catch(() => undefined)
  if (!response?.ok) return
  const box = document.createElement('template')
  box.innerHTML = await response.text()
  const drawing = box.content.querySelector('svg')
  if (!drawing) return
  for (const name of ['role', 'aria-label', 'aria-roledescription']) drawing.removeAttribute(name)
  drawing.ariaHidden = 'true'
  frame.append(drawing)
}

const form = document.querySelector<HTMLFormElement>('form.sieve')
if (form) {
  form.hidden = false
  form.addEventListener('submit', (event) => event.preventDefault())
  form.addEventListener('input', () => sift(form))
}

/** Show the cards that have what is asked for, and say how many they are. */
function sift(asked: HTMLFormElement): void {
  const values = new FormData(asked)
  const value = (name: string): string => String(values.get(name) ?? '')
  const words = value('words').toLowerCase().split(/\s+/)
  let count = 0
  for (const card of cards) {
    const {type = '', tags = ''} = card.dataset
    const text = `${card.textContent} ${tags}`.toLowerCase()
    const isTagged = value('tag') === '' || tags.split(' ').includes(value('tag'))
    card.hidden = !((value('type') === '' || type === value('type')) && isTagged && words.every((word) => text.includes(word)))
    if (!card.hidden) count += 1
  }
  const status = asked.querySelector('[role=status]')
  if (status) status.textContent = (asked.dataset['count'] ?? '').replace('{count}', String(count))
}
