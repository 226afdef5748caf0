import type {DiagramModel, Drawing, DrawingFailure} from '../model.ts'
import {limits} from './config.ts'
import {failureOf} from './failure.ts'
import type {Renderer} from './mermaid.ts'
import {extract} from './model/extract.ts'
import {finish} from './svg/finish.ts'
import {parseSvg} from './svg/parse.ts'
import type {Element} from './svg/tree.ts'
import {type Marked, markLinks} from './wiki.ts'

/**
 * Draw one diagram.
 *
 * Never throws for what an author wrote: that comes back as a failure.
 */
export async function renderDiagram(source: string, renderer: Renderer): Promise<Drawing | DrawingFailure> {
  const text = source.replace(/\r\n?/g, '\n')
  if (text.length > limits.characters) {
    return {ok: false, message: `The diagram has ${text.length} characters; the most that is drawn is ${limits.characters}. Split it.`}
  }
  const bare = markLinks(text, false)
  let model: DiagramModel | undefined
  try {
    const {type, db} = await renderer.parse(bare.source)
    model = extract(type, db)
    return await draw(bare, markLinks(text, true), {renderer, model})
  } catch (error) {
    return {...failureOf(error, text), ...(model && {model})}
  }
}

interface Drawn {
  readonly renderer: Renderer
  readonly model: DiagramModel
}

async function draw(bare: Marked, marked: Marked, {renderer, model}: Drawn): Promise<Drawing> {
  const unmarked = marked.references.length > 0 && !(await accepts(renderer, marked.source))
  const {source, references} = unmarked ? bare : marked
  const light = await svgOf(renderer, source, 'light')
  const dark = async (): Promise<Element> => svgOf(renderer, source, 'dark')
  return finish(light, dark, {model, references, unmarked})
}

/** Whether a grammar takes the marks of links. */
async function accepts(renderer: Renderer, source: string): Promise<boolean> {
  try {
    await renderer.parse(source)
    return true
  } catch {
    return false
  }
}

async function svgOf(renderer: Renderer, source: string, theme: 'light' | 'dark'): Promise<Element> {
  const svg = parseSvg(await renderer.render(source, theme))
  if (!svg) throw new Error('Mermaid drew nothing.')
  return svg
}
