/** Entries of BibTeX and BibLaTeX files, read by Citation.js. */
import { Cite } from '@citation-js/core';
import '@citation-js/plugin-bibtex';

export interface BibtexEntry {
  /** Line of the file, from 1. */
  readonly line: number;
  /** As CSL JSON; undefined where the entry cannot be read. */
  readonly item?: unknown;
  /** Why it cannot be read. */
  readonly fault?: string;
}

/** Nothing is looked up elsewhere: the text is BibTeX. */
const readOptions = {
  generateGraph: false,
  maxChainLength: 2,
  strict: true,
  target: '@csl/list+object',
};
/** Abbreviations, which all entries may use; comments and preambles have no work. */
const notWorks = /^@(?:string|comment|preamble)\b/iu;

/** The entries of a file, each read by itself, so that a fault costs its own work only. */
export function readBibtex(text: string): readonly BibtexEntry[] {
  const parts = entriesOf(text);
  const strings = parts.filter(({ source }) => /^@string\b/iu.test(source));
  const abbreviations = strings.map(({ source }) => source).join('\n');
  return parts
    .filter(({ source }) => !notWorks.test(source))
    .flatMap(({ source, line }) => readEntry(`${abbreviations}\n${source}`, line));
}

/** The text of each entry: an entry begins with `@` at the beginning of a line. */
function entriesOf(text: string): readonly { readonly source: string; readonly line: number }[] {
  const starts = [...text.matchAll(/^[ \t]*@(?=\w+\s*[{(])/gmu)].map(({ index }) => index);
  let line = 1;
  let from = 0;
  return starts.map((start, at) => {
    line += text.slice(from, start).split('\n').length - 1;
    from = start;
    return { source: text.slice(start, starts[at + 1]).trim(), line };
  });
}

function readEntry(source: string, line: number): BibtexEntry[] {
  try {
    const options = { ...readOptions, forceType: '@bibtex/text' };
    const items: readonly unknown[] = new Cite(source, options).data;
    return items.map((item) => ({ line, item }));
  } catch (error) {
    return [{ line, fault: (error as Error).message.split('\n', 1)[0] ?? '' }];
  }
}
