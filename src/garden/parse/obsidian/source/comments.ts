/** `%%comments%%`: found before Markdown is read, because they may hold whole blocks. */

/** A part of a file that is not shown: [start, end). */
export interface Cut {
  readonly start: number;
  readonly end: number;
  /** Whether it is a comment that is never closed. */
  readonly isUnclosed?: true;
}

/** What may stand before the first words of a block: marks of quotes and list items. */
const beginsBlock = /^(?:[ \t>]|[-*+][ \t]|\d{1,9}[.)][ \t])*$/u;

const fenceLine = /^(?:[ \t>]|[-*+][ \t]|\d{1,9}[.)][ \t])*(`{3,}(?=[^`]*$)|~{3,})/u;

/**
 * Comments outside code, from index `from` on. One that is never closed hides the rest of the note when
 * it begins a line, as in Obsidian, also of a quote or list item; elsewhere two percent signs are text.
 */
export function findComments(source: string, from: number): Cut[] {
  if (!source.includes('%%', from)) return [];
  const cuts: Cut[] = [];
  let fence = '';
  let start = from;
  while (start < source.length) {
    const end = endOfLine(source, start);
    const marker = fenceLine.exec(source.slice(start, end))?.[1] ?? '';
    if (fence !== '') {
      if (closes(marker, fence)) fence = '';
    } else if (marker !== '') {
      fence = marker;
    } else {
      const comment = findInLine(source, start, end);
      if (comment) {
        cuts.push(comment);
        start = comment.end;
        continue;
      }
    }
    start = end + 1;
  }
  return cuts;
}

function endOfLine(source: string, start: number): number {
  const end = source.indexOf('\n', start);
  return end < 0 ? source.length : end;
}

function closes(marker: string, fence: string): boolean {
  return marker.length >= fence.length && marker[0] === fence[0];
}

function findInLine(source: string, start: number, end: number): Cut | null {
  for (let index = start; index < end; index += 1) {
    const char = source[index];
    if (char === '\\') index += 1;
    else if (char === '`') index = afterCode(source, index) - 1;
    else if (char === '%' && source[index + 1] === '%') {
      const comment = commentAt(source, index);
      if (comment) return comment;
      index += 1;
    }
  }
  return null;
}

/** Index after the code span that starts here, or after its backticks when it is not closed. */
function afterCode(source: string, start: number): number {
  const ticks = /`+/uy;
  ticks.lastIndex = start;
  const run = ticks.exec(source)?.[0] ?? '`';
  const paragraph = source.slice(start + run.length).split(/\n[ \t]*\n/u, 1)[0] ?? '';
  const close = new RegExp(`(?<!\`)${run}(?!\`)`, 'u').exec(paragraph);
  return start + run.length + (close ? close.index + run.length : 0);
}

function commentAt(source: string, start: number): Cut | null {
  const before = source.slice(source.lastIndexOf('\n', start - 1) + 1, start);
  const beginsLine = /^[ \t]*$/u.test(before);
  const close = source.indexOf('%%', start + 2);
  if (close < 0)
    return beginsBlock.test(before) ? { start, end: source.length, isUnclosed: true } : null;
  return withItsLine(source, { start, end: close + 2 }, beginsLine);
}

/** A comment on a line of its own includes the line, so that a list around it stays one list. */
function withItsLine(source: string, { start, end }: Cut, beginsLine: boolean): Cut {
  const lineEnd = endOfLine(source, end);
  if (source.slice(end, lineEnd).trim() !== '') return { start, end };
  if (!beginsLine)
    return {
      start: start - (/[ \t]*$/u.exec(source.slice(0, start))?.[0].length ?? 0),
      end: lineEnd,
    };
  const lineStart = source.lastIndexOf('\n', start - 1) + 1;
  const isOneLine = !source.slice(start, end).includes('\n');
  return { start: lineStart, end: isOneLine ? Math.min(lineEnd + 1, source.length) : lineEnd };
}
