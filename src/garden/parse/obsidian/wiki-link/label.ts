/** Labels of wiki links: text, possibly with emphasis, code or formulas in it. */
import type { PhrasingContent } from 'mdast';
import { visitParents } from '../../../walk.ts';
import { readMarkdown } from '../../markdown/markdown.ts';

/** Inline nodes of a label. Links in it stay text: a link cannot contain another. */
export function readLabel(label: string): PhrasingContent[] {
  const plain: PhrasingContent[] = [{ type: 'text', value: label }];
  if (!/[*_`~=$\\&<]/u.test(label)) return plain;
  const [paragraph, ...rest] = readMarkdown(label, { syntax: 'obsidian', breaks: false }).children;
  if (paragraph?.type !== 'paragraph' || rest.length > 0) return plain;
  visitParents(paragraph, (parent) => {
    for (const child of parent.children) delete child.position;
  });
  return paragraph.children.some(({ type }) => unfit.has(type)) ? plain : paragraph.children;
}

const unfit = new Set(['link', 'wikiLink', 'linkReference', 'image', 'footnoteReference']);
