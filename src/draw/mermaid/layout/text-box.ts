import { type Box, boxAround } from './box.ts';
import type { Font } from './font.ts';
import { type TextStyle, tagOf, textStyle } from './style.ts';

/** A piece of SVG text on one baseline. */
interface Run {
  x: number;
  readonly y: number;
  readonly width: number;
  readonly ascent: number;
  readonly descent: number;
}

/** The box around an SVG `<text>` or `<tspan>`. */
export function textBox(element: Element, font: Font): Box {
  const runs = textRuns(element, font).filter((run) => run.width > 0);
  return boxAround(
    runs.flatMap((run): [number, number][] => [
      [run.x, run.y - Math.round(run.ascent)],
      [run.x + run.width, run.y + Math.round(run.descent)],
    ]),
  );
}

/** Sum of the advances of an SVG text: what `getComputedTextLength` gives. */
export function textLength(element: Element, font: Font): number {
  return textRuns(element, font).reduce((sum, run) => sum + run.width, 0);
}

function textRuns(root: Element, font: Font): Run[] {
  const layout = new TextLayout(font);
  layout.add(root, true);
  layout.endChunk();
  return layout.runs;
}

/** Places text as SVG does: chunks begin at absolute positions and are anchored as a whole. */
class TextLayout {
  readonly runs: Run[] = [];
  private chunk: Run[] = [];
  private anchor = 'start';
  private x = 0;
  private y = 0;
  private lineStart = true;
  private readonly font: Font;

  constructor(font: Font) {
    this.font = font;
  }

  add(element: Element, isRoot: boolean): void {
    const style = textStyle(element);
    this.move(element, style, isRoot);
    for (const child of element.childNodes) {
      if (child.nodeType === 3) this.addText(child.nodeValue ?? '', element, style);
      else if (child.nodeType === 1) {
        const inner = child as Element;
        if (!['title', 'desc'].includes(tagOf(inner))) this.add(inner, false);
      }
    }
  }

  endChunk(): void {
    const first = this.chunk[0];
    if (first === undefined) return;
    const width = Math.max(...this.chunk.map((run) => run.x + run.width)) - first.x;
    const shift = this.anchor === 'middle' ? -width / 2 : this.anchor === 'end' ? -width : 0;
    for (const run of this.chunk) run.x += shift;
    this.runs.push(...this.chunk);
    this.chunk = [];
  }

  private move(element: Element, style: TextStyle, isRoot: boolean): void {
    const at = (name: string): number | null => length(element.getAttribute(name), style.size);
    const [x, y] = [at('x'), at('y')];
    if (x !== null || y !== null || isRoot) {
      this.endChunk();
      this.anchor = style.anchor;
      this.lineStart = true;
    }
    this.x = (x ?? this.x) + (at('dx') ?? 0);
    this.y = (y ?? this.y) + (at('dy') ?? 0);
  }

  private addText(text: string, element: Element, style: TextStyle): void {
    let shown = text.replace(/[\t\n\r ]+/gu, ' ');
    const keepsSpace = /preserve|pre/u.test(
      `${element.getAttribute('xml:space')} ${style.whiteSpace} ${element.getAttribute('style')}`,
    );
    if (this.lineStart && !keepsSpace) shown = shown.replace(/^ /u, '');
    if (shown === '') return;
    this.lineStart = false;
    const width = this.font.width(shown, style);
    this.chunk.push({
      x: this.x,
      y: this.y + baselineShift(style, this.font),
      width,
      ascent: this.font.ascent * style.size,
      descent: this.font.descent * style.size,
    });
    this.x += width;
  }
}

/** Distance below its position of a text with another baseline than the alphabetic one. */
function baselineShift({ baseline, size }: TextStyle, font: Font): number {
  if (baseline === 'middle') return (font.xHeight / 2) * size;
  if (baseline === 'central') return ((font.ascent - font.descent) / 2) * size;
  if (/^(?:hanging|text-before-edge|text-top)$/u.test(baseline)) return font.ascent * size;
  if (/after|bottom/u.test(baseline)) return -font.descent * size;
  return 0;
}

/** The first length in an attribute, in pixels. */
function length(text: string | null, em: number): number | null {
  const match = /^\s*(-?[\d.]+(?:e-?\d+)?)(em)?/u.exec(text ?? '');
  return match ? Number(match[1]) * (match[2] ? em : 1) : null;
}
