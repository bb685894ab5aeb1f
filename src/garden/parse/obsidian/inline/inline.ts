/** Inline content: links, embeds, tags and template commands. */
import type {
  Definition,
  Html,
  Image,
  ImageReference,
  LinkReference,
  Link as MarkdownLink,
  PhrasingContent,
  Text,
} from 'mdast';
import type { Notice } from '../../../body.ts';
import { plainText } from '../../context/plain-text.ts';
import { addHtmlLinks } from '../../html/html-references.ts';
import { citationInText, readCitation } from '../../markdown/citations.ts';
import { splitText } from '../../markdown/text.ts';
import type { WikiLink } from '../../markdown/wiki-link/wiki-link.ts';
import { type ObsidianDraft, positionOf, sourceOf } from '../obsidian-draft.ts';
import { inlineQuery } from '../query/query-nodes.ts';
import { readEmbedOptions } from '../wiki-link/embed-options.ts';
import { readLabel } from '../wiki-link/label.ts';
import {
  defaultLabel,
  extensionOf,
  isPicture,
  type Reference,
  readAddress,
  readWikiReference,
} from '../wiki-link/reference.ts';
import { withPartLinks } from './mdx-links.ts';
import { readMedia } from './media-links.ts';
import { readMacros } from './plugin-macros.ts';
import { isTag, tagInText, tidyTag } from './tags.ts';

/** What the reader of inline content needs to know. */
export interface InlineReader {
  readonly draft: ObsidianDraft;
  /** Whether a line such as `question:: answer` is a flashcard and no field. */
  readonly areLinesCards: boolean;
  readonly definitions: ReadonlyMap<string, Definition>;
  /** Whether the content is in a link, which cannot contain another: then tags and videos are text. */
  readonly inLink?: boolean;
}

/** Reads the children of a paragraph, heading or cell: references become nodes with a `link`. */
export function readInline(
  nodes: readonly PhrasingContent[],
  reader: InlineReader,
): PhrasingContent[] {
  const read = readMacros(nodes, reader.draft);
  return read.flatMap((node, index) => {
    const before = read[index - 1];
    return readNode(node, reader, before !== undefined && before.type !== 'break');
  });
}

/** `glued`: whether other content directly precedes the node. */
function readNode(node: PhrasingContent, reader: InlineReader, glued: boolean): PhrasingContent[] {
  switch (node.type) {
    case 'text':
      return readText(node, reader, glued);
    case 'wikiLink':
      return [wikiNode(node, reader)];
    case 'link':
      return [linkNode(node, reader)];
    case 'linkReference':
      return [linkReferenceNode(node, reader)];
    case 'image':
      return [imageNode(node, reader)];
    case 'imageReference':
      return [imageReferenceNode(node, reader)];
    case 'strong':
    case 'emphasis':
    case 'delete':
    case 'highlight':
      return [{ ...node, children: readInline(node.children, reader) }];
    case 'inlineCode':
      return [reader.inLink ? node : (inlineQuery(node, reader.draft) ?? node)];
    case 'html':
      return [withHtmlLinks(node, reader.draft)];
    case 'mdxPart': {
      const children = readInline(node.children as PhrasingContent[], reader);
      return [withPartLinks({ ...node, children }, reader.draft)];
    }
    default:
      return [node];
  }
}

/** `[label][name]`: the link of its definition, or the text itself where there is none. */
function linkReferenceNode(node: LinkReference, reader: InlineReader): PhrasingContent {
  const definition = reader.definitions.get(node.identifier);
  if (!definition) return { ...node, children: readInline(node.children, reader) };
  const { url, title = null } = definition;
  return linkNode({ ...node, type: 'link', url, title }, reader);
}

/** `![alt][name]`: the image of its definition, or the text itself where there is none. */
function imageReferenceNode(node: ImageReference, reader: InlineReader): PhrasingContent {
  const definition = reader.definitions.get(node.identifier);
  if (!definition) return node;
  const { url, title = null } = definition;
  return imageNode({ ...node, type: 'image', url, title }, reader);
}

/** HTML with the references to files and notes that it names. */
export function withHtmlLinks(node: Html, draft: ObsidianDraft): Html {
  const { offset = 0 } = node.position?.start ?? {};
  const links = addHtmlLinks(node.value, draft, (at) => draft.positionAt(offset + at));
  return links.length === 0 ? node : { ...node, data: { ...node.data, links } };
}

const templateCommand = /<%[\s\S]*?%>/gu;

function readText(
  node: Text,
  { draft, inLink = false }: InlineReader,
  glued: boolean,
): PhrasingContent[] {
  const nodes = node.value.includes('<%')
    ? splitText(node, templateCommand, ([source]) => templateNotice(source))
    : [node];
  if (inLink) return nodes;
  const cited = node.value.includes('@') ? nodes.flatMap(withCitations) : nodes;
  if (!node.value.includes('#')) return cited;
  return cited.flatMap((part) =>
    part.type === 'text'
      ? splitText(part, tagInText, (match) =>
          glued && part === cited[0] && match.index === 0 ? null : tagNode(part, match, draft),
        )
      : [part],
  );
}

function withCitations(node: PhrasingContent): PhrasingContent[] {
  if (node.type !== 'text') return [node];
  return splitText(node, citationInText, ([source, inside = '']) => readCitation(inside, source));
}

function templateNotice(source: string): Notice {
  const message = 'This template command was never run.';
  return { type: 'notice', kind: 'template', message, source };
}

function tagNode(node: Text, match: RegExpExecArray, draft: ObsidianDraft): PhrasingContent | null {
  const name = tidyTag(match[1] ?? '');
  if (!isTag(name)) return null;
  draft.addTag(name);
  const { line, column } = positionOf(node);
  const link = draft.addLink({
    kind: 'tag',
    by: 'name',
    name,
    anchor: null,
    label: '',
    source: match[0],
    line,
    column: column + match.index,
  });
  return { type: 'tag', name, link };
}

function wikiNode(node: WikiLink, { draft, inLink = false }: InlineReader): PhrasingContent {
  const reference = readWikiReference(node.value);
  if (inLink && !isPicture(reference)) return { type: 'text', value: defaultLabel(reference) };
  if (node.embed) return embedNode(node, reference, draft);
  const label = reference.parts.join('|');
  const children: PhrasingContent[] =
    label === ''
      ? [{ type: 'text', value: defaultLabel(reference) || node.value }]
      : readLabel(label);
  const link = addReference(
    node,
    'link',
    reference,
    label === '' ? '' : plainText(children),
    draft,
  );
  return { type: 'noteLink', link, children, ...(node.position && { position: node.position }) };
}

function embedNode(
  node: WikiLink | Image,
  reference: Reference,
  draft: ObsidianDraft,
): PhrasingContent {
  const isFile = extensionOf(reference.name) !== '';
  const options = readEmbedOptions(reference.parts, isFile ? reference.subpath : '');
  const link = addReference(node, 'embed', reference, options.alt, draft);
  const title = node.type === 'image' && node.title ? { title: node.title } : {};
  const { position } = node;
  return { type: 'embed', link, ...options, ...title, ...(position && { position }) };
}

function addReference(
  node: PhrasingContent,
  kind: 'link' | 'embed',
  { name, anchor }: Reference,
  label: string,
  draft: ObsidianDraft,
): number {
  // A reference without source, such as a canvas's file, is a path from the vault's root.
  const source = sourceOf(node, draft.source) || `![[${name}]]`;
  return draft.addLink({ kind, by: 'path', name, anchor, label, source, ...positionOf(node) });
}

function linkNode(node: MarkdownLink, reader: InlineReader): PhrasingContent {
  const reference = readAddress(node.url);
  const inner = { ...reader, inLink: true };
  if (!reference) return { ...node, children: readInline(node.children, inner) };
  const link = addReference(node, 'link', reference, plainText(node.children), reader.draft);
  const children = readInline(node.children, inner);
  const shown =
    children.length > 0 ? children : [{ type: 'text' as const, value: defaultLabel(reference) }];
  return {
    type: 'noteLink',
    link,
    children: shown,
    ...(node.title && { title: node.title }),
    ...(node.position && { position: node.position }),
  };
}

function imageNode(node: Image, { draft, inLink = false }: InlineReader): PhrasingContent {
  const reference = readAddress(node.url);
  const alt = altOf(node, draft);
  const parts = alt.split('|').map((part) => part.trim());
  if (reference) return embedNode(node, { ...reference, parts }, draft);
  const media = readMedia(node.url, parts[0] ?? '');
  if (media && inLink) return { type: 'text', value: media.title || media.url };
  return media ? { ...media, ...(node.position && { position: node.position }) } : { ...node, alt };
}

/** The words of a picture. A name without a label keeps its brackets, so that a private one is known. */
function altOf(node: Image, draft: ObsidianDraft): string {
  const source = sourceOf(node, draft.source);
  const label = source.slice(2, Math.max(source.lastIndexOf(']('), source.lastIndexOf('][')));
  if (!/\[\[.+?\]\]/su.test(label)) return node.alt ?? '';
  return label.replace(/\[\[[^[\]|]*\|([^[\]]*)\]\]/gu, '$1');
}
