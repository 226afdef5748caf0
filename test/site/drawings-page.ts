/** One page with all drawings of the parity corpus, dressed by the site's own sheets, under a policy as strict as the site's. */
import {createHash} from 'node:crypto'
import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {strings} from '../../src/components/strings.ts'
import {nameOf} from '../../src/garden/diagram-text.ts'
import type {Drawing} from '../../src/garden/model.ts'
import {drawnCorpus} from '../corpus.ts'
import {faces} from './mermaid-page.ts'
import {root} from './support.ts'

const styles = join(root, 'src', 'styles')

/** All sheets of the site, its faces with files inside. */
function sheets(): string {
  const index = readFileSync(join(styles, 'index.css'), 'utf8')
  const names = [...index.matchAll(/@import '\.\/([\w-]+)\.css'/g)].map(([, name = '']) => name)
  return names.map((name) => (name === 'faces' ? faces : readFileSync(join(styles, `${name}.css`), 'utf8'))).join('\n')
}

/** A drawing with its holes filled: ids get its name before them, what authors linked leads somewhere. */
function filled(drawing: Drawing, name: string): string {
  const {svg, links} = drawing
  const called = nameOf(drawing, strings('en').body.diagram)
  return svg.html.replace(/\0(\d+)\0/g, (_, index) => {
    const hole = svg.holes[Number(index)]
    if (hole?.kind === 'id') return `${name}-${hole.id}`
    if (hole?.kind === 'name') return called
    const link = hole?.kind === 'link' || hole?.kind === 'end' ? links[hole.index] : undefined
    if (!link || link.automatic) return ''
    return hole?.kind === 'link' ? `<a class="internal-link" href="#${name}">` : '</a>'
  })
}

/** HTML of the page; each drawing stands in a figure whose id is its name. */
export async function drawingsPage(): Promise<string> {
  const figures = [...(await drawnCorpus())].map(([name, drawing]) => {
    if (!drawing.ok) throw new Error(`${name}: ${drawing.message}`)
    return `<figure class="plate" id="${name}"><div class="view">${filled(drawing, name)}</div></figure>`
  })
  const css = sheets()
  const policy = `default-src 'none'; font-src data:; style-src 'sha256-${createHash('sha256').update(css).digest('base64')}'`
  return (
    `<!doctype html><html lang="en"><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${policy}">` +
    `<title>Drawings</title><style>${css}</style><main>${figures.join('\n')}</main>`
  )
}
