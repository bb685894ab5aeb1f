/** The parts of the README that are made from the code, so that they cannot say what is not true. */
import { diagnosticKinds } from '../../../src/garden/diagnostic.ts';
import { logseqSyntax } from '../../../src/garden/parse/logseq/fixtures/syntax.ts';
import { obsidianSyntax } from '../../../src/garden/parse/obsidian/fixtures/syntax.ts';
import { settingsTable } from '../../../src/settings/documents.ts';

/** The README with every generated part as the code has it now. */
export function fillReadme(readme: string): string {
  const withLogseq = replacePart(readme, 'logseq', syntaxTable(logseqSyntax));
  const withSyntax = replacePart(withLogseq, 'obsidian', syntaxTable(obsidianSyntax));
  const withSettings = replacePart(withSyntax, 'settings', settingsTable());
  return replacePart(withSettings, 'diagnostics', diagnosticsTable());
}

/**
 * Puts text between `<!-- name -->` and `<!-- /name -->`.
 * @throws Error when the README has no such part.
 */
export function replacePart(readme: string, name: string, text: string): string {
  const start = `<!-- ${name} -->`;
  const end = `<!-- /${name} -->`;
  const from = readme.indexOf(start);
  const to = readme.indexOf(end);
  if (from < 0 || to < from) throw new Error(`The README has no part called “${name}”.`);
  return `${readme.slice(0, from + start.length)}\n${text}\n${readme.slice(to)}`;
}

interface SyntaxRow {
  readonly what: string;
  readonly source: string;
  readonly shown: string;
}

/** What is written and what is shown: the rows are the fixtures that the parsers' tests prove. */
function syntaxTable(rows: readonly SyntaxRow[]): string {
  const lines = rows.map(({ what, source, shown }) => {
    return `| ${cell(what)} | ${code(source)} | ${cell(shown)} |`;
  });
  return ['| what | written | shown |', '|---|---|---|', ...lines].join('\n');
}

/** Source in a cell: lines ended by ⏎, tabs as →, fenced by more backticks than it holds. */
function code(source: string): string {
  const line = source
    .trim()
    .replaceAll('\t', '→')
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

function diagnosticsTable(): string {
  const rows = Object.entries(diagnosticKinds).map(
    ([code, { severity, meaning }]) => `| \`${code}\` | ${severity} | ${meaning} |`,
  );
  return ['| code | severity | what it means |', '|---|---|---|', ...rows].join('\n');
}
