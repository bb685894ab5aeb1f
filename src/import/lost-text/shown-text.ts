/** The words that a page shows, says or uses: text, attributes, properties, and what its links name. */
import { decodeNamedCharacterReference } from 'decode-named-character-reference';
import type { Note } from '../../garden/note.ts';
import type { NotePage } from '../../garden/page.ts';

/** Elements between whose text there is no space. */
const inlineTag =
  /<\/?(?:a|abbr|b|bdi|cite|code|del|em|font|i|ins|kbd|mark|q|s|small|span|strong|sub|sup|u|var)\b(?:"[^"]*"|[^">])*>/gu;
const anyTag = /<\/?[a-z!](?:"[^"]*"|[^">])*>/giu;
const attribute =
  /\s(?:alt|title|href|src|srcset|poster|id|value|label|datetime|data-[\w-]+|aria-label)="([^"]*)"/gu;

export interface ShownText {
  /** All of it in lower case. */
  readonly text: string;
  /** What is text of the page, with blanks around every element. */
  readonly apart: string;
}

/** The text of a page, and what of a note it names. */
export function shownText(page: NotePage, note: Note): ShownText {
  const html = [page.html, ...page.properties.map((property) => property.html)].join('\n');
  const attributes = [...html.matchAll(attribute)].map(([, value = '']) => unescaped(value));
  const text = unescaped(html.replace(inlineTag, '').replace(anyTag, ' '));
  const facts = [
    page.title,
    page.description,
    ...page.aliases,
    ...page.tags.map((tag) => tag.title),
  ];
  const links = note.links.flatMap(({ name, label, source }) => [name, label, source]);
  const properties = JSON.stringify(note.properties.map(({ key, value }) => [key, value]));
  return {
    text: comparable([text, ...attributes, ...facts, ...links, properties].join('\n')),
    apart: comparable(unescaped(html.replace(anyTag, ' '))),
  };
}

/** Text in the form in which the words of source and page are compared. */
export function comparable(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}

function unescaped(html: string): string {
  return html.replace(
    /&(#x?)?([\da-z]+);/giu,
    (written, sign: string | undefined, name: string) => {
      if (sign === undefined) return decodeNamedCharacterReference(name) || written;
      const code = Number.parseInt(name, sign.length > 1 ? 16 : 10);
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : written;
    },
  );
}
