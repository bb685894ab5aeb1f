/** The tags in a piece of HTML, and its text without them: enough for references, not a parser. */
import { decodeNamedCharacterReference } from 'decode-named-character-reference';

export interface HtmlTag {
  /** In lower case. */
  readonly name: string;
  readonly attributes: readonly HtmlAttribute[];
}

export interface HtmlAttribute {
  /** In lower case. */
  readonly name: string;
  /** With character references decoded. */
  readonly value: string;
  /** Index of the attribute in the HTML. */
  readonly offset: number;
}

const comment = /<!--[\s\S]*?(?:-->|$)/gu;
const startTag = /<([a-z][a-z0-9]*)((?:\s|\/)(?:"[^"]*"|'[^']*'|[^'">])*)?>/giu;
const anyTag = /<\/?[a-z][^\s/>]*(?:"[^"]*"|'[^']*'|[^'">])*>/giu;
const attribute = /([^\s"'<>/=]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+))/gu;

/** The start tags outside comments, in order. */
export function htmlTags(html: string): HtmlTag[] {
  const shown = html.replace(comment, (text) => ' '.repeat(text.length));
  return [...shown.matchAll(startTag)].map(({ 1: name = '', 2: rest = '', index }) => {
    const start = index + 1 + name.length;
    const attributes = [...rest.matchAll(attribute)].map((match): HtmlAttribute => {
      const value = match[2] ?? match[3] ?? match[4] ?? '';
      const offset = start + match.index;
      return { name: (match[1] ?? '').toLowerCase(), value: decoded(value), offset };
    });
    return { name: name.toLowerCase(), attributes };
  });
}

/** The text of a piece of HTML, without its tags and comments. */
export function htmlText(html: string): string {
  const hidden = /<(script|style|template|noscript)\b[\s\S]*?<\/\1\s*>/giu;
  return decoded(html.replace(comment, '').replace(hidden, '').replace(anyTag, ''));
}

function decoded(text: string): string {
  return text.replace(
    /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z][a-z0-9]*));/giu,
    (written, ...parts) => {
      const [decimal, hex, name] = parts as (string | undefined)[];
      if (name !== undefined) return decodeNamedCharacterReference(name) || written;
      const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : written;
    },
  );
}
