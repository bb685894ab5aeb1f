/** Tags, bare addresses and syntax in angle brackets. */

import { htmlEnd } from '../lines/regions.ts';
import { closePageLink } from '../wiki-link/scan-page-link.ts';
import type { InlineMark } from './marks.ts';

/**
 * Characters that end a tag: Logseq's own (blanks and `# , ! ? ' " :`), and ours: closing brackets
 * and Chinese and Japanese punctuation, which Logseq includes in the tag.
 */
const tagText =
  /#([^\s#,!?'":()[\]{}<>`|\\\u3000-\u3003\u3008-\u3011\u3014-\u301f\uff01-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff65\u2018-\u201f\u2026*=~^]+)/y;

/** `#tag`, anywhere in a text, except numbers and hex colours. */
export function scanTag(text: string, at: number): InlineMark | null {
  const reference = scanBracketTag(text, at);
  if (reference) return reference;
  tagText.lastIndex = at;
  const name = tagText.exec(text)?.[1]?.replace(/[.;]+$/, '') ?? '';
  if (name === '' || isNumber(name)) {
    return { kind: 'text', start: at, end: at + 1, value: '#' };
  }
  return { kind: 'tag', start: at, end: at + 1 + name.length, name };
}

function scanBracketTag(text: string, at: number): InlineMark | null {
  if (!text.startsWith('#[[', at)) return null;
  const end = closePageLink(text, at + 1);
  const name = end < 0 ? '' : text.slice(at + 3, end - 2).trim();
  return name === '' ? null : { kind: 'tag', start: at, end, name };
}

/** '12', 'fff' and '1a2b3c' are numbers or colours, not names. */
function isNumber(name: string): boolean {
  if (/^\d+$/.test(name)) return true;
  const isHex = /^(?:[0-9a-f]{3}|[0-9a-f]{6}|[0-9a-f]{8})$/i.test(name);
  return isHex && (/\d/.test(name) || /^(.)\1+$/.test(name));
}

/** A bare http address; it ends at blanks, brackets and full-width punctuation. */
export function scanAddress(text: string, at: number): InlineMark | null {
  if (/[a-z0-9]/i.test(text[at - 1] ?? '')) return null;
  const pattern =
    /https?:\/\/[^\s<>"`[\]{}|\\^\u3000-\u3011\u3014-\u301f\uff01-\uff0f\uff1a-\uff20\u2018-\u201f]+/y;
  pattern.lastIndex = at;
  const url = withoutTail(pattern.exec(text)?.[0] ?? '');
  if (url.length < 9) return null;
  return { kind: 'address', start: at, end: at + url.length, url, label: url };
}

/** An address without the punctuation of the sentence around it and unopened brackets. */
function withoutTail(address: string): string {
  let url = address.replace(/[.,;:!?'"*~=]+$/, '');
  while (url.endsWith(')') && url.split('(').length < url.split(')').length) url = url.slice(0, -1);
  return url.replace(/[.,;:!?'"*~=]+$/, '');
}

/** `<https://…>`, `<2021-01-02 Sat>`, an HTML element or comment; any other '<' is text. */
export function scanAngle(text: string, at: number): InlineMark {
  const address = /<(https?:\/\/[^\s<>]+|mailto:[^\s<>]+)>/y;
  address.lastIndex = at;
  const url = address.exec(text)?.[1];
  if (url !== undefined) {
    return { kind: 'address', start: at, end: address.lastIndex, url, label: url };
  }
  const date = /<(\d{4}-\d{2}-\d{2}[^<>\n]*)>/y;
  date.lastIndex = at;
  const written = date.exec(text)?.[1];
  if (written !== undefined) return { kind: 'date', start: at, end: date.lastIndex, text: written };
  const end = htmlEnd(text, at);
  if (end > 0) return { kind: 'html', start: at, end, value: text.slice(at, end) };
  return { kind: 'text', start: at, end: at + 1, value: '<' };
}
