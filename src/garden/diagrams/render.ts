import type {DiagramModel, Drawing, DrawingFailure} from '../model.ts'
import {limits} from './config.ts'
import {failureOf} from './failure.ts'
import type {Renderer} from './mermaid.ts'
import type {Theme} from './palette.ts'
import {extract} from './model/extract.ts'
import {clicksOf, withClicks} from './svg/clicks.ts'
import {finish} from './svg/finish.ts'
import {parseSvg} from './svg/parse.ts'
import type {Element} from './svg/tree.ts'
import {type Marked, markLinks} from './wiki.ts'

/**
 * Draw one diagram.
 *
 * Never throws for what an author wrote: that comes back as a failure.
 *
 * @param onParsed
 *   Told what the diagram says before it is drawn, which may take too long.
 */
export async function renderDiagram(source: string, renderer: Renderer, onParsed?: (model: DiagramModel) => void): Promise<Drawing | DrawingFailure> {
  const text = source.replace(/\r\n?/g, '\n')
  if (text.length > limits.characters) {
    return {ok: false, message: `The diagram has ${text.length} characters; the most that is drawn is ${limits.characters}. Split it.`}
  }
  const bare = markLinks(text, false)
  let model: DiagramModel | undefined
  try {
    const {type, db} = await renderer.parse(bare.source)
    model = extract(type, db)
    onParsed?.(model)
    return await draw(bare, markLinks(text, true), {renderer, model, clicks: clicksOf(model.type, db, bare.source)})
  } catch (error) {
    return {...failureOf(error, text), ...(model && {model})}
  }
}

interface Drawn {
  readonly renderer: Renderer
  readonly model: DiagramModel
  readonly clicks: ReadonlyMap<string, string>
}

async function draw(bare: Marked, marked: Marked, {renderer, model, clicks}: Drawn): Promise<Drawing> {
  const unmarked = marked.references.length > 0 && !(await accepts(renderer, marked.source))
  const {source, references} = unmarked ? bare : marked
  const themed = async (theme: Theme): Promise<Element> => withClicks(await svgOf(renderer, source, theme), clicks)
  return finish(await themed('light'), () => themed('dark'), {model, references, unmarked})
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

async function svgOf(renderer: Renderer, source: string, theme: Theme): Promise<Element> {
  const svg = parseSvg(await renderer.render(source, theme))
  if (!svg) throw new Error('Mermaid drew nothing.')
  return svg
}
