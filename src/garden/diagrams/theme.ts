import {grounds, ink, lines, type Theme, type Token} from './palette.ts'

/** Mermaid's theme variables by the token that they take; every one that could show is named, or mermaid mixes its own. */
const variables: Partial<Record<Token, string>> = {
  '--dia-ground': `background edgeLabelBackground labelBackgroundColor relationLabelBackground compositeBackground altSectionBkgColor
    attributeBackgroundColorOdd rowOdd pieStrokeColor emUiFill`,
  '--dia-shape': `primaryColor mainBkg nodeBkg actorBkg stateBkg personBkg requirementBackground taskBkgColor`,
  '--dia-group': `tertiaryColor clusterBkg labelBoxBkgColor sectionBkgColor altBackground compositeTitleBackground
    attributeBackgroundColorEven rowEven commitLabelBackground excludeBkgColor`,
  '--dia-note': `noteBkgColor tagLabelBackground errorBkgColor`,
  '--dia-outline': `primaryBorderColor nodeBorder actorBorder taskBorderColor activeTaskBorderColor personBorder requirementBorderColor
    specialStateColor innerEndBackground quadrantPointFill`,
  '--dia-line': `lineColor defaultLinkColor arrowheadColor signalColor transitionColor relationColor archEdgeColor archEdgeArrowColor commitLineColor`,
  '--ink': `primaryTextColor secondaryTextColor tertiaryTextColor textColor nodeTextColor titleColor actorTextColor signalTextColor labelTextColor
    loopTextColor taskTextColor taskTextDarkColor taskTextLightColor taskTextOutsideColor labelColor stateLabelColor classText
    requirementTextColor pieTitleTextColor pieSectionTextColor pieLegendTextColor quadrant1TextFill quadrant2TextFill
    quadrant3TextFill quadrant4TextFill quadrantTitleFill tagLabelColor vennTitleTextColor vennSetTextColor`,
  '--ink-2': `noteTextColor transitionLabelColor relationLabelColor quadrantPointTextFill quadrantXAxisTextFill quadrantYAxisTextFill commitLabelColor`,
  '--ink-3': `emUiStroke emProcessorStroke emReadModelStroke emCommandStroke emEventStroke pieOuterStrokeColor activationBorderColor
    quadrantExternalBorderStrokeFill doneTaskBorderColor`,
  '--rule': `gridColor quadrantInternalBorderStrokeFill`,
  '--rule-2': `secondaryBorderColor tertiaryBorderColor clusterBorder labelBoxBorderColor actorLineColor noteBorderColor archGroupBorderColor
    compositeBorder tagLabelBorder`,
  '--rubric': `critBorderColor todayLineColor vertLineColor wardleyEvolutionColor taskTextClickableColor errorTextColor`,
  '--rubric-wash': `critBkgColor activeTaskBkgColor`,
  '--dia-1': `secondaryColor sectionBkgColor2 activationBkgColor doneTaskBkgColor`,
  '--dia-2': `emReadModelFill`,
  '--dia-3': `emEventFill`,
  '--dia-4': `emCommandFill`,
  '--dia-5': `emProcessorFill`
}

/** Theme variables for one of the two renders. */
export function themeVariables(theme: Theme, font: string): Record<string, unknown> {
  const values: Record<string, unknown> = {darkMode: theme === 'dark', fontFamily: font, fontSize: '14px', pieOpacity: '1', ...charts(theme)}
  for (const token of tokensOf(variables)) {
    for (const name of (variables[token] ?? '').split(/\s+/).filter(Boolean)) values[name] = ink(token, theme)
  }
  for (const [name, value] of numbered(theme)) values[name] = value
  return {...values, sequenceNumberColor: ink('--dia-ground', theme)}
}

function tokensOf(table: Partial<Record<Token, string>>): Token[] {
  return Object.keys(table).filter((name): name is Token => name in table)
}

/** The variables that mermaid counts: `cScale3`, `pie4`, `git0` … */
function numbered(theme: Theme): [name: string, value: string][] {
  const found: [string, string][] = []
  for (let index = 0; index < 12; index++) {
    const ground = ink(grounds[index % grounds.length] ?? '--dia-1', theme)
    const line = ink(lines[index % lines.length] ?? '--dia-a', theme)
    found.push([`cScale${index}`, ground], [`cScaleLabel${index}`, ink('--ink', theme)])
    found.push([`cScaleInv${index}`, ink('--rule-2', theme)], [`cScalePeer${index}`, ink('--rule-2', theme)])
    found.push([`pie${index + 1}`, ground], [`fillType${index}`, ground], [`venn${index + 1}`, line])
    found.push([`git${index}`, line], [`gitInv${index}`, ink('--ink', theme)])
    found.push([`gitBranchLabel${index}`, ink('--dia-ground', theme)])
    if (index < 4) found.push([`quadrant${index + 1}Fill`, ground])
  }
  return found
}

function charts(theme: Theme): Record<string, unknown> {
  const [text, quiet, rule, crit] = [ink('--ink', theme), ink('--ink-3', theme), ink('--rule-2', theme), ink('--rubric', theme)]
  const axis = (name: string): [string, string][] => [
    [`${name}TitleColor`, text], [`${name}LabelColor`, text], [`${name}TickColor`, quiet], [`${name}LineColor`, quiet]
  ]
  return {
    xyChart: {
      backgroundColor: ink('--dia-ground', theme),
      titleColor: text,
      dataLabelColor: text,
      plotColorPalette: lines.map((token) => ink(token, theme)).join(','),
      ...Object.fromEntries([...axis('xAxis'), ...axis('yAxis')])
    },
    radar: {axisColor: quiet, graticuleColor: rule, graticuleOpacity: 0.12, curveOpacity: 0.3, axisLabelFontSize: 12},
    packet: {
      startByteColor: quiet, endByteColor: quiet, labelColor: text, titleColor: text,
      blockStrokeColor: ink('--dia-outline', theme), blockFillColor: ink('--dia-shape', theme)
    },
    treeView: {labelColor: text, lineColor: quiet},
    cynefin: {
      cliffColor: crit, complexBg: ink('--dia-2', theme), complicatedBg: ink('--dia-4', theme), chaoticBg: ink('--dia-3', theme),
      clearBg: ink('--dia-6', theme), confusionBg: ink('--dia-5', theme)
    }
  }
}
