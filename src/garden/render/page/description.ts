/** The description of a note for lists and previews, and its reading time. */
import type { ElementContent } from 'hast';
import { descriptionKeys } from '../../description-keys.ts';
import { propertyValue } from '../node/block-properties.ts';
import { withoutPrivateNames } from '../privacy.ts';
import { contextFor, type RenderContext } from '../render-context.ts';
import { oneLine, shownText, textOf } from './page-text.ts';

/** Maximum length of a description, in characters. */
const maxLength = 200;
const skippedTags = new Set(['pre', 'table', 'figure', 'details', 'dl', 'section', 'blockquote']);

/** The description that the note's properties give, as words without its Markdown; '' for none. */
export function ownDescription({ rendering, entry, trail }: RenderContext): string {
  const { description, properties, dialect } = entry.note;
  const property = descriptionKeys
    .map((key) => properties.find((each) => each.key.toLowerCase() === key))
    .find((each) => each !== undefined && each.content.length > 0);
  // In Logseq a value with links is a list of their names.
  const isText = description !== '' || dialect === 'logseq';
  if (property === undefined || !isText)
    return withoutPrivateNames(rendering.garden, entry, description);
  // Rendered apart, so that nothing is reported twice.
  const apart = { ...rendering, diagnostics: [], formulas: [] };
  const nodes = propertyValue(contextFor(apart, entry, { trail }), property);
  const words = oneLine(nodes.map(shownText).join(''));
  return withoutPrivateNames(rendering.garden, entry, words);
}

/** The first sentence of the page's running text; '' when it has none. */
export function firstSentence(nodes: readonly ElementContent[]): string {
  for (const node of nodes) {
    const text = paragraphText(node);
    if (text !== '') return sentenceOf(text);
  }
  return '';
}

/** The running text of nodes, shortened like a sentence: what stands above `<!--more-->`. */
export function summaryText(nodes: readonly ElementContent[]): string {
  return shortened(nodes.map(paragraphText).filter(Boolean).join(' '));
}

function paragraphText(node: ElementContent): string {
  if (node.type !== 'element' || skippedTags.has(node.tagName)) return '';
  if (node.data?.unsearched === true || node.data?.heading !== undefined) return '';
  if (node.properties['dataCallout'] !== undefined) return '';
  if (node.tagName === 'p') return oneLine(textOf(node));
  for (const child of node.children) {
    const text = paragraphText(child);
    if (text !== '') return text;
  }
  return '';
}

function sentenceOf(text: string): string {
  const end = /[。！？]|[.!?](?=\s|$)/.exec(text);
  return shortened(end === null ? text : text.slice(0, end.index + 1));
}

function shortened(text: string): string {
  if (text.length <= maxLength) return text;
  const cut = text.slice(0, maxLength).replace(/\s+\S*$/, '');
  return `${cut.toWellFormed().replace(/\ufffd$/, '')}…`;
}

/** Minutes to read `text`: about 400 Chinese characters or 220 words in a minute, at least one. */
export function readingMinutes(text: string): number {
  // All characters of Chinese and Japanese come after this one; to look for scripts takes longer.
  const characters = /[\u2e80-\u{10ffff}]/u.test(text)
    ? (text.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu)?.length ?? 0)
    : 0;
  const words =
    text.match(/[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{N}]+/gu)?.length ?? 0;
  return Math.max(1, Math.round(characters / 400 + words / 220));
}
