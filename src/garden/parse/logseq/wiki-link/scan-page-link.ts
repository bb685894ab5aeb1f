/** Finds `[[name]]` in the text of a Logseq page. */
import type { InlineMark } from '../inline/marks.ts';
import { isUuid } from '../inline/uuid.ts';

/** Maximum length of a link, so that an unclosed one costs little. */
const maxLength = 4000;
/** Maximum depth of references inside references. */
const maxDepth = 8;

/**
 * `[[name]]` on one line; whole references may be inside. Before a highlight, `[[$red]]` and its
 * like are the wrap plugin's colours. Null where no link starts.
 */
export function scanPageLink(text: string, at: number): InlineMark | null {
  const end = closePageLink(text, at);
  if (end < 0) return null;
  const name = text.slice(at + 2, end - 2).trim();
  if (name === '') return { kind: 'text', start: at, end, value: text.slice(at, end) };
  if (text.startsWith('==', end) && /^[#$_][\w-]+$/.test(name)) {
    return { kind: 'color', start: at, end, token: name };
  }
  // The database version refers to blocks and pages like this.
  if (isUuid(name)) return { kind: 'block', start: at, end, id: name.toLowerCase() };
  return { kind: 'page', start: at, end, name };
}

/** Offset after the `]]` that closes the `[[` at `at`, or -1. */
export function closePageLink(text: string, at: number): number {
  if (!text.startsWith('[[', at)) return -1;
  const line = text.slice(at, at + maxLength).split('\n', 1)[0] ?? '';
  const first = line.indexOf(']]', 2);
  if (first < 0) return -1;
  let depth = 0;
  for (const found of line.matchAll(/\[\[|\]\]/g)) {
    depth += found[0] === '[[' ? 1 : -1;
    if (depth === 0) return at + found.index + 2;
    if (depth > maxDepth) break;
  }
  return at + first + 2;
}
