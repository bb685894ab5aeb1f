/** Markdown lists inside a block: nested by indentation alone, as Logseq does. */

import { regionEnd } from './regions.ts';
import { cutLine, dedentLine, type SourceLine } from './source-lines.ts';

export interface ListItem {
  readonly ordered: boolean;
  readonly number: number;
  /** State of a check box, or null when there is none. */
  readonly checked: boolean | null;
  readonly lines: readonly SourceLine[];
  readonly items: readonly ListItem[];
}

interface Draft extends ListItem {
  readonly indent: number;
  readonly lines: SourceLine[];
  readonly items: Draft[];
}

/** A dash is a bullet only where no outline block can start: in quotes and admonitions. */
const itemStart = /^([\t ]*)([-*+]|(\d{1,9})[.)])[\t ]+(?=\S)/;

/** Reads the list that starts at line `start`; `end` is the index of its last line. */
export function readList(
  lines: readonly SourceLine[],
  start: number,
): { items: ListItem[]; end: number } {
  const drafts: Draft[] = [];
  let index = start;
  for (let line = lines[index]; line; line = lines[index]) {
    const item = readItem(line);
    if (item) drafts.push(item);
    else if (!continues(lines, index, drafts[0]?.indent ?? 0)) break;
    const current = drafts.at(-1);
    if (!current) break;
    if (!item) current.lines.push(dedentLine(line, current.indent + 2));
    index = takeRegion(lines, index, current) + 1;
  }
  return { items: nest(drafts), end: index - 1 };
}

/** A region that starts on the item's last line belongs to the item up to its end. */
function takeRegion(lines: readonly SourceLine[], index: number, item: Draft): number {
  const end = regionEnd(lines, index, item.lines.at(-1)?.text.trimStart() ?? '');
  for (const line of lines.slice(index + 1, end + 1)) {
    item.lines.push(dedentLine(line, item.indent + 2));
  }
  return Math.max(index, end);
}

function readItem(line: SourceLine): Draft | null {
  const match = itemStart.exec(line.text);
  if (!match) return null;
  const content = cutLine(line, match[0].length);
  const box = /^\[([ xX])\][\t ]+/.exec(content.text);
  return {
    indent: match[1]?.length ?? 0,
    ordered: match[3] !== undefined,
    number: Number(match[3] ?? 1),
    checked: box ? box[1] !== ' ' : null,
    lines: [box ? cutLine(content, box[0].length) : content],
    items: [],
  };
}

/** Whether a line continues the list: text always does, a blank line before an item or indentation. */
function continues(lines: readonly SourceLine[], index: number, indent: number): boolean {
  const text = lines[index]?.text ?? '';
  if (text.trim() !== '') return true;
  const next = lines.slice(index + 1).find((line) => line.text.trim() !== '')?.text ?? '';
  return itemStart.test(next) || (/^[\t ]*/.exec(next)?.[0].length ?? 0) > indent + 1;
}

/** Maximum depth; deeper items are shown at this level. */
const maxDepth = 50;

function nest(drafts: readonly Draft[]): Draft[] {
  const roots: Draft[] = [];
  const open: Draft[] = [];
  for (const draft of drafts) {
    while ((open.at(-1)?.indent ?? -1) >= draft.indent || open.length >= maxDepth) open.pop();
    (open.at(-1)?.items ?? roots).push(draft);
    open.push(draft);
  }
  return roots;
}
