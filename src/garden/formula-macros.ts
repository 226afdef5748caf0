/** What MathJax knows and KaTeX does not, as macros of KaTeX (M-16): Obsidian's formulas are written for MathJax. */

import type {Macros} from './syntax/nodes.ts'

const greek = 'alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi pi rho sigma tau upsilon phi chi psi omega varepsilon vartheta varpi varrho varsigma varphi'
const capitals = 'Gamma Delta Theta Lambda Xi Pi Sigma Upsilon Phi Psi Omega'

const upright = Object.fromEntries([...greek.split(' '), ...capitals.split(' ')].map((name) => [`\\up${name}`, `\\${name}`]))

/** Plain TeX's tables, whose rows `\cr` ends. */
const tables = Object.fromEntries(['matrix', 'pmatrix', 'bmatrix', 'vmatrix', 'cases'].map((name) => [`\\${name}`, `\\begin{${name}}#1\\end{${name}}`]))

/** Of a command that says how, and then what, only what. */
const second = '\\@secondoftwo{#1}{#2}'

export const macros: Macros = {
  ...upright,
  ...tables,
  '\\require': '\\@firstoftwo{}{#1}',
  '\\class': second,
  '\\style': second,
  '\\cssId': second,
  '\\enclose': second,
  '\\bbox': '',
  '\\cancelto': '{\\cancel{#2}}^{#1}',
  '\\ohm': '\\Omega',
  '\\celsius': '{}^{\\circ}\\mathrm{C}',
  '\\micro': '\\mathrm{µ}',
  '\\overparen': '\\overgroup{#1}',
  '\\underparen': '\\undergroup{#1}',
  '\\iddots': '\\mathinner{⋰}',
  '\\scr': '\\mathscr',
  '\\centernot': '\\not',
  '\\ketbra': '\\vert{#1}\\rangle\\langle{#2}\\vert',
  '\\hfill': '\\quad',
  '\\hfil': '\\quad'
}

/** A number beside a formula can only stand in a sentence if the formula does not. */
export const inlineMacros: Macros = {...macros, '\\tag': '\\qquad\\text{(#1)}'}
