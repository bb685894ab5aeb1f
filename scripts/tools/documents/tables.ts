/** Tables in Markdown of what the code does: syntax and diagnostics. */
import { diagnosticKinds } from '../../../src/garden/diagnostic.ts';
import type { Documented } from '../../../src/garden/resolve/expression/fixtures/documented.ts';

interface SyntaxRow {
  readonly what: string;
  readonly source: string;
  readonly shown: string;
}

/** What is written and what is shown: the rows are the fixtures that the parsers' tests prove. */
export function syntaxTable(rows: readonly SyntaxRow[]): string {
  const lines = rows.map(({ what, source, shown }) => {
    return `| ${cell(what)} | ${code(source)} | ${cell(shown)} |`;
  });
  return ['| what | written | shown |', '|---|---|---|', ...lines].join('\n');
}

/** Source in a cell: ⏎ for line ends, → for tabs, · for leading spaces, fenced by more backticks than it holds. */
function code(source: string): string {
  const line = source
    .trim()
    .replaceAll('\t', '→')
    .replace(/(?<=\n) +/g, (blanks) => '·'.repeat(blanks.length))
    .replace(/ *(\n+)/g, (_, ends: string) => ` ${'⏎ '.repeat(ends.length)}`);
  // Readers of tables disagree about a backslash before a bar, so nothing is left to read there.
  if (line.includes('\\|')) return `<code>${line.replace(/[^\p{L}\p{N} ]/gu, entity)}</code>`;
  const fence = '`'.repeat(
    Math.max(0, ...(line.match(/`+/g) ?? []).map(({ length }) => length)) + 1,
  );
  return `${fence} ${cell(line)} ${fence}`;
}

function entity(character: string): string {
  return `&#${character.codePointAt(0)};`;
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('\n', ' ');
}

/** All codes of diagnostics with their severity and meaning. */
export function diagnosticsTable(): string {
  const rows = Object.entries(diagnosticKinds).map(
    ([code, { severity, meaning }]) => `| \`${code}\` | ${severity} | ${meaning} |`,
  );
  return ['| code | severity | what it means |', '|---|---|---|', ...rows].join('\n');
}

/** Each function once, with the first result that its documentation gives and the tests compute. */
export function functionsTable(rows: readonly Documented[]): string {
  const first = new Map<string, Documented>();
  for (const row of rows) if (!first.has(row[0])) first.set(row[0], row);
  const lines = [...first.values()].map(([name, expression, result]) => {
    const shown = result === null ? 'nothing' : code(JSON.stringify(result));
    return `| ${code(name)} | ${code(expression)} | ${shown} |`;
  });
  return ['| function | example | result |', '|---|---|---|', ...lines].join('\n');
}
