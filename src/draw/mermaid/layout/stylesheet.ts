/** A CSS rule for one selector, with what is needed to match and rank it. */
export interface Rule {
  readonly selector: string;
  readonly declarations: readonly Declaration[];
  readonly specificity: number;
  readonly order: number;
  /** Tag and classes of the last part of the selector: a cheap test before the full match. */
  readonly tag: string;
  readonly classes: readonly string[];
}

export interface Declaration {
  readonly property: string;
  readonly value: string;
  readonly important: boolean;
}

/** The properties that change the size or place of text; no others are kept. */
const measured = new Set([
  'font-size',
  'font-weight',
  'text-anchor',
  'dominant-baseline',
  'alignment-baseline',
  'white-space',
  'line-height',
  'max-width',
  'width',
]);

/** Reads declarations such as a `style` attribute holds, those only that matter for measuring. */
export function parseDeclarations(text: string): Declaration[] {
  const declarations: Declaration[] = [];
  for (const part of text.split(';')) {
    const colon = part.indexOf(':');
    const property = part.slice(0, Math.max(colon, 0)).trim().toLowerCase();
    if (!measured.has(property)) continue;
    const value = part.slice(colon + 1).trim();
    const important = /!\s*important$/iu.test(value);
    declarations.push({ property, value: value.replace(/\s*!\s*important$/iu, ''), important });
  }
  return declarations;
}

const known = new Map<string, readonly Rule[]>();

/** Reads the style sheet of a diagram; at-rules and rules for states are left out. */
export function parseStylesheet(css: string): readonly Rule[] {
  const cached = known.get(css);
  if (cached) return cached;
  const rules: Rule[] = [];
  for (const [, selectors = '', body = ''] of css.matchAll(/([^{}]+)\{([^{}]*)\}/gu)) {
    const declarations = parseDeclarations(body);
    if (declarations.length === 0 || /^\s*(?:@|from|to|\d+%)/u.test(selectors)) continue;
    for (const selector of selectors.split(',').map((text) => text.trim())) {
      if (selector === '' || /::|:hover|:focus/u.test(selector)) continue;
      rules.push({
        ...lastPart(selector),
        selector,
        declarations,
        order: rules.length,
        specificity: specificity(selector),
      });
    }
  }
  if (known.size > 20) known.clear();
  known.set(css, rules);
  return rules;
}

function lastPart(selector: string): { tag: string; classes: string[] } {
  const last = selector.split(/[\s>+~]+/u).at(-1) ?? '';
  return {
    tag: (/^[a-z]+/iu.exec(last)?.[0] ?? '').toLowerCase(),
    classes: [...last.matchAll(/\.([\w-]+)/gu)].map((match) => match[1] ?? ''),
  };
}

function specificity(selector: string): number {
  const count = (pattern: RegExp): number => (selector.match(pattern) ?? []).length;
  return count(/#/gu) * 10_000 + count(/[.[]|:(?!not|is)/gu) * 100 + count(/(?:^|[\s>+~])[a-z]/giu);
}
