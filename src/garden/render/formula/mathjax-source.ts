/** Rewrites what MathJax reads and KaTeX does not, where a macro cannot: options, environments, references. */

/** Text of a `\tag` by the `\label` beside it, without brackets. */
export type EquationTags = ReadonlyMap<string, string>;

/** The source in KaTeX's words. A reference without a tag is `???`, as MathJax shows it. */
export function katexSource(source: string, tags: EquationTags): string {
  if (!source.includes('\\')) return source;
  let text = source;
  for (const [pattern, by] of replacements) {
    text = typeof by === 'string' ? text.replace(pattern, by) : text.replace(pattern, by);
  }
  text = withArguments(text, 'eqref', (name) => `\\text{(${tags.get(name.trim()) ?? '???'})}`);
  text = withArguments(text, 'ref', (name) => `\\text{${tags.get(name.trim()) ?? '???'}}`);
  text = withArguments(text, 'bbox', framed);
  text = withArguments(
    text,
    'enclose',
    (kind) => enclosures.get(kind.trim().split(/[\s,]/)[0] ?? '') ?? '',
  );
  text = withArguments(text, 'style', (css) => {
    const colour = /(?:^|;)\s*color\s*:\s*(#[\da-f]{3,6}|[a-z]+)\s*(?:;|$)/i.exec(css)?.[1];
    return colour === undefined ? '' : `\\textcolor{${colour}}`;
  });
  for (const [name, environment] of plainTex) {
    text = withArguments(
      text,
      name,
      (rows) => `\\begin{${environment}}${rows}\\end{${environment}}`,
    );
  }
  return text;
}

const replacements: readonly (readonly [RegExp, string | ((...found: string[]) => string)])[] = [
  [/\\begin\s*\{eqnarray\*?\}/g, '\\begin{darray}{rcl}'],
  [/\\end\s*\{eqnarray\*?\}/g, '\\end{darray}'],
  [/\\(begin|end)\s*\{multline\*?\}/g, '\\$1{gather*}'],
  [/\\(begin|end)\s*\{flalign\*?\}/g, '\\$1{align*}'],
  [/\\begin\s*\{x+alignat\*?\}\s*\{\d+\}/g, '\\begin{align*}'],
  [/\\end\s*\{x+alignat\*?\}/g, '\\end{align*}'],
  [/\\mathmakebox\s*(?:\[[^\]]*\]\s*){1,2}/g, '\\mathmakebox'],
  [/\\(begin|end)\s*\{(?:math|displaymath|subequations)\}/g, ''],
  [/\\DeclareMathOperator\s*(\*?)\s*\{?\s*(\\[a-z]+)\s*\}?\s*\{/gi, '\\gdef$2{\\operatorname$1{'],
  [
    /\\unicode\s*(?:\[[^\]]*\]\s*){0,2}\{\s*(x[\da-f]{1,6}|\d{1,7})\s*\}/gi,
    (_, code = '') => character(code),
  ],
  [/\\root\s*(\{[^{}]*\}|[^\\{}\s])\s*\\of\s*/g, (_, degree = '') => `\\sqrt[${degree}]`],
  [/\\buildrel\s*(.+?)\s*\\over\s*(\{[^{}]*\}|\\[a-z]+|\S)/gi, '\\overset{$1}{$2}'],
];

/** `\DeclareMathOperator` opens one brace more than it is written with. */
export function closeOperators(text: string): string {
  return text.replace(
    /(\\gdef\\[a-z]+\{\\operatorname\*?\{(?:[^{}]|\{[^{}]*\})*\})(?!\})/gi,
    '$1}',
  );
}

function character(code: string): string {
  const number = /^x/i.test(code) ? Number.parseInt(code.slice(1), 16) : Number(code);
  return number > 31 && number <= 0x10ffff ? `\\text{${String.fromCodePoint(number)}}` : '';
}

const enclosures = new Map([
  ['box', '\\boxed'],
  ['roundedbox', '\\boxed'],
  ['circle', '\\boxed'],
  ['horizontalstrike', '\\sout'],
  ['updiagonalstrike', '\\cancel'],
  ['downdiagonalstrike', '\\bcancel'],
  ['top', '\\overline'],
  ['bottom', '\\underline'],
  ['phasorangle', '\\phase'],
  ['actuarial', '\\angl'],
]);

/** Commands of plain TeX whose rows stand in braces. */
const plainTex = [
  ['matrix', 'matrix'],
  ['pmatrix', 'pmatrix'],
  ['cases', 'cases'],
  ['eqalign', 'aligned'],
  ['displaylines', 'gathered'],
] as const;

function framed(content: string, options: string): string {
  const colour = options
    .split(',')
    .map((each) => each.trim())
    .find((each) => /^(?:#[\da-f]{3,6}|[a-z]{3,})$/i.test(each) && each !== 'border');
  const inner =
    colour === undefined ? content : `\\colorbox{${colour}}{$\\displaystyle ${content}$}`;
  return /border/i.test(options) ? `\\boxed{${inner}}` : `{${inner}}`;
}

/** Each `\name[options]{content}` as `write` gives it; what has no braces stays. */
function withArguments(
  text: string,
  name: string,
  write: (content: string, options: string) => string,
): string {
  const start = new RegExp(String.raw`\\${name}(?![a-zA-Z])\s*(?:\[([^\]]*)\]\s*)?\{`, 'g');
  let done = '';
  let from = 0;
  for (let found = start.exec(text); found; found = start.exec(text)) {
    const open = start.lastIndex;
    const close = closingBrace(text, open);
    if (close < 0) break;
    done += text.slice(from, found.index) + write(text.slice(open, close), found[1] ?? '');
    from = close + 1;
    start.lastIndex = from;
  }
  return done + text.slice(from);
}

/** Index of the brace that ends what begins at `start`; -1 where there is none. */
function closingBrace(text: string, start: number): number {
  let depth = 1;
  for (let index = start; index < text.length; index += 1) {
    const sign = text[index];
    if (sign === '\\') index += 1;
    else if (sign === '{') depth += 1;
    else if (sign === '}') depth -= 1;
    if (depth === 0) return index;
  }
  return -1;
}

/** The tags of a page's formulas by their labels. */
export function equationTags(sources: Iterable<string>): EquationTags {
  const tags = new Map<string, string>();
  for (const source of sources) {
    if (!source.includes('\\label')) continue;
    for (const row of source.split(/\\\\/)) {
      const label = /\\label\s*\{([^{}]*)\}/.exec(row)?.[1]?.trim();
      const tag = /\\tag\s*\*?\s*\{([^{}]*)\}/.exec(row)?.[1]?.replace(/^\((.*)\)$/, '$1');
      if (label !== undefined && tag !== undefined && !tags.has(label)) tags.set(label, tag);
    }
  }
  return tags;
}
