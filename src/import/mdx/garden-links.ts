/**
 * The remark plugin that gives @astrojs/mdx the wiki links of a note as the import resolved them.
 * They are in `<name>.json` beside each prepared note.
 */
import { readFileSync } from 'node:fs';
import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { ownValue } from '../../garden/own-value.ts';

/** Links and headings of an MDX note: written by the import, read here. */
export interface MdxFacts {
  /** By the link's source, `[[Kafka|k]]`: its address (null if it has none) and its label. */
  readonly links: Readonly<
    Record<string, { readonly href: string | null; readonly label: string }>
  >;
  /** Ids of the headings, in order. */
  readonly headings: readonly string[];
}

/** Turns remark-wiki-link's nodes into links, and gives headings the ids that others link to. */
export function gardenLinks() {
  return (tree: Root, file: VFile): void => {
    const facts = readFacts(file.path);
    if (!facts) return;
    const source = String(file.value);
    let heading = 0;
    visit(tree, (node) => {
      if (node.type === 'heading') {
        const id = facts.headings[heading++];
        if (id) node.data = { ...node.data, hProperties: { id } };
      }
      if ((node.type as string) !== 'wikiLink') return;
      const { start, end } = node.position ?? {};
      const written = source.slice(start?.offset ?? 0, end?.offset ?? 0);
      node.data = { ...node.data, ...linkData(ownValue(facts.links, written)) };
    });
  };
}

/** What the import does not know may be private: nothing of it is shown. */
function linkData(known: MdxFacts['links'][string] | undefined) {
  const label = known?.label ?? '…';
  const hChildren = [{ type: 'text' as const, value: label }];
  if (!known?.href) return { hName: 'span', hProperties: { className: ['unresolved'] }, hChildren };
  return { hName: 'a', hProperties: { className: ['note-link'], href: known.href }, hChildren };
}

function readFacts(path: string): MdxFacts | null {
  try {
    return JSON.parse(readFileSync(path.replace(/\.mdx$/, '.json'), 'utf8')) as MdxFacts;
  } catch {
    return null;
  }
}
