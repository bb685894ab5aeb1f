/** Tokens of the query languages of Dataview and of Obsidian's bases. */

import type { ExpressionLanguage } from '../../../expression.ts';
import { ownValue } from '../../../own-value.ts';

export interface Token {
  readonly kind: 'word' | 'text' | 'number' | 'link' | 'embed' | 'tag' | 'regex' | 'date' | 'sign';
  /** Without quotes, brackets or '#'. */
  readonly text: string;
  /** Index in the source, and that of what follows. */
  readonly offset: number;
  readonly end: number;
}

const letters = String.raw`\p{L}\p{M}\p{N}_\p{Extended_Pictographic}\ufe0f`;

function pattern(language: ExpressionLanguage): RegExp {
  // A dash belongs to Dataview's names, but to no number: `date-created`, `5-2`.
  const dash = language === 'dataview' ? '-' : '(?!)';
  const comment = language === 'dataview' ? String.raw`//[^\n]*` : '(?!)';
  const parts = [
    String.raw`(?<space>\s+|${comment})`,
    String.raw`"(?<double>(?:\\.|[^"\\])*)"`,
    String.raw`'(?<single>(?:\\.|[^'\\])*)'`,
    String.raw`!\[\[(?<embed>[^\]\n]*)\]\]`,
    String.raw`\[\[(?<link>[^\]\n]*)\]\]`,
    `#(?<tag>[${letters}/-]+)`,
    String.raw`(?<date>\d{4}-\d{2}(?:-\d{2}(?:T\d[\d:.]*(?:Z|[+-]\d{2}:\d{2})?)?)?)`,
    String.raw`(?<number>\d+(?:\.\d+)?)`,
    String.raw`(?<word>(?!\d)[${letters}$]+(?:${dash}[${letters}]+)*)`,
    String.raw`(?<sign>=>|==|!=|<=|>=|&&|\|\||[-+*/%<>=!().,[\]{}:|&])`,
  ];
  return new RegExp(parts.join('|'), 'uy');
}

const patterns = { bases: pattern('bases'), dataview: pattern('dataview') };
const regex = /\/((?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\n[])+)\/([gimsuy]*)/uy;

/** The tokens of a source, or the index of the first character that begins none. */
export function readTokens(source: string, language: ExpressionLanguage): Token[] | number {
  const next = patterns[language];
  const tokens: Token[] = [];
  let offset = 0;
  while (offset < source.length) {
    const literal = regexAt(source, offset, tokens.at(-1), language);
    if (literal) {
      tokens.push(literal);
      offset = literal.end;
      continue;
    }
    next.lastIndex = offset;
    const groups = next.exec(source)?.groups;
    if (!groups) return offset;
    const token = tokenOf(groups, offset, next.lastIndex);
    if (token) tokens.push(token);
    offset = next.lastIndex;
  }
  return tokens;
}

/** A slash begins a regular expression where no value stands before it. */
function regexAt(
  source: string,
  offset: number,
  before: Token | undefined,
  language: ExpressionLanguage,
): Token | null {
  if (language !== 'bases' || source[offset] !== '/') return null;
  if (before && !(before.kind === 'sign' && !')]}'.includes(before.text))) return null;
  regex.lastIndex = offset;
  const found = regex.exec(source);
  if (!found) return null;
  const text = `${found[2]}/${found[1]}`;
  return { kind: 'regex', text, offset, end: regex.lastIndex };
}

const escapes: Readonly<Record<string, string>> = { n: '\n', t: '\t' };

function tokenOf(
  groups: Record<string, string | undefined>,
  offset: number,
  end: number,
): Token | null {
  const place = { offset, end };
  const { double, single } = groups;
  const text = double ?? single;
  if (text !== undefined) {
    // `\w` in a text is for a regular expression, and stays.
    const plain = text.replace(
      /\\([nt"'\\])/gu,
      (_, sign: string) => ownValue(escapes, sign) ?? sign,
    );
    return { kind: 'text', text: plain, ...place };
  }
  for (const kind of ['embed', 'link', 'tag', 'date', 'number', 'word', 'sign'] as const) {
    const found = groups[kind];
    if (found !== undefined) return { kind, text: found, ...place };
  }
  return null;
}
