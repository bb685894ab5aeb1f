/** The forms of Logseq's query language: EDN with references, tags and variables among its words. */
import { type Edn, readEdn } from '../edn/edn.ts';
import { variablePattern } from './variables.ts';

/** A reference in a query, while it goes through the EDN reader as a string. */
export const referenceSign = '\u0001';

/** Strings, variables, which may be in brackets, references and tags. */
const referencePattern = new RegExp(
  String.raw`"(?:[^"\\]|\\.)*"|(?:\[\[)?(${variablePattern})(?:\]\])?|#?\[\[((?:[^\]]|\](?!\]))+)\]\]|#([^\s()[\]"]+)`,
  'g',
);

/** The form of a query; null where it is none. Words without brackets are one text. */
export function readDsl(source: string): Edn | null {
  const prepared = source.replace(
    referencePattern,
    (whole, variable?: string, page?: string, tag?: string) => {
      const name = variable ?? page ?? tag;
      return name === undefined
        ? whole
        : `"${referenceSign}${name.trim().replace(/[\\"]/g, '\\$&')}"`;
    },
  );
  const { value, fault, end } = readEdn(prepared);
  if (fault || !value) return null;
  if (value.kind === 'symbol' && prepared.slice(end).trim() !== '') {
    return { kind: 'string', text: prepared.trim() };
  }
  return prepared.slice(end).trim() === '' ? value : null;
}
