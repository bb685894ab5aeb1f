import { roundNumbers, roundPath } from './round-numbers.ts';
import { straightLines } from './straight-lines.ts';

const numeric = new Set(
  'transform x y width height viewBox style x1 x2 y1 y2 cx cy r rx ry dx dy refX refY'.split(' '),
);

const colored = /^(?:fill|stroke|color|stop-color|flood-color)$/u;

/** Rounds the geometry below an element, drops what is empty, and moves themed colours to `style`. */
export function compact(root: Element): void {
  for (const element of [...root.querySelectorAll('*')].reverse()) {
    for (const attribute of [...element.attributes]) compactAttribute(element, attribute);
    if (isUnseen(element)) element.remove();
  }
}

function compactAttribute(element: Element, { name, value: written }: Attr): void {
  const value = colored.test(name)
    ? adoptColor(name, written, element.localName)
    : // Multiplied colours vanish on a dark page.
      written.replace(/mix-blend-mode:\s*multiply;?/u, '');
  if (value === '') element.removeAttribute(name);
  else if (name === 'd') element.setAttribute(name, roundPath(straightLines(value)));
  else if (name === 'points') element.setAttribute(name, roundPath(value));
  else if (numeric.has(name)) element.setAttribute(name, roundNumbers(value));
  if (!colored.test(name) || !/var\(|light-dark\(/u.test(value)) return;
  // Variables and functions are not valid in presentation attributes everywhere.
  element.removeAttribute(name);
  element.setAttribute('style', `${name}:${value};${element.getAttribute('style') ?? ''}`);
}

/** Mermaid's own black and grey lines and texts, which would be invisible on a dark page. */
const unthemed = /^(?:black|#000|#000000|#333|#333333|#444|#444444|#666|#999)$/iu;

/** Authors' colours are in `style`: a fixed colour in an attribute is mermaid's own. */
function adoptColor(name: string, value: string, tag: string): string {
  if (!unthemed.test(value)) return value;
  const isText = name === 'fill' && /^(?:text|tspan)$/u.test(tag);
  return `var(--diagram-${isText ? 'ink' : 'line'})`;
}

const used = new Set([
  'marker',
  'filter',
  'clippath',
  'symbol',
  'lineargradient',
  'radialgradient',
]);

/** What shows nothing: empty elements, and what is there to be referred to but is not. */
function isUnseen(element: Element): boolean {
  const tag = element.localName.toLowerCase();
  if (used.has(tag)) return !element.hasAttribute('id');
  const empty = element.childNodes.length === 0;
  return (
    empty &&
    (tag === 'defs' ||
      tag === 'g' ||
      (element.attributes.length === 0 && /^(?:rect|path)$/u.test(tag)))
  );
}

/**
 * The rules of a drawing's style sheet that match something in it. A rule that does not begin with
 * the drawing's id could affect the page around it, and is dropped.
 */
export function usedRules(css: string, root: Element): string {
  let used = '';
  const withoutAnimations = css.replace(/@keyframes[^{]*\{(?:[^{}]*\{[^{}]*\})*\s*\}/gu, '');
  for (const [, list = '', body = ''] of withoutAnimations.matchAll(/([^{}]+)\{([^{}]*)\}/gu)) {
    const selectors = list
      .split(',')
      .map((text) => text.trim())
      .filter((text) => matchesIn(root, text));
    const declarations = body
      .split(';')
      .map((text) => text.trim())
      .filter(isUseful);
    if (selectors.length > 0 && declarations.length > 0) {
      used += `${selectors.join(',')}{${roundNumbers(declarations.join(';'))}}`;
    }
  }
  return used;
}

function matchesIn(root: Element, selector: string): boolean {
  if (!selector.startsWith(`#${root.id}`) || selector.includes('@')) return false;
  const atRest = selector.replace(/:(?:hover|focus)[\w-]*/gu, '');
  try {
    return root.matches(atRest) || root.querySelector(atRest) !== null;
  } catch {
    return false;
  }
}

function isUseful(declaration: string): boolean {
  return declaration.includes(':') && !/^(?:animation|cursor)\b/u.test(declaration);
}
