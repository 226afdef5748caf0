// Blocking and small, so that no page flashes in the wrong theme or size. Without it the page follows the system.
;(() => {
  const root = document.documentElement
  // What a reader likes (src/client/settings.ts): attributes of the root element.
  const settings = ['size', 'focus', 'keys', 'previews', 'panes']
  const like = () => {
    try {
      const kept = JSON.parse(localStorage.getItem('trellis.settings') ?? '{}')
      for (const name of settings) {
        if (/^[a-z]{1,3}$/.test(kept?.[name] ?? '')) root.dataset[name] = kept[name]
        else delete root.dataset[name]
      }
    } catch {
      // Nothing that can be read is kept: the defaults hold.
    }
  }
  const key = 'trellis.theme'
  // The author's choice for who made none.
  const first = root.dataset.theme ?? 'system'
  const themes = ['system', 'light', 'dark']
  const read = () => {
    try {
      const kept = localStorage.getItem(key)
      return themes.includes(kept) ? kept : first
    } catch {
      return first
    }
  }
  const show = (theme) => {
    if (theme === 'system') delete root.dataset.theme
    else root.dataset.theme = theme
    const radio = document.getElementById(`theme-${theme}`)
    if (radio) radio.checked = true
  }
  const keep = (theme) => {
    try {
      localStorage.setItem(key, theme)
    } catch {
      // Storage may be forbidden; the choice then lasts as long as the page.
    }
    show(theme)
  }

  try {
    // A tree that was put away must not be seen for a moment; the switch takes this over (client/shelf.ts).
    if (localStorage.getItem('trellis.tree') === 'away') root.dataset.tree = 'away'
  } catch {
    // Without storage nothing was put away.
  }
  const both = () => {
    show(read())
    like()
  }

  both()
  addEventListener('storage', both)
  addEventListener('pageshow', both)
  addEventListener('DOMContentLoaded', () => {
    show(read())
    for (const radio of document.getElementsByName('theme')) radio.addEventListener('change', () => keep(radio.value))
    const next = document.querySelector('[data-theme-next]')
    if (!next) return
    next.hidden = false
    next.addEventListener('click', () => {
      const dark = matchMedia('(prefers-color-scheme: dark)').matches
      const order = dark ? ['system', 'light', 'dark'] : ['system', 'dark', 'light']
      const chosen = root.dataset.theme ?? 'system'
      keep(order[(order.indexOf(chosen) + 1) % order.length])
    })
  })
})()
