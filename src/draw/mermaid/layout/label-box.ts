import type { Face, Font } from './font.ts';
import { formulaBox } from './formula-box.ts';
import { ownStyle, type TextStyle, tagOf, textStyle } from './style.ts';
import { splitWords } from './words.ts';

interface Segment {
  readonly text: string;
  readonly face: Face;
  /** Width of something that is no text, such as a picture. */
  readonly width: number | null;
}

interface Line {
  segments: Segment[];
  height: number;
  filled: boolean;
  /** Face of a space that is set only if something follows. */
  space: Face | null;
}

/** Values of `white-space` that keep line breaks. */
const keepsLines = /^(?:pre|pre-wrap|pre-line|break-spaces)$/;

const blocks = new Set(['p', 'div', 'li', 'pre', 'h1', 'h2']);

/** Width and height of a label that mermaid sets in HTML: paragraphs of inline text. */
export function labelBox(element: Element, font: Font): { width: number; height: number } {
  const style = textStyle(element);
  const own = ownStyle(element);
  const fixed = pixels(own.get('width'));
  const most = pixels(own.get('max-width')) ?? Number.POSITIVE_INFINITY;
  const wraps = style.whiteSpace !== 'nowrap' && style.whiteSpace !== 'pre';
  const available = wraps ? (fixed ?? most) : Number.POSITIVE_INFINITY;
  let layout = new LabelLayout(font, style, available);
  layout.add(element);
  layout.endLine(false);
  if (fixed !== null && wraps && layout.longestWord > available + 0.01) {
    layout = new LabelLayout(font, style, layout.longestWord);
    layout.add(element);
    layout.endLine(false);
  }
  const width = fixed === null ? Math.min(layout.width, most) : Math.max(fixed, layout.width);
  // Browsers lay out boxes in 64ths of a pixel.
  return { width: Math.ceil(width * 64 - 0.001) / 64, height: layout.height };
}

/** Breaks inline text into lines as CSS does. */
class LabelLayout {
  width = 0;
  height = 0;
  longestWord = 0;
  private indent = 0;
  private line: Line | null = null;
  private readonly font: Font;
  private readonly base: TextStyle;
  private readonly available: number;

  constructor(font: Font, base: TextStyle, available: number) {
    this.font = font;
    this.base = base;
    this.available = available;
  }

  add(element: Element): void {
    for (const child of element.childNodes) {
      if (child.nodeType === 3) this.addText(child.nodeValue ?? '', textStyle(element));
      else if (child.nodeType === 1) this.addElement(child as Element);
    }
  }

  /** Ends the line; an empty one counts only where a line break asks for it. */
  endLine(always: boolean): void {
    if (this.line === null && !always) return;
    const line = this.openLine();
    this.width = Math.max(this.width, this.indent + this.widthOf(line.segments));
    this.height += line.height;
    this.line = null;
  }

  private addElement(element: Element): void {
    const tag = tagOf(element);
    if (tag === 'br') this.endLine(true);
    else if (tag === 'math') this.addFormula(element);
    else if (tag === 'ul' || tag === 'ol') this.addList(element);
    else if (tag === 'img' || tag === 'svg') {
      const line = this.openLine();
      const width = Number.parseFloat(element.getAttribute('width') ?? '') || 16;
      line.segments = [...line.segments, { text: '', face: this.base, width }];
      line.filled = true;
    } else if (isFlexLine(element)) this.addFlexLine(element);
    else if (blocks.has(tag)) {
      this.endLine(false);
      this.add(element);
      this.endLine(false);
    } else this.add(element);
  }

  /** Browsers give a list margins of an em and an indent of 40 pixels. */
  private addList(element: Element): void {
    this.endLine(false);
    const { size } = textStyle(element);
    this.height += size;
    this.indent += 40;
    this.add(element);
    this.endLine(false);
    this.indent -= 40;
    this.height += size;
  }

  /** A formula that is alone has a line of its own. */
  private addFormula(element: Element): void {
    this.endLine(false);
    const box = formulaBox(element, this.font, textStyle(element).size);
    this.width = Math.max(this.width, box.width);
    this.height += box.height;
  }

  /** Mermaid puts a line with formulas into a flexible box: its texts and formulas side by side. */
  private addFlexLine(element: Element): void {
    this.endLine(false);
    const boxes = [...element.childNodes].map((child) => this.flexItem(child));
    this.width = Math.max(
      this.width,
      boxes.reduce((sum, { width }) => sum + width, 0),
    );
    this.height += Math.max(...boxes.map(({ height }) => height));
  }

  private flexItem(node: ChildNode): { width: number; height: number } {
    if (node.nodeType === 1) {
      const item = node as Element;
      const math = item.querySelector('math');
      if (math) return formulaBox(math, this.font, textStyle(math).size);
    }
    const text = (node.textContent ?? '').replace(/\s+/gu, ' ').trim();
    if (text === '') return { width: 0, height: 0 };
    return { width: this.font.width(text, this.base), height: this.lineHeight(this.base.size) };
  }

  private addText(text: string, style: TextStyle): void {
    const lines = keepsLines.test(style.whiteSpace) ? text.split('\n') : [text];
    for (const [index, line] of lines.entries()) {
      if (index > 0) this.endLine(true);
      this.addLine(line, style);
    }
  }

  private addLine(text: string, style: TextStyle): void {
    const { leadingSpace, words } = splitWords(text);
    if (leadingSpace && this.line?.filled) this.line.space = style;
    for (const word of words) {
      this.addWord(word.text, word.space, style);
      if (word.space && this.line) this.line.space = style;
    }
  }

  private addWord(word: string, space: boolean, style: TextStyle): void {
    const wraps = style.whiteSpace !== 'nowrap';
    // `break-spaces` makes the space behind a word take room, and so part of what must fit.
    const whole = space && style.whiteSpace === 'break-spaces' ? `${word} ` : word;
    if (wraps) this.longestWord = Math.max(this.longestWord, this.font.width(whole, style));
    let line = this.openLine();
    const before =
      line.space && line.filled ? append(line.segments, ' ', line.space) : line.segments;
    let segments = append(before, word, style);
    const taken = this.widthOf(append(before, whole, style));
    if (wraps && line.filled && this.indent + taken > this.available + 0.01) {
      this.endLine(false);
      line = this.openLine();
      segments = append([], word, style);
    }
    line.segments = segments;
    line.space = null;
    line.filled = true;
    line.height = Math.max(line.height, this.lineHeight(style.size));
  }

  private openLine(): Line {
    this.line ??= {
      segments: [],
      height: this.lineHeight(this.base.size),
      filled: false,
      space: null,
    };
    return this.line;
  }

  private widthOf(segments: readonly Segment[]): number {
    return segments.reduce(
      (sum, { text, face, width }) => sum + (width ?? this.font.width(text, face)),
      0,
    );
  }

  private lineHeight(size: number): number {
    const text = this.base.lineHeight;
    if (text === 'normal') {
      return Math.round(size * this.font.ascent) + Math.round(size * this.font.descent);
    }
    return Number.parseFloat(text) * (text.endsWith('px') ? 1 : size);
  }
}

function isFlexLine(element: Element): boolean {
  const isFlex = /display:\s*flex/u.test(element.getAttribute('style') ?? '');
  return isFlex && element.querySelector('math') !== null;
}

/** Segments with text added; text in the same face is one segment, so that kerning is measured. */
function append(segments: readonly Segment[], text: string, { size, bold }: Face): Segment[] {
  const last = segments.at(-1);
  if (last?.width === null && last.face.size === size && last.face.bold === bold) {
    return [...segments.slice(0, -1), { ...last, text: last.text + text }];
  }
  return [...segments, { text, face: { size, bold }, width: null }];
}

function pixels(text: string | undefined): number | null {
  return text?.endsWith('px') ? Number.parseFloat(text) : null;
}
