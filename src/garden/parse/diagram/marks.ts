/**
 * How a reference passes through mermaid: its label between two private-use characters that no font
 * draws, or an address that only the garden makes. They are replaced by links when a page is made, so
 * that a drawing does not depend on the targets of its references.
 */
const firstOpener = 0xe000;
const closer = '\uf8ff';

/** Maximum number of references in one diagram. */
export const markCount = 0xf8ff - firstOpener;

/** Matches every mark, and every character that could be mistaken for one. */
const markCharacters = /[\ue000-\uf8ff]/gu;

/** Text that shows `label` and marks the reference with this index. */
export function markLabel(index: number, label: string): string {
  return String.fromCharCode(firstOpener + index) + label + closer;
}

/** What a marked address is: the link of a node, or of a node whose text is the note's name. */
export type AddressKind = 'link' | 'name';

/** Address that marks the reference with this index where mermaid requires an address. */
export function markAddress(index: number, kind: AddressKind): string {
  return `#garden-${kind}-${index}`;
}

/** The mark in an address, or null for other addresses. */
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

/** Text in which no character can be mistaken for a mark; offsets do not change. */
export function withoutForgedMarks(text: string): string {
  return text.replace(markCharacters, '\ufffd');
}
