/** Descriptions in properties: their Markdown as nodes, so that lists and heads show its words. */
import type { Image, Link, PhrasingContent } from 'mdast';
import { descriptionKeys } from '../../../description-keys.ts';
import { readMarkdown } from '../../markdown/markdown.ts';

/** Properties whose text is prose about the note. */
export const proseKeys: ReadonlySet<string> = new Set(descriptionKeys);

/** Nodes whose words would be lost; a text with one of them stays as it is written. */
const unfit = new Set(['wikiLink', 'linkReference', 'imageReference', 'footnoteReference']);

/** HTML that says nothing itself; other tags, such as `List<String>`, are words. */
const format =
  /^<\/?(?:abbr|a|b|br|cite|code|del|em|font|i|ins|kbd|mark|q|small|span|strong|sub|sup|s|u)(?:[\s/][^>]*)?>$/isu;

/** Inline nodes of a text. Of links to files of the vault and of pictures only the words are kept. */
export function proseNodes(written: string): PhrasingContent[] {
  const text = written.replace(/<!--[\s\S]*?-->/gu, '');
  const plain: PhrasingContent[] = [{ type: 'text', value: text }];
  if (!/[*_`~=$\\&[\]<]/u.test(text)) return plain;
  const [paragraph, ...rest] = readMarkdown(text, { syntax: 'obsidian', breaks: false }).children;
  if (paragraph?.type !== 'paragraph' || rest.length > 0 || holdsUnfit(paragraph.children)) {
    return plain;
  }
  const words = paragraph.children.flatMap(wordsOf);
  return [...spaceAt(text, /^\s/u), ...words, ...spaceAt(text, /\s$/u)];
}

function holdsUnfit(nodes: readonly PhrasingContent[]): boolean {
  return nodes.some((node) => {
    const isUnfit = node.type === 'html' ? !format.test(node.value) : unfit.has(node.type);
    return isUnfit || holdsUnfit(childrenOf(node));
  });
}

function wordsOf(node: PhrasingContent): PhrasingContent[] {
  if (node.type === 'image') return altOf(node);
  if (node.type === 'html')
    return /^<br\b/iu.test(node.value) ? [{ type: 'text', value: ' ' }] : [];
  if (node.type === 'link') return linkWords(node);
  const children = childrenOf(node).flatMap(wordsOf);
  return children.length === 0 ? [node] : [{ ...node, children } as PhrasingContent];
}

function childrenOf(node: PhrasingContent): readonly PhrasingContent[] {
  return 'children' in node ? (node.children as readonly PhrasingContent[]) : [];
}

function altOf({ alt }: Image): PhrasingContent[] {
  return alt ? [{ type: 'text', value: alt }] : [];
}

function linkWords(node: Link): PhrasingContent[] {
  const children = node.children.flatMap(wordsOf);
  return /^(?:https?|mailto):/iu.test(node.url) ? [{ ...node, title: null, children }] : children;
}

/** A paragraph loses the spaces at its ends, which may part it from a link. */
function spaceAt(text: string, end: RegExp): PhrasingContent[] {
  return end.test(text) ? [{ type: 'text', value: ' ' }] : [];
}
