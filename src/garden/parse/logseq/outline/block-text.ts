/** A block of an outline as text: for its fragment, and to show its first line elsewhere. */
import type { Nodes } from 'mdast';
import { toString as wordsOf } from 'mdast-util-to-string';
import { htmlText } from '../../html/html-tags.ts';
import type { Content } from '../blocks/content.ts';
import { textOf } from '../lines/source-lines.ts';
import { readPropertyLine } from '../properties/property-lines.ts';
import type { RawBlock } from './outline.ts';

/** Content that the fragment is a hash of: without properties, task marker and priority. */
export function contentWords(raw: RawBlock): string {
  const lines = raw.lines.filter(({ text }) => readPropertyLine(text) === null);
  return textOf(lines).replace(/^(#{1,6} )?[A-Z-]{3,11} (?:\[#[ABC]\] )?/, '$1');
}

/** First line of a block as plain text; '' without one. */
export function firstLine(nodes: readonly Content[]): string {
  for (const node of nodes) {
    if (node.type === 'code' || node.type === 'outline') continue;
    const text = wordsOf(withoutTags(firstLineOf(node))).trim();
    if (text !== '') return text;
  }
  return '';
}

function firstLineOf(node: Nodes): Nodes {
  if (node.type !== 'paragraph') return node;
  const end = node.children.findIndex((child) => child.type === 'break');
  return end < 0 ? node : { ...node, children: node.children.slice(0, end) };
}

/** HTML as its text: a block's first line is shown as plain text. */
function withoutTags(node: Nodes): Nodes {
  if (node.type === 'html') return { type: 'text', value: htmlText(node.value) };
  if (!('children' in node)) return node;
  return { ...node, children: node.children.map(withoutTags) } as Nodes;
}
