/** The text of a page from its finished nodes: table of contents, search text. */
import type { ElementContent } from 'hast';
import type { ContentsEntry, SearchSection } from '../../page.ts';

const inline = new Set(
  ['a', 'abbr', 'b', 'bdi', 'bdo', 'big', 'cite', 'code', 'data', 'del', 'dfn', 'em', 'font', 'i']
    .concat(['ins', 'kbd', 'label', 'mark', 'q', 'rp', 'rt', 'ruby', 's', 'samp', 'small', 'span'])
    .concat(['strike', 'strong', 'sub', 'sup', 'time', 'tt', 'u', 'var', 'wbr', 'input']),
);

/** The searched text of a node; blocks end their line. */
export function textOf(node: ElementContent): string {
  if (node.type === 'text') return node.value;
  if (node.type === 'raw') return rawText(node.data?.text, node.data?.source);
  if (node.type !== 'element' || isNotSearched(node)) return '';
  const text = node.data?.words ?? node.children.map(textOf).join('');
  return inline.has(node.tagName) ? text : `\n${text}\n`;
}

/** A drawing says its words in lines of its own, a formula its source within a line. */
function rawText(text: string | undefined, source = ''): string {
  return text === undefined ? oneLine(source) : `\n${text}\n`;
}

function isNotSearched(node: Extract<ElementContent, { type: 'element' }>): boolean {
  return (
    node.data?.unsearched === true ||
    node.properties['dataFootnoteBackref'] !== undefined ||
    node.properties['dataFootnoteRef'] !== undefined ||
    node.data?.placeholder === true
  );
}

/** One line of text, spaces as one. */
export function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** The page's headings, in order, as they are in its source. */
export function contentsOf(nodes: readonly ElementContent[]): ContentsEntry[] {
  const entries: ContentsEntry[] = [];
  visitHeadings(nodes, (heading, text) => entries.push({ ...heading, text }));
  return entries.filter((entry) => entry.fragment !== '' && entry.text !== '');
}

function visitHeadings(
  nodes: readonly ElementContent[],
  visit: (heading: { depth: number; fragment: string }, text: string) => void,
): void {
  for (const node of nodes) {
    if (node.type !== 'element' || isNotSearched(node)) continue;
    const heading = node.data?.heading;
    if (heading !== undefined) visit(heading, oneLine(shownText(node)));
    else visitHeadings(node.children, visit);
  }
}

/** The visible text: as `textOf`, with placeholders and formulas. */
export function shownText(node: ElementContent): string {
  if (node.type === 'text') return node.value;
  if (node.type === 'raw') return node.data?.source ?? '';
  if (node.type !== 'element' || (isNotSearched(node) && node.data?.placeholder !== true))
    return '';
  return node.children.map(shownText).join('');
}

/** The page's text split at its headings, for the search index. */
export function searchSections(nodes: readonly ElementContent[]): SearchSection[] {
  const sections: { fragment: string; heading: string; parts: string[] }[] = [
    { fragment: '', heading: '', parts: [] },
  ];
  collect(nodes, sections);
  return sections
    .map(({ fragment, heading, parts }) => ({ fragment, heading, text: tidy(parts.join('')) }))
    .filter(({ heading, text }) => heading !== '' || text !== '');
}

function collect(
  nodes: readonly ElementContent[],
  sections: { fragment: string; heading: string; parts: string[] }[],
): void {
  for (const node of nodes) {
    const heading = node.type === 'element' ? node.data?.heading : undefined;
    if (node.type === 'element' && heading !== undefined) {
      sections.push({ fragment: heading.fragment, heading: oneLine(textOf(node)), parts: [] });
    } else if (node.type === 'element' && !isNotSearched(node) && holdsHeading(node)) {
      collect(node.children, sections);
    } else {
      sections.at(-1)?.parts.push(textOf(node));
    }
  }
}

function holdsHeading(node: ElementContent): boolean {
  if (node.type !== 'element') return false;
  return node.data?.heading !== undefined || node.children.some(holdsHeading);
}

function tidy(text: string): string {
  return text
    .split('\n')
    .map(oneLine)
    .filter((line) => line !== '')
    .join('\n');
}
