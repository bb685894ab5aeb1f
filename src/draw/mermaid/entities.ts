/** Entities of diagrams: `#35;` and `#quot;`, for which mermaid puts signs of its own until it draws. */
import { decodeNamedCharacterReference } from 'decode-named-character-reference';

const entity = /(?:ﬂ°°|&?#)(\d+)(?:¶ß|;)|(?:ﬂ°|[#&])([a-z][a-z\d]*)(?:¶ß|;)/giu;

/** A text with the characters that its entities stand for. */
export function decodeEntities(text: string): string {
  return text.replace(entity, (written, code: string | undefined, name: string | undefined) => {
    if (code !== undefined) return characterOf(Number(code)) ?? written;
    return decodeNamedCharacterReference(name ?? '') || written;
  });
}

function characterOf(code: number): string | null {
  const isCharacter = code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff);
  return isCharacter ? String.fromCodePoint(code) : null;
}
