/**
 * The size of a formula in MathML, as MathML Core lays it out. The font of formulas is the reader's, so
 * the proportions are those that such fonts have in common: scripts of 71 %, an axis at a quarter of an em.
 */
import type { Font } from './font.ts';
import { tagOf } from './style.ts';

/** A box with its extent above and below the baseline, in pixels. */
interface FormulaBox {
  readonly width: number;
  readonly ascent: number;
  readonly descent: number;
}

const scriptScale = 0.71;
const axis = 0.25;
/** Most fonts of formulas are wider than the one that is measured. */
const slack = 1.12;
const empty: FormulaBox = { width: 0, ascent: 0, descent: 0 };

/** Width and height of a `<math>` whose text has `size` pixels. */
export function formulaBox(
  math: Element,
  font: Font,
  size: number,
): { width: number; height: number } {
  const { width, ascent, descent } = boxOf(math, font, size);
  return { width: width * slack + 2, height: ascent + descent };
}

function boxOf(element: Element, font: Font, size: number): FormulaBox {
  const children = [...element.children];
  const box = (index: number, scale = 1): FormulaBox => {
    const child = children[index];
    return child === undefined ? empty : boxOf(child, font, size * scale);
  };
  switch (tagOf(element)) {
    case 'annotation':
    case 'mphantom':
      return empty;
    case 'semantics':
      return box(0);
    case 'mi':
    case 'mn':
    case 'mtext':
    case 'ms':
    case 'mo':
      return tokenBox(element, font, size);
    case 'mspace':
      return { ...empty, width: ems(element.getAttribute('width')) * size };
    case 'mfrac':
      return fractionBox(box(0), box(1), size);
    case 'msqrt':
    case 'mroot':
      return rootBox(tagOf(element) === 'mroot' ? box(0) : inRow(children, font, size), size);
    case 'msup':
      return scriptBox(box(0), empty, box(1, scriptScale), size);
    case 'msub':
      return scriptBox(box(0), box(1, scriptScale), empty, size);
    case 'msubsup':
      return scriptBox(box(0), box(1, scriptScale), box(2, scriptScale), size);
    case 'mover':
      return stackBox(box(0), empty, box(1, scriptScale), size);
    case 'munder':
      return stackBox(box(0), box(1, scriptScale), empty, size);
    case 'munderover':
      return stackBox(box(0), box(1, scriptScale), box(2, scriptScale), size);
    case 'mtable':
      return tableBox(children, font, size);
    default:
      return inRow(children, font, size);
  }
}

const relations = /^[=<>≤≥≠≈≡∼∝∈∉⊂⊆→←⇒⇔⟹↦:]$/u;
const operations = /^[+\-−±×÷⋅∗∘∪∩∧∨]$/u;

function tokenBox(element: Element, font: Font, size: number): FormulaBox {
  const text = (element.textContent ?? '').replace(/[\u2061-\u2064]/gu, '');
  const space = relations.test(text)
    ? 0.56
    : operations.test(text)
      ? 0.44
      : /^[,;]$/.test(text)
        ? 0.17
        : 0;
  const isLarge = /^[∑∏⋃⋂⨁∫∬∮]$/u.test(text);
  const isDeep = /[gjpqyQ()[\]{}|,;βγζημξρφχψ]/u.test(text);
  const isTall = /[^acegmnopqrsuvwxyz\s=+\-−,.⋅]/u.test(text);
  const scale = isLarge ? 1.4 : 1;
  return {
    width: font.width(text, { size: size * scale, bold: false }) + space * size,
    ascent: (isLarge ? 1 : isTall ? 0.75 : 0.5) * size,
    descent: (isLarge ? 0.4 : isDeep ? 0.25 : 0) * size,
  };
}

function inRow(elements: readonly Element[], font: Font, size: number): FormulaBox {
  return elements
    .map((element) => boxOf(element, font, size))
    .reduce(
      (row, { width, ascent, descent }) => ({
        width: row.width + width,
        ascent: Math.max(row.ascent, ascent),
        descent: Math.max(row.descent, descent),
      }),
      empty,
    );
}

function fractionBox(above: FormulaBox, below: FormulaBox, size: number): FormulaBox {
  const gap = 0.12 * size;
  return {
    width: Math.max(above.width, below.width) + 0.1 * size,
    ascent: axis * size + gap + above.ascent + above.descent,
    descent: Math.max(0, gap + below.ascent + below.descent - axis * size),
  };
}

function rootBox(inner: FormulaBox, size: number): FormulaBox {
  return {
    width: inner.width + 0.6 * size,
    ascent: inner.ascent + 0.2 * size,
    descent: inner.descent + 0.05 * size,
  };
}

function scriptBox(base: FormulaBox, sub: FormulaBox, sup: FormulaBox, size: number): FormulaBox {
  const raise = Math.max(0.4 * size, base.ascent - 0.4 * size);
  const lower = Math.max(0.2 * size, base.descent);
  return {
    width: base.width + Math.max(sub.width, sup.width) + 0.05 * size,
    ascent: sup.width > 0 ? Math.max(base.ascent, raise + sup.ascent) : base.ascent,
    descent: sub.width > 0 ? Math.max(base.descent, lower + sub.descent) : base.descent,
  };
}

function stackBox(base: FormulaBox, under: FormulaBox, over: FormulaBox, size: number): FormulaBox {
  const gap = 0.15 * size;
  const extent = ({ width, ascent, descent }: FormulaBox) =>
    width > 0 ? gap + ascent + descent : 0;
  return {
    width: Math.max(base.width, under.width, over.width),
    ascent: base.ascent + extent(over),
    descent: base.descent + extent(under),
  };
}

function tableBox(rows: readonly Element[], font: Font, size: number): FormulaBox {
  const cells = rows.map((row) => [...row.children].map((cell) => boxOf(cell, font, size)));
  const columns = Math.max(0, ...cells.map((row) => row.length));
  const widths = Array.from({ length: columns }, (_, column) =>
    Math.max(0, ...cells.map((row) => row[column]?.width ?? 0)),
  );
  const height = cells
    .map((row) => Math.max(size, ...row.map(({ ascent, descent }) => ascent + descent)))
    .reduce((sum, each) => sum + each + 0.2 * size, 0);
  return {
    width: widths.reduce((sum, width) => sum + width + 0.8 * size, 0),
    ascent: height / 2 + axis * size,
    descent: Math.max(0, height / 2 - axis * size),
  };
}

function ems(length: string | null): number {
  const [, number = '0'] = /^(-?[\d.]+)em$/u.exec(length ?? '') ?? [];
  return Number(number);
}
