/**
 * The remark plugin that gives @astrojs/mdx the wiki links of a note as the import resolved them.
 * They are in `<name>.json` beside each prepared note.
 */
import { readFileSync } from 'node:fs';
import type { Heading, Nodes, Root } from 'mdast';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { ownValue } from '../../garden/own-value.ts';
import { digestOf } from '../../system/disk.ts';
import { replacedInSet } from '../remote-pictures/remote-addresses.ts';

/** Links and headings of an MDX note: written by the import, read here. */
export interface MdxFacts {
  /** By the link's source, `[[Kafka|k]]`: its address (null if it has none) and its label. */
  readonly links: Readonly<
    Record<string, { readonly href: string | null; readonly label: string }>
  >;
  /** Ids of the headings, in order. */
  readonly headings: readonly string[];
  readonly pictures: KeptPictures;
}

/** Addresses of kept pictures of other hosts, by the digest of the address that a note names. */
export type KeptPictures = Readonly<Record<string, string>>;

/**
 * Turns remark-wiki-link's nodes into links, leads Markdown links to notes, gives headings the ids that others link to, and pictures of
 * other hosts the addresses of their copies.
 */
export function gardenLinks() {
  return (tree: Root, file: VFile): void => {
    const facts = readFacts(file.path);
    if (!facts) return;
    const source = String(file.value);
    let heading = 0;
    visit(tree, (node) => {
      if (node.type === 'heading') nameHeading(node, facts.headings[heading++]);
      showKeptPictures(node, facts.pictures);
      const { start, end } = node.position ?? {};
      const known = ownValue(facts.links, source.slice(start?.offset ?? 0, end?.offset ?? 0));
      if ((node.type as string) === 'wikiLink') node.data = { ...node.data, ...linkData(known) };
      else if (known) leadToNote(node, known.href);
    });
  };
}

function nameHeading(node: Heading, id: string | undefined): void {
  if (id) node.data = { ...node.data, hProperties: { id } };
}

/** Gives a Markdown link or picture the address of the note or file that it names by its path. */
function leadToNote(node: Nodes, href: string | null): void {
  if (node.type !== 'link' && node.type !== 'image') return;
  if (href) {
    node.url = href;
    if (node.type === 'link') node.data = { hProperties: { className: ['note-link'] } };
    return;
  }
  const data = { hName: 'span', hProperties: { className: ['unresolved'] } };
  // The element of a link would keep the address that leads nowhere.
  if (node.type === 'link') Object.assign(node, { type: 'emphasis', data });
}

/** What the import does not know may be private: nothing of it is shown. */
function linkData(known: MdxFacts['links'][string] | undefined) {
  const label = known?.label ?? '…';
  const hChildren = [{ type: 'text' as const, value: label }];
  if (!known?.href) return { hName: 'span', hProperties: { className: ['unresolved'] }, hChildren };
  return { hName: 'a', hProperties: { className: ['note-link'], href: known.href }, hChildren };
}

/** Elements of JSX that show a picture, as far as they are read here. */
interface PictureElement {
  readonly type: string;
  readonly name?: string | null;
  readonly attributes?: readonly { readonly name?: string; value?: unknown }[];
}

/** Gives pictures of other hosts the addresses of the copies that the site serves. */
function showKeptPictures(node: Nodes, pictures: KeptPictures): void {
  const kept = (address: string) => ownValue(pictures, digestOf(address));
  if (node.type === 'image') node.url = kept(node.url) ?? node.url;
  const { name, attributes = [] } = node as PictureElement;
  if (name !== 'img' && name !== 'source') return;
  for (const attribute of attributes) {
    const { name: key = '', value } = attribute;
    if (typeof value !== 'string') continue;
    if (key === 'src') attribute.value = kept(value) ?? value;
    if (key.toLowerCase() !== 'srcset') continue;
    attribute.value = replacedInSet(value, (address) => kept(address) ?? address);
  }
}

function readFacts(path: string): MdxFacts | null {
  try {
    return JSON.parse(readFileSync(path.replace(/\.mdx$/, '.json'), 'utf8')) as MdxFacts;
  } catch {
    return null;
  }
}
