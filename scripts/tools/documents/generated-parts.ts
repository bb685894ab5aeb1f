/** Fills the parts of the README and the guide that are made from the code, so that they cannot be wrong. */
import { glob, readFile } from 'node:fs/promises';
import { logseqSyntax } from '../../../src/garden/parse/logseq/fixtures/syntax.ts';
import { obsidianSyntax } from '../../../src/garden/parse/obsidian/fixtures/syntax.ts';
import { documented } from '../../../src/garden/resolve/expression/fixtures/documented.ts';
import { settingsTable } from '../../../src/settings/documents.ts';
import { diagnosticsTable, functionsTable, syntaxTable } from './tables.ts';

/** The content between `<!-- name -->` and `<!-- /name -->`, by name. */
export const generatedParts: Readonly<Record<string, () => string>> = {
  logseq: () => syntaxTable(logseqSyntax),
  obsidian: () => syntaxTable(obsidianSyntax),
  bases: () => functionsTable(documented.bases),
  dataview: () => functionsTable(documented.dataview),
  diagnostics: diagnosticsTable,
  settings: settingsTable,
};

/** A document with every part that it has as the code makes it now. @throws Error when a part has no end. */
export function fillParts(document: string): string {
  return Object.entries(generatedParts).reduce((text, [name, make]) => {
    const [start, end] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
    const from = text.indexOf(start);
    const to = text.indexOf(end);
    if (from < 0) return text;
    if (to < from) throw new Error(`The part “${name}” has no end.`);
    return `${text.slice(0, from + start.length)}\n${make()}\n${text.slice(to)}`;
  }, document);
}

/** The documents that may have such parts, by path. */
export async function readDocuments(): Promise<ReadonlyMap<string, string>> {
  const paths = ['README.md'];
  for await (const path of glob('notes/guide/**/*.md')) paths.push(path);
  const texts = await Promise.all(paths.map((path) => readFile(path, 'utf8')));
  return new Map(paths.map((path, index) => [path, texts[index] ?? '']));
}
