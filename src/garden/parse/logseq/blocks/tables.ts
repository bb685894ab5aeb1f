/** Tables by Logseq's rule: lines that start and end with bars, with or without a row of dashes. */
import type { Table, TableCell, TableRow } from 'mdast';
import { readInline } from '../inline/inline.ts';
import { scanInline } from '../inline/scan-inline.ts';
import { positionIn, type SourceLine } from '../lines/source-lines.ts';
import type { LogseqDraft } from '../logseq-draft.ts';

/** Reads the rows of a table; the first is its head. Alignment is ignored, as in Logseq. */
export function readTable(rows: readonly SourceLine[], draft: LogseqDraft): Table {
  const shown = rows.filter(({ text }) => !/^\|[\s:|-]*-[\s:|-]*\|\s*$/.test(text));
  return { type: 'table', align: null, children: shown.map((row) => readRow(row, draft)) };
}

function readRow(row: SourceLine, draft: LogseqDraft): TableRow {
  const children = cellsOf(row.text).map(({ text, offset }): TableCell => {
    const positionOf = (at: number) => positionIn([row], offset + at);
    return { type: 'tableCell', children: readInline(text, draft, positionOf) };
  });
  return { type: 'tableRow', children };
}

/** Bars inside code, references and formulas do not separate cells, nor does '\|'. */
function cellsOf(row: string): { text: string; offset: number }[] {
  const hidden = scanInline(row).filter((mark) => mark.kind !== 'text' && mark.kind !== 'tag');
  const inner = row.trimEnd();
  const cells: { text: string; offset: number }[] = [];
  let from = 1;
  for (let at = 1; at < inner.length; at += 1) {
    const mark = hidden.find(({ start, end }) => start <= at && at < end);
    if (mark) at = mark.end - 1;
    else if (inner[at] === '\\') at += 1;
    else if (inner[at] === '|') {
      const cell = inner.slice(from, at);
      const offset = from + cell.length - cell.trimStart().length;
      cells.push({ text: cell.trim().replaceAll('\\|', '|'), offset });
      from = at + 1;
    }
  }
  return cells;
}
