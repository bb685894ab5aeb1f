/** `[[page]]`, `((block))`, `[label](destination)`, images, footnotes and hiccup. */
import { citationInText, readCitation } from '../../markdown/citations.ts';
import { type Edn, ednKey, readEdn } from '../edn/edn.ts';
import { hiccupHtml, isElement } from '../edn/hiccup.ts';
import { scanPageLink } from '../wiki-link/scan-page-link.ts';
import type { ImageSize, InlineMark } from './marks.ts';
import { isUuid } from './uuid.ts';

/** Maximum length of a name, label or address, so that an unclosed bracket costs little. */
const maxLength = 4000;

/** The mark that a '[', '!' or '(' begins, or null. */
export function scanBrackets(text: string, at: number): InlineMark | null {
  if (text[at] === '(') return scanBlockReference(text, at);
  if (text[at] === '!') {
    if (text[at + 1] !== '[') return null;
    return scanExportedReference(text, at) ?? scanLabelled(text, at, true);
  }
  return (
    scanPageLink(text, at) ??
    scanFootnote(text, at) ??
    scanCitation(text, at) ??
    scanHiccup(text, at) ??
    scanLabelled(text, at, false) ?? { kind: 'text', start: at, end: at + 1, value: '[' }
  );
}

function scanBlockReference(text: string, at: number): InlineMark | null {
  const pattern = /\(\(([^\s()][^()\n]*)\)\)/y;
  pattern.lastIndex = at;
  const id = pattern.exec(text)?.[1];
  if (id === undefined || !isUuid(id.trim())) return null;
  return { kind: 'block', start: at, end: pattern.lastIndex, id: id.trim().toLowerCase() };
}

/**
 * `![[page#^id]]` and `![[page#^id|label]]`: how the database version of Logseq exports a reference to a
 * block. Its ids are unique, so that the page's name is not needed.
 */
function scanExportedReference(text: string, at: number): InlineMark | null {
  const pattern = /!\[\[[^[\]|\n]*#\^([0-9a-f-]{36})(?:\|([^[\]\n]+))?\]\]/iy;
  pattern.lastIndex = at;
  const [source, id, label] = pattern.exec(text) ?? [];
  if (source === undefined || id === undefined || !isUuid(id)) return null;
  const [start, end] = [at, at + source.length];
  if (label === undefined) return { kind: 'block', start, end, id: id.toLowerCase() };
  const labelStart = end - 2 - label.length;
  const destination = `((${id}))`;
  const none = { image: false, title: '', size: null };
  return { kind: 'labelled', start, end, label, labelStart, destination, ...none };
}

function scanFootnote(text: string, at: number): InlineMark | null {
  const pattern = /\[\^([^\s\]]+)\]/y;
  pattern.lastIndex = at;
  const label = pattern.exec(text)?.[1];
  return label === undefined
    ? null
    : { kind: 'footnote', start: at, end: pattern.lastIndex, label };
}

function scanCitation(text: string, at: number): InlineMark | null {
  const pattern = new RegExp(citationInText, 'uy');
  pattern.lastIndex = at;
  const [source = '', inside = ''] = pattern.exec(text) ?? [];
  const citation = source === '' ? null : readCitation(inside, source);
  return citation && { kind: 'citation', start: at, end: pattern.lastIndex, citation };
}

function scanHiccup(text: string, at: number): InlineMark | null {
  if (!/^\[:[a-z]/i.test(text.slice(at, at + 3))) return null;
  const { value, fault, end } = readEdn(text, at);
  if (fault || !value || !isElement(value)) return null;
  return { kind: 'html', start: at, end, value: hiccupHtml(value) };
}

function scanLabelled(text: string, at: number, image: boolean): InlineMark | null {
  const labelStart = at + (image ? 2 : 1);
  if (!text.slice(labelStart, labelStart + maxLength).includes('](')) return null;
  const labelEnd = closeBracket(text, labelStart);
  if (labelEnd < 0 || text[labelEnd + 1] !== '(') return null;
  const close = closeParenthesis(text, labelEnd + 2);
  if (close < 0) return null;
  const { destination, title } = readDestination(text.slice(labelEnd + 2, close));
  if (destination === '') return null;
  const size = readSize(text, close + 1);
  const label = text.slice(labelStart, labelEnd);
  const end = size ? size.end : close + 1;
  return {
    ...{ kind: 'labelled', start: at, end, image, label, labelStart, destination, title },
    size: size?.size ?? null,
  };
}

/** Offset of the ']' that closes a label; a label may hold brackets and one line break, no blank line. */
function closeBracket(text: string, from: number): number {
  const limit = Math.min(text.length, from + maxLength);
  let depth = 0;
  for (let at = from; at < limit; at += 1) {
    const char = text[at];
    if (char === '\\') at += 1;
    else if (char === '\n' && /^\n\s*\n/.test(text.slice(at, at + 80))) return -1;
    else if (char === '[') depth += 1;
    else if (char === ']') {
      if (depth === 0) return at;
      depth -= 1;
    }
  }
  return -1;
}

/** Offset of the ')' that closes a destination on its line: balanced, else the first. */
function closeParenthesis(text: string, from: number): number {
  const line = text.slice(from, from + maxLength).split('\n', 1)[0] ?? '';
  if (line.startsWith('<')) {
    const end = line.indexOf('>)');
    if (end > 0) return from + end + 1;
  }
  let depth = 0;
  for (let at = 0; at < line.length; at += 1) {
    if (line[at] === '(') depth += 1;
    if (line[at] === ')') {
      if (depth === 0) return from + at;
      depth -= 1;
    }
  }
  const first = line.indexOf(')');
  return first < 0 ? -1 : from + first;
}

function readDestination(inside: string): { destination: string; title: string } {
  const titled = /^(.*\S)\s+(?:"([^"]*)"|'([^']*)')\s*$/.exec(inside);
  const destination = (titled?.[1] ?? inside).trim();
  const title = titled?.[2] ?? titled?.[3] ?? '';
  return { destination: destination.replace(/^<(.*)>$/, '$1'), title };
}

/** `{:height 421, :width 718}` after an image. */
function readSize(text: string, at: number): { size: ImageSize; end: number } | null {
  if (!/^\{\s*:/.test(text.slice(at, at + 4))) return null;
  const { value, fault, end } = readEdn(text, at);
  if (fault || value?.kind !== 'map') return null;
  return { size: { width: pixels(value, 'width'), height: pixels(value, 'height') }, end };
}

function pixels(map: Edn, key: string): number | null {
  if (map.kind !== 'map') return null;
  const value = map.entries.find(([name]) => ednKey(name) === key)?.[1];
  if (value?.kind === 'number') return value.number > 0 ? Math.round(value.number) : null;
  const text = value?.kind === 'string' ? /^(\d+)(?:px)?$/.exec(value.text)?.[1] : undefined;
  return text ? Number(text) : null;
}
