/** The words around a link: the one rule for both dialects. */
import type { LinkContext } from '../../note.ts';
import type { LinkSpan } from './plain-text.ts';

/**
 * How far the context of a link reaches. 'block': all words of its block, the unit of a Logseq outline.
 * 'sentence': to the nearest full stop or line break, because an Obsidian paragraph may be long.
 */
export type ContextUnit = 'block' | 'sentence';

/** Maximum number of characters on either side of the link, in UTF-16 code units. */
const maxLength = 180;

/** The context of a link in a text: one line, cut between words with '…' where it is too long. */
export function contextOf(
  text: string,
  { start, end }: LinkSpan,
  unit: ContextUnit,
): Omit<LinkContext, 'fragment'> {
  return {
    before: oneLine(textBefore(text.slice(0, start), unit)).trimStart(),
    text: oneLine(text.slice(start, end)),
    after: oneLine(textAfter(text.slice(end), unit)).trimEnd(),
  };
}

function textBefore(text: string, unit: ContextUnit): string {
  const near = text.slice(-maxLength);
  const boundary =
    unit === 'sentence' ? /^[\s\S]*(?:[.!?…](?=\s)|[。！？]|\n)\s*/u.exec(near) : null;
  if (boundary) return near.slice(boundary[0].length);
  return near === text
    ? near
    : `…${near.replace(/^[\p{Script=Latin}\p{N}]*[\s，。、；：,.;:]*/u, '')}`;
}

function textAfter(text: string, unit: ContextUnit): string {
  const near = text.slice(0, maxLength);
  const boundary =
    unit === 'sentence' ? /^[\s\S]*?(?:[.!?…](?=\s|$)|[。！？]|(?=\n))/u.exec(near) : null;
  if (boundary) return boundary[0];
  return near === text ? near : `${near.replace(/\s?[\p{Script=Latin}\p{N}]*$/u, '')}…`;
}

function oneLine(text: string): string {
  return text.replaceAll('\n', ' ');
}
