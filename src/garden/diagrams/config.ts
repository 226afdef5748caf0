import type {MermaidConfig} from 'mermaid'
import {ink, type Theme, type Token} from './palette.ts'
import {themeVariables} from './theme.ts'

/** The most that a diagram may hold; no diagram can raise it. */
export const limits = {characters: 50_000, edges: 500}

/** The face that is measured with and shown with. */
const font = 'Inter'

/** What a diagram's own `%%{init}%%` or front matter may not set: safety, limits, and everything that the site's style decides. */
const secure = [
  'secure', 'securityLevel', 'startOnLoad', 'maxTextSize', 'maxEdges', 'suppressErrorRendering', 'htmlLabels', 'fontFamily', 'altFontFamily', 'fontSize',
  'themeCSS', 'theme', 'themeVariables', 'darkMode', 'deterministicIds', 'deterministicIDSeed', 'handDrawnSeed', 'logLevel', 'arrowMarkerAbsolute',
  'dompurifyConfig', 'legacyMathML', 'forceLegacyMathML', 'wrap'
]

/** Mermaid's settings for one render. */
export function config(theme: Theme): MermaidConfig {
  return {
    startOnLoad: false,
    securityLevel: 'strict',
    deterministicIds: true,
    handDrawnSeed: 1,
    suppressErrorRendering: true,
    // Above all levels: mermaid keeps quiet.
    logLevel: 5,
    theme: 'base',
    look: 'classic',
    fontFamily: font,
    altFontFamily: font,
    fontSize: 14,
    themeVariables: themeVariables(theme, font),
    themeCSS: weights,
    maxTextSize: limits.characters,
    maxEdges: limits.edges,
    secure,
    // Boxes hardly wider than their words: drawings are narrower, and so shown larger, than with mermaid's own measures. Lines
    // break where authors break them, unless they are very long.
    flowchart: {minNodeWidth: 72, padding: 12, wrappingWidth: 240},
    state: {minNodeWidth: 72, wrappingWidth: 240},
    class: {hideEmptyMembersBox: true},
    sequence: {mirrorActors: false, width: 124, height: 52, actorMargin: 40, actorFontSize: 14, actorFontWeight: 500, noteFontSize: 13, messageFontSize: 13.5, ...fonts(['actor', 'note', 'message'])},
    gantt: {useWidth: 800, fontSize: 13, sectionFontSize: 13, barHeight: 24, barGap: 6, leftPadding: 100},
    gitGraph: {rotateCommitLabel: false},
    journey: {...fonts(['task']), taskFontSize: 13},
    c4: {...fonts([...c4Shapes(), 'boundary', 'message']), ...c4Colours(theme)}
  }
}

/** Weights that `diagram.css` sets, told to mermaid so that it measures with them. */
const weights = `.cluster-label{font-weight:500}`

function fonts(names: readonly string[]): Record<string, string> {
  return Object.fromEntries(names.map((name) => [`${name}FontFamily`, font]))
}

function c4Shapes(): string[] {
  const kinds = ['system', 'container', 'component'].flatMap((kind) => [kind, `${kind}_db`, `${kind}_queue`])
  return ['person', ...kinds].flatMap((kind) => [kind, `external_${kind}`])
}

/** C4 takes its colours from the configuration, not from the theme. */
function c4Colours(theme: Theme): Record<string, string> {
  const grounds: readonly (readonly [start: string, token: Token])[] = [
    ['external', '--dia-group'], ['person', '--dia-1'], ['system', '--dia-4'], ['container', '--dia-shape'], ['component', '--dia-2']
  ]
  return Object.fromEntries(
    c4Shapes().flatMap((shape) => {
      const token = grounds.find(([start]) => shape.startsWith(start))?.[1] ?? '--dia-shape'
      return [[`${shape}_bg_color`, ink(token, theme)], [`${shape}_border_color`, ink('--dia-outline', theme)]]
    })
  )
}
