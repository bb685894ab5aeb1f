/** A note's page as one Markdown text, for download and for programs. */
import type { ElementContent } from 'hast';
import type { ListItem, Root, RootContent } from 'mdast';
import type { Garden } from '../../garden.ts';
import type { NotePage } from '../../page.ts';
import { visitParents } from '../../walk.ts';
import { addressOf } from '../address.ts';
import { paragraph, text } from './elements.ts';
import { inOneLine } from './tables.ts';
import { pageToMdast } from './to-mdast.ts';
import { markdownText } from './to-text.ts';
import { yamlText } from './yaml-text.ts';

export interface ShownNodes {
  /** The finished nodes of the body. */
  readonly body: readonly ElementContent[];
  readonly properties: readonly {
    readonly key: string;
    readonly nodes: readonly ElementContent[];
  }[];
  /** The address that a picture gets instead of its own, or null. */
  readonly picture: (address: string) => string | null;
}

type Facts = Pick<
  NotePage,
  'permalink' | 'title' | 'lang' | 'aliases' | 'tags' | 'created' | 'modified' | 'journal'
>;

/** Makes the Markdown of a page. Who only checks notes loads nothing of it. */
export type MarkdownCopy = (page: Facts, shown: ShownNodes, garden: Garden) => string;

/**
 * The Markdown of a page: its facts as YAML, its title, its properties, its body. Every address in it
 * is absolute and leads to a page, so that a copy can be read anywhere.
 */
export const pageMarkdown: MarkdownCopy = (page, shown, garden) => {
  const site = garden.policy.url.replace(/\/$/, '');
  const address = site + addressOf(garden, page.permalink);
  const properties: RootContent[] =
    shown.properties.length === 0
      ? []
      : [{ type: 'list', ordered: false, spread: false, children: shown.properties.map(property) }];
  const title: RootContent = { type: 'heading', depth: 1, children: [text(page.title)] };
  const tree: Root = {
    type: 'root',
    children: [title, ...properties, ...pageToMdast(shown.body).children],
  };
  writeAddresses(tree, site, address, shown.picture);
  return `${frontMatter(page, address)}\n${markdownText(tree)}`;
};

function property({ key, nodes }: ShownNodes['properties'][number]): ListItem {
  const line = paragraph(text(`${key}: `), ...inOneLine(pageToMdast(nodes).children));
  return { type: 'listItem', spread: false, children: [line] };
}

function frontMatter(page: Facts, source: string): string {
  const { title, lang, aliases, created, modified, journal } = page;
  const tags = page.tags.map((tag) => tag.title);
  const facts = { title, source, lang, date: journal, aliases, tags, created, modified };
  const written = Object.entries(facts).filter(([, value]) => value !== null && value.length > 0);
  return `---\n${yamlText(written)}---\n`;
}

/** Gives pictures their addresses in a copy, and makes all addresses absolute. */
function writeAddresses(
  tree: Root,
  site: string,
  page: string,
  picture: ShownNodes['picture'],
): void {
  const absolute = (url: string) => {
    if (url.startsWith('#')) return page + url;
    return /^\/(?!\/)/.test(url) ? site + url : url;
  };
  visitParents(tree, ({ children }) => {
    for (const node of children as RootContent[]) {
      if (node.type === 'link') node.url = absolute(node.url);
      if (node.type === 'image') node.url = absolute(picture(node.url) ?? node.url);
    }
  });
}
