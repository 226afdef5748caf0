/** The page's colours as WebGL needs them, now and whenever the reader changes the theme. */

export interface Theme {
  readonly paper: string
  readonly faint: string
  readonly link: string
  readonly strong: string
  readonly rubric: string
  /** Inks of groups, in their order. */
  readonly inks: readonly string[]
}

const inks = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'].map((letter) => `--ink-${letter}`)

/** Read the colours where an element stands; `light-dark()` and mixes come out as plain numbers. */
export function readTheme(within: HTMLElement): Theme {
  const probe = document.createElement('span')
  probe.hidden = true
  within.append(probe)
  const canvas = document.createElement('canvas').getContext('2d')
  const colour = (value: string): string => {
    probe.style.color = value
    const computed = getComputedStyle(probe).color
    if (!canvas) return computed
    // A canvas says every colour, in whatever space it was written, as `#rrggbb`.
    canvas.fillStyle = computed
    return canvas.fillStyle
  }
  const theme = {
    paper: colour('var(--paper)'),
    faint: colour('var(--ink-3)'),
    link: colour('var(--map-link)'),
    strong: colour('var(--rule-2)'),
    rubric: colour('var(--rubric)'),
    inks: inks.map((name) => colour(`var(${name})`))
  }
  probe.remove()
  return theme
}

/** Call back when the theme changes: by the reader's choice, here or in another tab, or by the system. */
export function onTheme(call: () => void): void {
  const later = (): void => void requestAnimationFrame(call)
  new MutationObserver(later).observe(document.documentElement, {attributes: true, attributeFilter: ['data-theme']})
  for (const query of ['(prefers-color-scheme: dark)', '(prefers-contrast: more)']) matchMedia(query).addEventListener('change', later)
  for (const radio of document.getElementsByName('theme')) radio.addEventListener('change', later)
}

/** Whether the reader wants things to stand still. */
export function isStill(): boolean {
  return matchMedia('(prefers-reduced-motion: reduce)').matches
}
