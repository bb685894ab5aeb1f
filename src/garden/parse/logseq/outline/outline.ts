/**
 * The outline of a Logseq page by Logseq's own line rule, which is not CommonMark's: a block starts at
 * a dash followed by a blank (or at a bare heading line), its level is the number of characters before
 * the dash plus one, and its parent is the nearest block above with a lower level.
 */

import { regionEnd } from '../lines/regions.ts';
import { dedentLine, type SourceLine } from '../lines/source-lines.ts';

export interface RawBlock {
  readonly level: number;
  /** False for a heading line without a bullet. */
  readonly bulleted: boolean;
  /** Content without bullet and without the indentation that the level gives. */
  readonly lines: readonly SourceLine[];
  /** Index of the parent block, or -1. */
  readonly parent: number;
}

export interface RawOutline {
  /** Lines before the first block: page properties, perhaps prose. */
  readonly preamble: readonly SourceLine[];
  readonly blocks: readonly RawBlock[];
}

interface Opening {
  readonly level: number;
  readonly bulleted: boolean;
  readonly first: SourceLine;
}

/** Reads the outline of a page's lines. Never fails: a line that starts no block continues the one before. */
export function readOutline(lines: readonly SourceLine[]): RawOutline {
  const preamble: SourceLine[] = [];
  const drafts: { level: number; bulleted: boolean; lines: SourceLine[] }[] = [];
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index];
    if (!line) break;
    const opening = openBlock(line);
    if (opening) {
      drafts.push({ level: opening.level, bulleted: opening.bulleted, lines: [] });
    }
    const draft = drafts.at(-1);
    const content = draft?.lines ?? preamble;
    const depth = draft?.bulleted ? draft.level + 1 : (draft?.level ?? 1) - 1;
    const first = opening?.first ?? dedentLine(line, depth);
    const end = regionEnd(lines, index, withoutTask(first.text.trimStart()));
    content.push(first);
    for (; index < end; index += 1) content.push(dedentLine(lines[index + 1] ?? line, depth));
  }
  return { preamble, blocks: connect(drafts) };
}

function openBlock(line: SourceLine): Opening | null {
  const bullet = /^([\t ]*)-(?:[\t ]+|$)/.exec(line.text);
  if (bullet) {
    const cut = bullet[0].length;
    const first = { text: line.text.slice(cut), line: line.line, column: line.column + cut };
    return { level: (bullet[1]?.length ?? 0) + 1, bulleted: true, first };
  }
  const heading = /^([\t ]*)#+(?:[\t ]|$)/.exec(line.text);
  if (!heading) return null;
  const indent = heading[1]?.length ?? 0;
  return { level: indent + 1, bulleted: false, first: dedentLine(line, indent) };
}

/** A fence may follow a task marker on the bullet's line. */
function withoutTask(text: string): string {
  return text.replace(/^[A-Z-]{2,12} (?:\[#[ABC]\] )?(?=```|~~~)/, '');
}

/** Maximum depth; deeper blocks become siblings, so that recursive readers cannot overflow the stack. */
const maxDepth = 100;

function connect(
  drafts: readonly { level: number; bulleted: boolean; lines: SourceLine[] }[],
): RawBlock[] {
  const open: { level: number; index: number }[] = [];
  return drafts.map((draft, index) => {
    while ((open.at(-1)?.level ?? 0) >= draft.level || open.length >= maxDepth) open.pop();
    const parent = open.at(-1)?.index ?? -1;
    open.push({ level: draft.level, index });
    return { ...draft, lines: withoutBlankEnd(draft.lines), parent };
  });
}

function withoutBlankEnd(lines: readonly SourceLine[]): SourceLine[] {
  let end = lines.length;
  while (end > 0 && lines[end - 1]?.text.trim() === '') end -= 1;
  return lines.slice(0, end);
}
