/**
 * Logseq's inline marks and Markdown's emphasis in one text: each mark is replaced by one character
 * that Markdown reads as a letter, the text is read as Markdown, and the marks are restored in the
 * tree. So neither grammar can break the other.
 */
import type { PhrasingContent } from 'mdast';
import type { Highlight } from '../../../body.ts';
import { readMarkdown } from '../../markdown/markdown.ts';
import type { InlineMark } from './marks.ts';

const firstMark = 0xf0000;
const markPattern = /[\u{F0000}-\u{FFFFD}]/gu;

/** Returns the nodes of a mark. */
type Restore = (mark: InlineMark, inside: readonly string[]) => PhrasingContent[];

/** Characters that Markdown may read as syntax in a masked text; most texts have none. */
const special =
  /\*|~~|==|\^\^|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])|\\[!-/:-@[-`{-~]|&[#\w]+;|www\.|\w@\w/u;

/**
 * Reads a text of one or more lines, none of them blank, into phrasing content. `restore` returns
 * the nodes of a mark; it gets the types of the nodes around it, innermost last.
 */
export function readMasked(
  text: string,
  marks: readonly InlineMark[],
  restore: Restore,
): PhrasingContent[] {
  const masked = maskText(text, marks);
  const isMarkdown = special.test(masked) && !isDense(masked);
  const nodes = isMarkdown ? readPhrasing(masked) : plainPhrasing(masked);
  return restoreAll(nodes, { text, marks, restore }, []);
}

/** The Markdown parser takes quadratic time for emphasis characters; real texts have few. */
function isDense(masked: string): boolean {
  return masked.length > 2000 && (masked.match(/[*_~=^]+/g)?.length ?? 0) > 2000;
}

function maskText(text: string, marks: readonly InlineMark[]): string {
  let masked = '';
  let from = 0;
  marks.forEach(({ start, end }, index) => {
    masked += text.slice(from, start) + String.fromCodePoint(firstMark + index);
    from = end;
  });
  return masked + text.slice(from);
}

/** Reads one paragraph whatever its lines start with: other segments have been separated before. */
function readPhrasing(masked: string): PhrasingContent[] {
  const escaped = masked
    .replace(/^([-+*](?=[\t ]|$)|>|~{3,}|#)/gm, '\\$1')
    .replace(/^(\d{1,9})([.)])(?=[\t ]|$)/gm, '$1\\$2')
    .replaceAll('|', '\\|');
  const root = readMarkdown(escaped, { syntax: 'logseq', breaks: true });
  const [first] = root.children;
  if (root.children.length === 1 && first?.type === 'paragraph') return first.children;
  return plainPhrasing(masked);
}

function plainPhrasing(masked: string): PhrasingContent[] {
  const nodes: PhrasingContent[] = [];
  masked.split('\n').forEach((line, index) => {
    if (index > 0) nodes.push({ type: 'break' });
    const value = line.trimEnd();
    if (value !== '') nodes.push({ type: 'text', value });
  });
  return nodes;
}

interface Restoring {
  readonly text: string;
  readonly marks: readonly InlineMark[];
  readonly restore: Restore;
}

function restoreAll(
  nodes: readonly PhrasingContent[],
  source: Restoring,
  inside: readonly string[],
): PhrasingContent[] {
  const restored: PhrasingContent[] = [];
  nodes.forEach((node, index) => {
    if (node.type === 'text') {
      restored.push(...restoreText(node.value, source, inside, nodes[index + 1]));
    } else restored.push(restoreNode(node, source, inside, nodes[index - 1]));
  });
  return joinText(restored);
}

function restoreNode(
  node: PhrasingContent,
  source: Restoring,
  inside: readonly string[],
  before: PhrasingContent | undefined,
): PhrasingContent {
  const { position: _, ...bare } = node;
  if ('value' in bare) return { ...bare, value: unmask(bare.value, source) };
  if (!('children' in bare)) return bare;
  const children = restoreAll(bare.children as PhrasingContent[], source, [...inside, bare.type]);
  const url = bare.type === 'link' ? { url: unmask(bare.url, source) } : {};
  const copy = { ...bare, ...url, children } as PhrasingContent;
  return copy.type === 'highlight' ? colored(copy, colorBefore(before, source)) : copy;
}

/** The wrap plugin's `[[#cloze]]` hides what the others colour. */
function colored(node: Highlight, color: string): PhrasingContent {
  if (color === 'cloze') return { type: 'cloze', cue: '', children: node.children };
  return { ...node, color };
}

function restoreText(
  value: string,
  source: Restoring,
  inside: readonly string[],
  next: PhrasingContent | undefined,
): PhrasingContent[] {
  const nodes: PhrasingContent[] = [];
  let from = 0;
  for (const match of value.matchAll(markPattern)) {
    if (match.index > from) nodes.push({ type: 'text', value: value.slice(from, match.index) });
    from = match.index + match[0].length;
    const mark = source.marks[(match[0].codePointAt(0) ?? 0) - firstMark];
    if (!mark) continue;
    const colors = mark.kind === 'color' && from === value.length && next?.type === 'highlight';
    if (!colors) nodes.push(...source.restore(mark, inside));
  }
  if (from < value.length) nodes.push({ type: 'text', value: value.slice(from) });
  return nodes;
}

/** The wrap plugin's token when a colour mark directly precedes a highlight, else ''. */
function colorBefore(before: PhrasingContent | undefined, { marks }: Restoring): string {
  if (before?.type !== 'text') return '';
  const last = /[\u{F0000}-\u{FFFFD}]$/u.exec(before.value)?.[0].codePointAt(0);
  const mark = last === undefined ? undefined : marks[last - firstMark];
  return mark?.kind === 'color' ? colorToken(mark.token) : '';
}

/** `#red` is a background, `$red` the colour of the text, `_red` a line below it. */
function colorToken(token: string): string {
  const name = token.slice(1).toLowerCase();
  if (token.startsWith('$')) return `text-${name}`;
  return token.startsWith('_') ? `underline-${name}` : name;
}

function unmask(value: string, { text, marks }: Restoring): string {
  return value.replace(markPattern, (char) => {
    const mark = marks[(char.codePointAt(0) ?? 0) - firstMark];
    return mark ? text.slice(mark.start, mark.end) : '';
  });
}

function joinText(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  const joined: PhrasingContent[] = [];
  for (const node of nodes) {
    const last = joined.at(-1);
    if (node.type === 'text' && last?.type === 'text') {
      joined[joined.length - 1] = { type: 'text', value: last.value + node.value };
    } else joined.push(node);
  }
  return joined;
}
