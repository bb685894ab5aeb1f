/** Targets of `[label](destination)` and `![alt](destination)` in a Logseq page. */
import type { PhrasingContent } from 'mdast';
import { toString as plainText } from 'mdast-util-to-string';
import type { Position } from '../../../diagnostic.ts';
import type { Link } from '../../../note.ts';
import { percentDecoded } from '../../../percent-decoding.ts';
import type { LinkDraft } from '../../draft/note-draft.ts';
import type { LogseqDraft } from '../logseq-draft.ts';
import type { InlineMark } from './marks.ts';
import { isUuid } from './uuid.ts';

type Labelled = Extract<InlineMark, { kind: 'labelled' }>;

/** Nodes of a link or image: to a page, a block, a file of the graph, or an address elsewhere. */
export function readDestinationLink(
  mark: Labelled,
  children: PhrasingContent[],
  source: string,
  place: Position,
  draft: LogseqDraft,
): PhrasingContent[] {
  const { destination } = mark;
  const label = plainText({ type: 'paragraph', children });
  const facts = { label, source, ...place };
  const page = /^#?\[\[(.+)\]\]$/.exec(destination)?.[1] ?? appPage(destination);
  if (page !== null && page !== undefined) {
    const link = draft.addLink({
      ...{ ...facts, kind: 'link', by: 'name', anchor: null },
      name: draft.pageName(page),
      label: mark.image ? mark.label : label,
    });
    return [
      { type: 'noteLink', link, ...titleOf(mark), children: labelOr(children, mark.label || page) },
    ];
  }
  const id = /^\(\(([^()\s]+)\)\)$/.exec(destination)?.[1];
  if (id !== undefined && isUuid(id)) {
    const anchor = { kind: 'block' as const, id: id.toLowerCase() };
    const link = draft.addLink({ ...facts, kind: 'block', by: 'block', name: '', anchor });
    return [{ type: 'blockReference', link, children }];
  }
  if (isExternal(destination)) return [externalNode(mark, children)];
  const link = draft.addLink({ ...facts, ...fileReference(mark) });
  return [mark.image ? embedNode(mark, link) : fileLink(mark, link, children)];
}

/** The page that an address of Logseq's own app names: `#/page/a%20b`. */
function appPage(destination: string): string | null {
  const name = /^#\/page\/([^?#]+)$/.exec(destination)?.[1];
  return name === undefined || isUuid(name) ? null : percentDecoded(name);
}

/** Whether a destination has a scheme that a browser opens, so that it is no file of the graph. */
function isExternal(destination: string): boolean {
  return /^(?!file:|assets:)[a-z][a-z0-9+.-]+:/i.test(destination) || destination.startsWith('//');
}

function externalNode(mark: Labelled, children: PhrasingContent[]): PhrasingContent {
  const title = mark.title === '' ? null : mark.title;
  if (!mark.image) {
    const shown = labelOr(children, mark.destination);
    return { type: 'link', url: encodedAddress(mark.destination), title, children: shown };
  }
  const sizes = Object.entries(mark.size ?? {}).filter(([, value]) => value !== null);
  const hProperties = Object.fromEntries(sizes) as Record<string, number>;
  const data = sizes.length > 0 ? { data: { hProperties } } : {};
  return { type: 'image', url: encodedAddress(mark.destination), alt: mark.label, title, ...data };
}

function fileReference(mark: Labelled): Pick<LinkDraft, 'kind' | 'by' | 'name' | 'anchor'> {
  const hash = mark.destination.search(/(?<=\.\w{1,5})#|^#/);
  const path = hash < 0 ? mark.destination : mark.destination.slice(0, hash);
  const fragment = hash < 0 ? '' : percentDecoded(mark.destination.slice(hash + 1));
  const anchor: Link['anchor'] = fragment === '' ? null : { kind: 'heading', path: [fragment] };
  const kind = mark.image ? 'embed' : 'link';
  return { kind, by: 'path', name: percentDecoded(path).normalize('NFC'), anchor };
}

function embedNode(mark: Labelled, link: number): PhrasingContent {
  return {
    ...{ type: 'embed', link, alt: mark.label, options: [], ...titleOf(mark) },
    width: mark.size?.width ?? null,
    height: mark.size?.height ?? null,
  };
}

function fileLink(mark: Labelled, link: number, children: PhrasingContent[]): PhrasingContent {
  const name = mark.destination.slice(mark.destination.lastIndexOf('/') + 1);
  const shown = labelOr(children, percentDecoded(name));
  return { type: 'noteLink', link, ...titleOf(mark), children: shown };
}

function titleOf({ title }: Labelled): { title?: string } {
  return title === '' ? {} : { title };
}

function labelOr(children: PhrasingContent[], text: string): PhrasingContent[] {
  return children.length > 0 ? children : [{ type: 'text', value: text }];
}

function encodedAddress(address: string): string {
  return address.replace(/\s/g, '%20');
}
