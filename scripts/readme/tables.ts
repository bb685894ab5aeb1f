/** The parts of the README that are made from the code, so that they cannot say what is not true. */
import { diagnosticKinds } from '../../src/garden/diagnostic.ts';

/** The README with every generated part as the code has it now. */
export function fillReadme(readme: string): string {
  return replacePart(readme, 'diagnostics', diagnosticsTable());
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

function diagnosticsTable(): string {
  const rows = Object.entries(diagnosticKinds).map(
    ([code, { severity, meaning }]) => `| \`${code}\` | ${severity} | ${meaning} |`,
  );
  return ['| code | severity | what it means |', '|---|---|---|', ...rows].join('\n');
}
