/**
 * Commands of MathJax, with which Obsidian and Logseq's users write, that KaTeX does not have: each by
 * those that it has. (MathJax documentation, “TeX and LaTeX commands”, “Extensions list”.)
 */

/** A font of unicode-math, by LaTeX's older name for it. */
const fonts: Readonly<Record<string, string>> = {
  up: '\\mathrm{#1}',
  rm: '\\mathrm{#1}',
  it: '\\mathit{#1}',
  bf: '\\mathbf{#1}',
  bfup: '\\mathbf{#1}',
  bfit: '\\boldsymbol{#1}',
  normal: '\\mathnormal{#1}',
  sf: '\\mathsf{#1}',
  sfup: '\\mathsf{#1}',
  sfit: '\\mathsf{#1}',
  bfsf: '\\boldsymbol{\\mathsf{#1}}',
  bfsfup: '\\boldsymbol{\\mathsf{#1}}',
  bfsfit: '\\boldsymbol{\\mathsf{#1}}',
  tt: '\\mathtt{#1}',
  bb: '\\mathbb{#1}',
  cal: '\\mathcal{#1}',
  scr: '\\mathscr{#1}',
  frak: '\\mathfrak{#1}',
  bfcal: '\\boldsymbol{\\mathcal{#1}}',
  bfscr: '\\boldsymbol{\\mathscr{#1}}',
  bffrak: '\\boldsymbol{\\mathfrak{#1}}',
};

/** Those of `\math…` that KaTeX has itself. */
const own = new Set(['rm', 'it', 'bf', 'normal', 'sf', 'tt', 'bb', 'cal', 'scr', 'frak']);

const fontMacros = Object.entries(fonts).flatMap(([name, by]) => [
  [`\\sym${name}`, by] as const,
  ...(own.has(name) ? [] : [[`\\math${name}`, by] as const]),
]);

/** The argument after it is not shown. */
const nothing = '\\@firstoftwo{}';

/** Macros for KaTeX: command → expansion. */
export const mathjaxMacros: Readonly<Record<string, string>> = {
  ...Object.fromEntries(fontMacros),
  '\\mit': '\\mathit',
  '\\scr': '\\mathscr',
  '\\oldstyle': '{}',
  '\\Tiny': '\\tiny',
  '\\require': nothing,
  '\\label': nothing,
  '\\class': '\\@secondoftwo',
  '\\cssId': '\\@secondoftwo',
  '\\style': '\\@secondoftwo',
  '\\toggle': '#1',
  '\\idotsint': '\\int\\!\\cdots\\!\\int',
  '\\iiiint': '\\iint\\!\\!\\iint',
  '\\sideset': '\\mathop{{\\vphantom{#3}}#1#3\\nolimits#2}',
  '\\shoveleft': '{#1}',
  '\\shoveright': '{#1}',
  '\\hfil': '\\quad',
  '\\hfill': '\\quad',
  '\\hfilll': '\\quad',
  '\\strut': '\\vphantom{(}',
  '\\Rule': '\\rule{#1}{#2}\\@firstoftwo{}{#3}',
  '\\iddots': '⋰',
  '\\centernot': '\\not{#1}',
  '\\bracket': '\\left[#1\\right]',
  '\\Vec': '\\overrightarrow{#1}',
  '\\degreeCelsius': '{}^\\circ\\mathrm{C}',
  '\\celsius': '{}^\\circ\\mathrm{C}',
  '\\endtoggle': '',
  '\\mathmakebox': '{#1}',
  '\\cramped': '{#1}',
  '\\Aboxed': '\\boxed{#1}',
  '\\intertext': '\\text{#1}\\\\',
  '\\overunderset': '\\overset{#1}{\\underset{#2}{#3}}',
  '\\underoverset': '\\underset{#1}{\\overset{#2}{#3}}',
  '\\xlongleftarrow': '\\xleftarrow{\\quad #1\\quad}',
  '\\xlongrightarrow': '\\xrightarrow{\\quad #1\\quad}',
  '\\nicefrac': '{}^{#1}\\!/\\!_{#2}',
  '\\sfrac': '{}^{#1}\\!/\\!_{#2}',
  '\\flatfrac': '{#1}/{#2}',
  '\\mathds': '\\mathbb{#1}',
  '\\mathbbm': '\\mathbb{#1}',
  '\\ointop': '\\oint',
  '\\adots': '⋰',
  '\\amp': '\\&',
  '\\textcent': '\\text{¢}',
  '\\micro': '\\text{µ}',
  '\\perthousand': '\\text{‰}',
  '\\overparen': '\\overgroup{#1}',
  '\\underparen': '\\undergroup{#1}',
  '\\ae': '\\text{æ}',
  '\\AE': '\\text{Æ}',
  '\\o': '\\text{ø}',
  '\\O': '\\text{Ø}',
  '\\ss': '\\text{ß}',
  '\\mathtip': '#1\\@firstoftwo{}{#2}',
  '\\texttip': '#1\\@firstoftwo{}{#2}',
  '\\oe': '\\text{œ}',
  '\\AA': '\\text{Å}',
  '\\Coppa': '\\text{Ϙ}',
};
