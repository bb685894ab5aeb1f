/**
 * Regions: runs of lines, such as fences, in which no bullet starts a block. Unclosed regions are plain
 * text (checked against Logseq's parser).
 */
import { escapePattern } from '../../../escape.ts';
import type { SourceLine } from './source-lines.ts';

/** Names that make '<name' the start of raw HTML; other names in angle brackets are text. */
const htmlNames = new Set(
  (
    'a abbr address article aside audio b bdi bdo blockquote body button canvas caption cite code col colgroup ' +
    'data datalist dd del details dfn dialog div dl dt em fieldset figcaption figure footer form h1 h2 h3 h4 ' +
    'h5 h6 header i iframe ins kbd label legend li main map mark math menu meter nav noscript object ol ' +
    'optgroup option output p picture pre progress q rp rt ruby s samp script section select small span ' +
    'strong style sub summary sup svg table tbody td template textarea tfoot th thead time tr u ul var video center font'
  ).split(' '),
);

/** Elements that have no end tag. */
const voidNames = new Set(
  'area base br col embed hr img input link meta param source track wbr'.split(' '),
);

/** The marker that opens a fence on a line without indentation, or null. */
export function fenceMarker(text: string): '```' | '~~~' | null {
  const marker = text.startsWith('```') ? '```' : text.startsWith('~~~') ? '~~~' : null;
  return marker && !text.slice(3).includes(marker) ? marker : null;
}

/**
 * Index of the last line of the region that starts at line `index` with `text` (the line without bullet
 * and indentation), or -1 when none starts there or it is not closed.
 */
export function regionEnd(lines: readonly SourceLine[], index: number, text: string): number {
  const fence = fenceMarker(text);
  if (fence) return findLine(lines, index + 1, (line) => line.trimStart().startsWith(fence));
  const container = /^#\+BEGIN_(\S+)/i.exec(text)?.[1];
  if (container) return containerEnd(lines, index, container);
  const environment = /^\\begin\{([^}\s]+)\}/.exec(text)?.[1];
  if (environment) return closingLine(lines, index, text, 6, `\\end{${environment}}`);
  if (text.startsWith('$$')) return closingLine(lines, index, text, 2, '$$');
  if (/^:[A-Za-z][\w-]*:\s*$/.test(text)) {
    return findLine(lines, index + 1, (line) => /^:END:$/i.test(line.trim()));
  }
  if (text.startsWith('<!--')) return closingLine(lines, index, text, 4, '-->');
  return htmlRegionEnd(lines, index, text);
}

/** Offset after the HTML element or comment that starts at `start` of `text`, or -1. */
export function htmlEnd(text: string, start: number): number {
  if (text.startsWith('<!--', start)) {
    const end = text.indexOf('-->', start + 4);
    return end < 0 ? -1 : end + 3;
  }
  const pattern = /<([a-zA-Z][a-zA-Z0-9]*)(?=[\s/>])(?:"[^"]*"|'[^']*'|[^<>"'])*>/y;
  pattern.lastIndex = start;
  const open = pattern.exec(text);
  const name = open?.[1]?.toLowerCase() ?? '';
  if (!open || !(htmlNames.has(name) || voidNames.has(name))) return -1;
  if (voidNames.has(name) || open[0].endsWith('/>')) return pattern.lastIndex;
  return closeElement(text, pattern.lastIndex, name);
}

/** Maximum depth of elements of one name inside each other. */
const maxDepth = 100;

function closeElement(text: string, start: number, name: string): number {
  if (!text.includes('</', start)) return -1;
  const tags = new RegExp(`<(/?)${name}(?=[\\s/>])[^<>]*>`, 'gi');
  tags.lastIndex = start;
  let depth = 1;
  for (let tag = tags.exec(text); tag && depth < maxDepth; tag = tags.exec(text)) {
    if (tag[1]) depth -= 1;
    else if (!tag[0].endsWith('/>')) depth += 1;
    if (depth === 0) return tags.lastIndex;
  }
  return -1;
}

/** Lines in which the end of an element is looked for: each line that opens one reads them. */
const maxHtmlLines = 1000;

function htmlRegionEnd(lines: readonly SourceLine[], index: number, text: string): number {
  const name = /^<([a-zA-Z][a-zA-Z0-9]*)(?=[\s/>])/.exec(text)?.[1]?.toLowerCase() ?? '';
  if (!htmlNames.has(name) && !voidNames.has(name)) return -1;
  if (htmlEnd(text, 0) >= 0) return index;
  const closer = new RegExp(`</${name}[\\s>]`, 'i');
  const below = lines.slice(index + 1, index + 1 + maxHtmlLines);
  if (findLine(below, 0, (line) => closer.test(line)) < 0) return -1;
  const joined = [text, ...below.map((line) => line.text)].join('\n');
  const end = htmlEnd(joined, 0);
  return end < 0 ? -1 : index + countNewlines(joined.slice(0, end));
}

function containerEnd(lines: readonly SourceLine[], index: number, name: string): number {
  const begin = new RegExp(`^#\\+BEGIN_${escapePattern(name)}(?:\\s|$)`, 'i');
  const end = new RegExp(`^#\\+END_${escapePattern(name)}`, 'i');
  let depth = 1;
  return findLine(lines, index + 1, (line) => {
    const text = line.trimStart();
    if (begin.test(text)) depth += 1;
    if (end.test(text)) depth -= 1;
    return depth === 0;
  });
}

function closingLine(
  lines: readonly SourceLine[],
  index: number,
  text: string,
  from: number,
  closer: string,
): number {
  if (text.includes(closer, from)) return index;
  return findLine(lines, index + 1, (line) => line.includes(closer));
}

function findLine(
  lines: readonly SourceLine[],
  from: number,
  matches: (text: string) => boolean,
): number {
  for (let index = from; index < lines.length; index += 1) {
    if (matches(lines[index]?.text ?? '')) return index;
  }
  return -1;
}

function countNewlines(text: string): number {
  let count = 0;
  for (const char of text) if (char === '\n') count += 1;
  return count;
}
