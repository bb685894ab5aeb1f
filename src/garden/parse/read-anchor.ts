/** What a link names in its target, where parts are divided by `#`: `#Heading#Below`, `#^block`. */
import type { Anchor } from '../note.ts';

/** The anchor of the parts after the name, which may be blank; null where none is left. */
export function readAnchor(parts: readonly string[]): Anchor | null {
  const path = parts.map((part) => part.trim()).filter((part) => part !== '');
  const last = path.at(-1);
  if (last === undefined) return null;
  return last.startsWith('^') ? { kind: 'block', id: last.slice(1) } : { kind: 'heading', path };
}
