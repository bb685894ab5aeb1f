/**
 * How a reference travels through mermaid: its label between two private-use characters that no font
 * draws, or an address that only the garden makes. They are replaced by links when a page is made, so
 * that a drawing does not depend on where its references lead.
 */
const firstOpener = 0xe000;
const closer = '\uf8ff';

/** How many references one diagram can carry. */
export const markCount = 0xf8ff - firstOpener;

/** Matches every mark, and every character that could be taken for one. */
const markCharacters = /[\ue000-\uf8ff]/gu;

/** Text that shows `label` and carries the reference with this index. */
export function markLabel(index: number, label: string): string {
  return String.fromCharCode(firstOpener + index) + label + closer;
}

/** What a marked address stands for: a node that leads to a note, or one whose text is its name. */
export type AddressKind = 'link' | 'name';

/** Address that carries the reference with this index where mermaid wants an address. */
export function markAddress(index: number, kind: AddressKind): string {
  return `#garden-${kind}-${index}`;
}

/** What an address carries, or null when it is not one of ours. */
export function readAddress(address: string): { index: number; kind: AddressKind } | null {
  const match = /^#garden-(link|name)-(\d{1,4})$/u.exec(address);
  if (!match) return null;
  return { kind: match[1] === 'name' ? 'name' : 'link', index: Number(match[2]) };
}

/** Index of the reference that a character opens, 'close' for the closer, null for other characters. */
export function markAt(character: string): number | 'close' | null {
  if (character === closer) return 'close';
  const index = character.charCodeAt(0) - firstOpener;
  return index >= 0 && index < markCount ? index : null;
}

/** Text as a reader sees it: without marks. */
export function withoutMarks(text: string): string {
  return text.replace(markCharacters, '');
}

/** Text in which no character can be taken for a mark; every offset stays. */
export function withoutForgedMarks(text: string): string {
  return text.replace(markCharacters, '\ufffd');
}
