/** Tokens of the query languages of Dataview and of Obsidian's bases. */

export interface Token {
  readonly kind: 'word' | 'text' | 'number' | 'link' | 'tag' | 'sign';
  /** Without quotes, brackets or '#'. */
  readonly text: string;
  /** Index in the source. */
  readonly offset: number;
}

const letters = String.raw`\p{L}\p{M}\p{N}_\p{Extended_Pictographic}\ufe0f`;

function pattern(dashes: boolean): RegExp {
  // A dash belongs to Dataview's names, but to no number: `date-created`, `5-2`.
  const word = String.raw`(?!\d)[${letters}]+(?:${dashes ? '-' : '(?!)'}[${letters}]+)*`;
  const parts = [
    String.raw`(?<space>\s+|//[^\n]*)`,
    String.raw`"(?<double>(?:\\.|[^"\\])*)"`,
    String.raw`'(?<single>(?:\\.|[^'\\])*)'`,
    String.raw`\[\[(?<link>[^\]\n]*)\]\]`,
    `#(?<tag>[${letters}/-]+)`,
    String.raw`(?<date>\d{4}-\d{2}(?:-\d{2}(?:T[\d:.+Z-]+)?)?)`,
    String.raw`(?<number>\d+(?:\.\d+)?)`,
    `(?<word>${word})`,
    String.raw`(?<sign>==|!=|<=|>=|&&|\|\||[-+*/%<>=!().,[\]{}:|&])`,
  ];
  return new RegExp(parts.join('|'), 'uy');
}

const withDashes = pattern(true);
const withoutDashes = pattern(false);

/** The tokens of a source, or null where it contains an unknown character. */
export function readTokens(
  source: string,
  { dashes }: { readonly dashes: boolean },
): Token[] | null {
  const next = dashes ? withDashes : withoutDashes;
  const tokens: Token[] = [];
  next.lastIndex = 0;
  while (next.lastIndex < source.length) {
    const offset = next.lastIndex;
    const groups = next.exec(source)?.groups;
    if (!groups) return null;
    const token = tokenOf(groups, offset);
    if (token) tokens.push(token);
  }
  return tokens;
}

function tokenOf(groups: Record<string, string | undefined>, offset: number): Token | null {
  const { double, single, link, tag, date, number, word, sign } = groups;
  const text = double ?? single;
  if (text !== undefined) return { kind: 'text', text: text.replace(/\\(.)/gu, '$1'), offset };
  if (link !== undefined) return { kind: 'link', text: link, offset };
  if (tag !== undefined) return { kind: 'tag', text: tag, offset };
  if (date !== undefined) return { kind: 'text', text: date, offset };
  if (number !== undefined) return { kind: 'number', text: number, offset };
  if (word !== undefined) return { kind: 'word', text: word, offset };
  return sign === undefined ? null : { kind: 'sign', text: sign, offset };
}
