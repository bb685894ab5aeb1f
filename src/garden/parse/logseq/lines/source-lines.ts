/** Lines of a note with their place in the file, while indentation and markers are removed from them. */
import type { Position } from '../../../diagnostic.ts';

export interface SourceLine {
  readonly text: string;
  /** Line number in the file, from 1. */
  readonly line: number;
  /** Column of the text's first character in the file, from 1. */
  readonly column: number;
}

/** A line without its first `count` characters. */
export function cutLine(line: SourceLine, count: number): SourceLine {
  return { text: line.text.slice(count), line: line.line, column: line.column + count };
}

/** A line without the tabs and spaces at its start; other whitespace is text in Logseq. */
export function trimLine(line: SourceLine): SourceLine {
  return cutLine(line, /^[\t ]*/.exec(line.text)?.[0].length ?? 0);
}

/** A line without at most `count` blanks at its start. */
export function dedentLine(line: SourceLine, count: number): SourceLine {
  const blank = /^[\t ]*/.exec(line.text)?.[0].length ?? 0;
  return cutLine(line, Math.min(blank, count));
}

/** The text of lines joined by newlines. */
export function textOf(lines: readonly SourceLine[]): string {
  return lines.map(({ text }) => text).join('\n');
}

/** Place in the file of the character at `offset` of the joined lines. */
export function positionIn(lines: readonly SourceLine[], offset: number): Position {
  let rest = offset;
  for (const { text, line, column } of lines) {
    if (rest <= text.length) return { line, column: column + rest };
    rest -= text.length + 1;
  }
  const last = lines.at(-1);
  return { line: last?.line ?? 1, column: (last?.column ?? 1) + (last?.text.length ?? 0) };
}
