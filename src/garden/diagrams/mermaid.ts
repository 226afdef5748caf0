import {config} from './config.ts'
import {seedRandom, stopClock} from './dom/fixed.ts'
import {openFont} from './dom/font.ts'
import {openLayout} from './dom/layout.ts'
import {quickenMermaid} from './dom/quicken.ts'
import {installWindow} from './dom/window.ts'
import type {Theme} from './palette.ts'

export interface Renderer {
  /** Mermaid's own parser: the type and the database of a diagram. Throws what mermaid throws. */
  parse(source: string): Promise<{type: string; db: unknown}>
  /** Draw a diagram as mermaid does, nothing cleaned. Throws what mermaid throws. */
  render(source: string, theme: Theme): Promise<string>
}

/**
 * Load mermaid into this thread.
 *
 * Changes `globalThis`, for good: to be called in a worker thread only, once.
 */
export async function openRenderer(fontFile: string): Promise<Renderer> {
  const layout = openLayout(await openFont(fontFile))
  stopClock()
  quickenMermaid()
  const document = installWindow(layout)
  const {default: mermaid} = await import('mermaid')
  let current: Theme | undefined
  // To set the configuration costs more than some diagrams; to go back to it does not.
  const prepare = (source: string, theme: Theme): void => {
    seedRandom(source)
    if (theme === current) mermaid.mermaidAPI.reset()
    else mermaid.initialize(config(theme))
    current = theme
  }
  return {
    async parse(source) {
      prepare(source, 'light')
      const {type, db} = await mermaid.mermaidAPI.getDiagramFromText(source)
      return {type, db}
    },
    async render(source, theme) {
      layout.reset()
      prepare(source, theme)
      try {
        return (await mermaid.render('m', source)).svg
      } finally {
        document.body.replaceChildren()
      }
    }
  }
}
