import { frontMatterEnd } from '../../garden/parse/diagram/read-diagram.ts';

/** What mermaid says is wrong, and where in the author's source. */
export function readError(
  error: unknown,
  source: string,
): { message: string; line: number | null } {
  const text = error instanceof Error ? error.message : String(error);
  const reported = openedLine(error) ?? lineIn(text) ?? parserPlace(error)?.first_line ?? null;
  return { message: sentence(text), line: reported === null ? null : sourceLine(source, reported) };
}

function lineIn(message: string): number | null {
  const digits = /\bline[: ]+(\d+)/iu.exec(message)?.[1];
  return digits === undefined ? null : Number(digits);
}

/**
 * Where the text before the error runs over several lines, something was not closed: then the line
 * that opened it is the one to correct.
 */
function openedLine(error: unknown): number | null {
  const place = parserPlace(error);
  const spans = (place?.last_line ?? 0) > (place?.first_line ?? 0);
  return spans ? (place?.first_line ?? null) : null;
}

/** jison's parsers attach a location to the error. */
function parserPlace(error: unknown): { first_line?: number; last_line?: number } | null {
  if (typeof error !== 'object' || error === null || !('hash' in error)) return null;
  return (error.hash as { loc?: { first_line?: number; last_line?: number } } | null)?.loc ?? null;
}

/** The message on one line, without the parser's picture of the text and its list of tokens. */
function sentence(message: string): string {
  const all = message.split('\n').map((line) => line.trim());
  const lines = all.filter((line) => line !== '' && !/^\.{3}|^-*\^$|^Expecting\b/u.test(line));
  const first = (lines[0] ?? 'Mermaid cannot read this diagram').replace(/:$/u, '');
  const quoted = /^(?:\.{3})?(.*)$/u.exec(all[1] ?? '')?.[1]?.trim();
  const near = quoted && /^Parse error/u.test(first) ? ` near “${quoted}”` : '';
  return `${first.replace(/ on line \d+$/u, '')}${near}`.replace(/[.:]?$/u, '.');
}

/**
 * Line of the author's source for a line that mermaid counted: it drops front matter, comments and
 * directives before it parses.
 */
export function sourceLine(source: string, reported: number): number {
  const lines = source.split('\n');
  const skipped = source.slice(0, frontMatterEnd(source)).split('\n').length - 1;
  const kept: number[] = [];
  lines.forEach((line, index) => {
    const dropped =
      index < skipped || /^\s*%%(?!\{)/u.test(line) || /^\s*%%\{.*\}%%\s*$/u.test(line);
    const isLeadingBlank = kept.length === 0 && line.trim() === '';
    if (!dropped && !isLeadingBlank) kept.push(index + 1);
  });
  return kept[reported - 1] ?? lines.length;
}
