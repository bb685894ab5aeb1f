import { ownValue } from '../../../garden/own-value.ts';
import type { Face } from './font.ts';
import { type Declaration, parseDeclarations, parseStylesheet, type Rule } from './stylesheet.ts';

/** What measuring needs to know of an element's style. */
export interface TextStyle extends Face {
  readonly anchor: string;
  readonly baseline: string;
  readonly whiteSpace: string;
  readonly lineHeight: string;
}

const initial: TextStyle = {
  size: 16,
  bold: false,
  anchor: 'start',
  baseline: 'auto',
  whiteSpace: 'normal',
  lineHeight: 'normal',
};

const attributes = [
  'font-size',
  'font-weight',
  'text-anchor',
  'dominant-baseline',
  'alignment-baseline',
];

/** Lower-case name of an element, whether it is HTML or SVG. */
export function tagOf(element: Element): string {
  return (element.localName || element.nodeName).toLowerCase();
}

/** The style of an element as a browser would compute it, as far as it matters for measuring. */
export function textStyle(element: Element): TextStyle {
  const parent = element.parentElement;
  const inherited = parent ? textStyle(parent) : initial;
  return applyStyle(inherited, ownStyle(element), tagOf(element));
}

function applyStyle(
  inherited: TextStyle,
  own: ReadonlyMap<string, string>,
  tag: string,
): TextStyle {
  const value = (property: string): string | undefined => {
    const text = own.get(property);
    return text === 'inherit' ? undefined : text;
  };
  const alignment = value('alignment-baseline');
  return {
    size: fontSize(value('font-size'), inherited.size),
    bold: ['b', 'strong', 'th'].includes(tag) || isBold(value('font-weight'), inherited.bold),
    anchor: value('text-anchor') ?? inherited.anchor,
    baseline:
      alignment !== undefined && alignment !== 'auto'
        ? alignment
        : (value('dominant-baseline') ?? inherited.baseline),
    whiteSpace: value('white-space') ?? inherited.whiteSpace,
    lineHeight: value('line-height') ?? inherited.lineHeight,
  };
}

/** Declarations that apply to the element itself: attributes, then rules, then its `style`. */
export function ownStyle(element: Element): ReadonlyMap<string, string> {
  const values = new Map<string, string>();
  const ranks = new Map<string, number>();
  const set = ({ property, value }: Declaration, rank: number): void => {
    if (rank < (ranks.get(property) ?? 0)) return;
    values.set(property, value);
    ranks.set(property, rank);
  };
  for (const property of attributes) {
    const value = element.getAttribute(property);
    if (value) set({ property, value, important: false }, 0);
  }
  for (const rule of rulesFor(element)) {
    for (const declaration of rule.declarations) {
      set(
        declaration,
        (declaration.important ? 1e12 : 1) + rule.specificity * 1000 + rule.order / 1000,
      );
    }
  }
  for (const declaration of parseDeclarations(element.getAttribute('style') ?? '')) {
    set(declaration, declaration.important ? 1e15 : 1e11);
  }
  return values;
}

/** Rules of the diagram's own style sheets that match an element. */
function rulesFor(element: Element): Rule[] {
  const tag = tagOf(element);
  const classes = (element.getAttribute('class') ?? '').split(/\s+/u);
  return sheetsFor(element).flatMap((sheet) =>
    parseStylesheet(sheet).filter(
      (rule) =>
        (rule.tag === '' || rule.tag === tag) &&
        rule.classes.every((name) => classes.includes(name)) &&
        matches(element, rule.selector),
    ),
  );
}

function matches(element: Element, selector: string): boolean {
  try {
    return element.matches(selector);
  } catch {
    return false;
  }
}

function sheetsFor(element: Element): string[] {
  let top: Element | null = null;
  for (let at: Element | null = element; at; at = at.parentElement) {
    if (tagOf(at) === 'svg') top = at;
  }
  const styles = [...(top?.children ?? [])].filter((child) => tagOf(child) === 'style');
  return styles.map((style) => style.textContent ?? '');
}

/** Height of Inter's 'x' in ems. */
const xHeight = 1118 / 2048;

function fontSize(text: string | undefined, inherited: number): number {
  const match = /^([\d.]+)(px|pt|rem|em|ex|%|)$/u.exec(text ?? '');
  if (!match) return inherited;
  const number = Number(match[1]);
  const factors: Record<string, number> = {
    pt: 4 / 3,
    rem: 16,
    em: inherited,
    ex: inherited * xHeight,
    '%': inherited / 100,
  };
  return number * (ownValue(factors, match[2] ?? '') ?? 1);
}

function isBold(weight: string | undefined, inherited: boolean): boolean {
  if (weight === undefined || weight === 'lighter') return inherited;
  return weight === 'bold' || weight === 'bolder' || Number(weight) >= 600;
}
