/**
 * What a note may cost. The Markdown parser takes time that is quadratic in the marks of one paragraph
 * and in the depth of its containers, and recursion has no end of its own. Parts beyond these limits
 * are left out before they are read; real notes stay far below all of them. Work is counted, never time.
 */

import type { Root } from 'mdast';
import type { Node, Parent } from 'unist';
import type { Notice } from '../../body.ts';

/** Containers (quotes, lists) inside each other. */
const maxContainers = 100;
/** Columns of indentation in front of a list item: 100 levels of tabs. */
const maxIndent = 400;
/** Marks of emphasis in one paragraph. */
const maxEmphasis = 2000;
/** Other marks in one paragraph: brackets, addresses, code, formulas, tags, fields. */
const maxMarks = 4000;
/** Lines of one paragraph. */
const maxLines = 10_000;
/** Tables of a note. */
const maxTables = 1500;
/** Sum of the squares of the marks of all paragraphs of a note. */
const maxWork = 30 * maxMarks ** 2;

export type ExcessReason = 'too deep' | 'too many marks' | 'too many lines' | 'too many tables';

/** Lines of a text that are beyond the limits: [start, end), without the last newline. */
export interface Excess {
  readonly start: number;
  readonly end: number;
  readonly reason: ExcessReason;
}

const fence = /^(?:[ \t>]|[-*+][ \t]|\d{1,9}[.)][ \t])*(`{3,}(?=[^`]*$)|~{3,})/u;
const containers = /^(?:[ \t]*(?:>|[-*+](?=[ \t]|$)|\d{1,9}[.)](?=[ \t]|$)))*/u;
const opensBlock = /^[ \t>]{0,400}(?:[-*+][ \t]|\d{1,9}[.)][ \t]|#{1,6}[ \t])/u;
const delimiterRow = /^[ \t>]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t:|-]*)?$/u;
const emphasis = /[*_]+|~~|==|\^\^/gu;
const marks = /[[\]]+|`+|\$+|https?:|www\.|[<&\\@^#]|%%|::/gu;

/** Finds the paragraphs of a text that cost more than a note may. */
export function findExcess(text: string): Excess[] {
  const reader = new BudgetReader();
  let start = 0;
  while (start <= text.length) {
    const newline = text.indexOf('\n', start);
    const end = newline < 0 ? text.length : newline;
    reader.read(text.slice(start, end), start, end);
    start = end + 1;
  }
  reader.endParagraph();
  return reader.found;
}

interface Paragraph {
  /** Where its first line starts, and where its text does. */
  readonly lineStart: number;
  readonly start: number;
  end: number;
  lines: number;
  emphasis: number;
  marks: number;
  isDeep: boolean;
  isTable: boolean;
}

class BudgetReader {
  readonly found: Excess[] = [];
  #fence = '';
  #work = 0;
  #inTable = false;
  #tables = 0;
  #paragraph: Paragraph | null = null;

  read(line: string, start: number, end: number): void {
    const marker = fence.exec(line)?.[1] ?? '';
    if (this.#fence !== '') {
      if (marker.length >= this.#fence.length && marker[0] === this.#fence[0]) this.#fence = '';
      return;
    }
    if (marker !== '' || line.trim() === '') {
      this.#fence = marker;
      this.#inTable = false;
      this.endParagraph();
      return;
    }
    const opening = opensBlock.exec(line)?.[0] ?? '';
    if (opening !== '') this.#inTable = false;
    // Each row of a table is read by itself.
    if (opening !== '' || this.#inTable) this.endParagraph();
    this.#add(line, { lineStart: start, start: start + opening.length, end });
  }

  endParagraph(): void {
    const paragraph = this.#paragraph;
    this.#paragraph = null;
    const reason = paragraph && this.#reasonOf(paragraph);
    if (!reason) return;
    const { lineStart, start, end } = paragraph;
    const last = this.found.at(-1);
    // Deep lines one after the other are left out together: each marker that stays costs its depth.
    const isNext = reason === 'too deep' && last?.reason === reason && lineStart === last.end + 1;
    if (isNext) this.found[this.found.length - 1] = { ...last, end };
    else this.found.push({ start, end, reason });
  }

  #add(line: string, place: Pick<Paragraph, 'lineStart' | 'start' | 'end'>): void {
    this.#paragraph ??= {
      ...place,
      lines: 0,
      emphasis: 0,
      marks: 0,
      isDeep: false,
      isTable: false,
    };
    const paragraph = this.#paragraph;
    paragraph.end = place.end;
    paragraph.lines += 1;
    paragraph.emphasis += countOf(line, emphasis);
    paragraph.marks += countOf(line, marks);
    paragraph.isDeep ||= isDeep(line);
    if (paragraph.lines !== 2 || !delimiterRow.test(line)) return;
    this.#inTable = true;
    this.#tables += 1;
    paragraph.isTable = true;
  }

  #reasonOf(paragraph: Paragraph): ExcessReason | null {
    if (paragraph.isDeep) return 'too deep';
    if (paragraph.isTable && this.#tables > maxTables) return 'too many tables';
    if (paragraph.lines > maxLines) return 'too many lines';
    this.#work += Math.max(paragraph.emphasis, paragraph.marks) ** 2;
    const isDense = paragraph.emphasis > maxEmphasis || paragraph.marks > maxMarks;
    const isSpent = this.#work > maxWork && paragraph.emphasis + paragraph.marks > 200;
    return isDense || isSpent ? 'too many marks' : null;
  }
}

/** A longer run of one mark costs as much as its characters. */
const maxRun = 8;

function countOf(line: string, pattern: RegExp): number {
  let count = 0;
  for (const [mark] of line.matchAll(pattern)) count += mark.length > maxRun ? mark.length : 1;
  return count;
}

/** Whether a line begins with more containers than a note may have inside each other. */
function isDeep(line: string): boolean {
  if (line.length < maxContainers) return false;
  const prefix = containers.exec(line)?.[0] ?? '';
  if (prefix === '') return false;
  const columns = /^[ \t]*/u.exec(prefix)?.[0].replaceAll('\t', '    ').length ?? 0;
  return columns > maxIndent || countOf(prefix, /[>+*-]|\d+[.)]/gu) > maxContainers;
}

/** The same text, of the same length, with letters in place of each part beyond the limits. */
export function withoutExcess(text: string, excess: readonly Excess[]): string {
  let kept = '';
  let from = 0;
  for (const { start, end } of excess) {
    kept += text.slice(from, start) + overwritten(text.slice(start, end));
    from = end;
  }
  return kept + text.slice(from);
}

/**
 * One paragraph of as many characters and lines. A line of blanks would be read once for each container
 * that is open; a letter at its start ends the search at the first.
 */
function overwritten(part: string): string {
  return part.replace(/[^\n]/g, 'x');
}

/** Puts a notice in the place of every block that holds a part beyond the limits. */
export function noticeExcess(root: Root, excess: readonly Excess[]): void {
  const waiting: Parent[] = [root];
  for (let parent = waiting.pop(); parent; parent = waiting.pop()) {
    for (const [index, node] of parent.children.entries()) {
      if ('children' in node && holdsBlocks.has(node.type)) waiting.push(node as Parent);
      else {
        const reason = excess.find((each) => overlaps(node, each))?.reason;
        if (reason) parent.children[index] = excessNotice(node, reason);
      }
    }
  }
}

const holdsBlocks = new Set(['blockquote', 'footnoteDefinition', 'list', 'listItem']);

function overlaps({ position }: Node, { start, end }: Excess): boolean {
  const from = position?.start.offset ?? 0;
  return from < end && (position?.end.offset ?? from) > start;
}

/** Stands in for what is beyond the limits. */
export function excessNotice({ position }: Node, reason: ExcessReason): Notice {
  const message = `This part of the note is not shown: ${reason}`;
  const kind = 'too-large';
  return { type: 'notice', kind, message, source: '', ...(position && { position }) };
}
