/** Fences that are more than code: diagrams, queries, admonitions, plugin scripts. */
import type { Code, Paragraph, Root, RootContent } from 'mdast';
import type { Parent } from 'unist';
import type { Callout, Notice } from '../../../body.ts';
import { undrawnNotice } from '../../diagram/undrawn.ts';
import { addDiagram } from '../../draft/add-diagram.ts';
import { pluginNode } from '../../draft/plugin-nodes.ts';
import { readMarkdown } from '../../markdown/markdown.ts';
import { type Container, type ObsidianDraft, positionOf } from '../obsidian-draft.ts';
import { baseNodes, dataviewNodes } from '../query/query-nodes.ts';
import { shiftInto } from '../source/shift-positions.ts';
import { pluginOfFence } from './plugin-fences.ts';

type ReadChildren = (parent: Parent) => void;

/** The nodes of a fence. `readChildren` reads the blocks inside of an admonition. */
export function readFence(
  node: Code,
  draft: ObsidianDraft,
  container: Container,
  readChildren: ReadChildren,
): RootContent[] {
  const language = (node.lang ?? '').toLowerCase();
  const fence = { language, meta: node.meta ?? '', code: node.value };
  const answer = draft.extensions.fence(fence, draft.extendedNote);
  const made = pluginNode(answer, node.value, positionOf(node), draft);
  if (made) {
    draft.finishLine([made], container);
    return [made];
  }
  if (language === 'mermaid') return [diagram(node, draft, container)];
  if (language === 'dataview') return dataviewNodes(node, draft);
  if (language === 'base') return baseNodes(node.value, draft, positionOf(node), false);
  if (language.startsWith('ad-')) return [admonition(node, language.slice(3), draft, readChildren)];
  const message = scripts.get(language);
  if (message !== undefined) return [notice(node, language, message, draft)];
  const plugin = pluginOfFence(language);
  if (plugin !== null) {
    return [
      notice(node, 'plugin-block', `Only a plugin of Obsidian can show this: ${plugin}`, draft),
    ];
  }
  const undrawn = undrawnNotice(language, positionOf(node), draft);
  return undrawn ? [undrawn, node] : [node];
}

const scripts = new Map([
  ['dataviewjs', 'A script of the Dataview plugin runs only in Obsidian.'],
  ['query', 'Search results are shown only in Obsidian.'],
  ['tasks', 'A query of the Tasks plugin is shown only in Obsidian.'],
  ['compressed-json', 'A drawing of Excalidraw is shown only in Obsidian.'],
]);

function notice(node: Code, language: string, message: string, draft: ObsidianDraft): Notice {
  draft.report(
    'unsupported-syntax',
    positionOf(node),
    message,
    'The page shows a notice in its place.',
  );
  const kind = language === 'compressed-json' ? 'excalidraw' : language;
  const source = kind === 'excalidraw' ? '' : node.value;
  return {
    type: 'notice',
    kind,
    message,
    source,
    ...(node.position && { position: node.position }),
  };
}

function diagram(node: Code, draft: ObsidianDraft, container: Container): Code {
  const { line, column } = positionOf(node);
  const heading = draft.headings.at(-1)?.text ?? '';
  const fence = {
    ...{ original: node.value, heading, fragment: container.fragment, line, column },
    target: (name: string) => ({ by: 'path' as const, name }),
    positionOf: (offset: number) => {
      const before = node.value.slice(0, offset).split('\n');
      return { line: line + before.length, column: (before.at(-1)?.length ?? 0) + 1 };
    },
  };
  const index = addDiagram(fence, draft);
  draft.addLinksToBlock(container.block, draft.diagrams[index]?.links ?? []);
  node.data = { ...node.data, diagram: index };
  return node;
}

/** The title as Markdown, as the plugin reads it; what is no line of text stays as it is written. */
function admonitionTitle(
  title: string,
  node: Code,
  offset: number,
  draft: ObsidianDraft,
): Paragraph {
  if (title === '') return { type: 'paragraph', children: [] };
  const read = readMarkdown(title, { syntax: 'obsidian', breaks: true });
  shiftInto(read, node, offset, draft);
  const [line, ...others] = read.children;
  if (line?.type === 'paragraph' && others.length === 0) return line;
  return { type: 'paragraph', children: [{ type: 'text', value: title }] };
}

/** The Admonition plugin's blocks: options in the first lines, then Markdown. */
function admonition(
  node: Code,
  kind: string,
  draft: ObsidianDraft,
  readChildren: ReadChildren,
): Callout {
  const options = /^(?:(?:title|collapse|icon|color):.*(?:\n|$))*/u.exec(node.value)?.[0] ?? '';
  const option = (name: string): string | undefined =>
    new RegExp(`^${name}:[ \\t]*(.*)$`, 'mu').exec(options)?.[1]?.trim();
  const fold = option('collapse');
  const title = option('title') ?? '';
  const content = readMarkdown(node.value.slice(options.length), {
    syntax: 'obsidian',
    breaks: true,
  });
  shiftInto(content, node, options.length, draft);
  const line: Root = {
    type: 'root',
    children: [admonitionTitle(title, node, options.indexOf(title), draft)],
  };
  readChildren(line);
  readChildren(content);
  return {
    type: 'callout',
    kind,
    title: line.children.flatMap((child) => (child.type === 'paragraph' ? child.children : [])),
    fold: fold === undefined || fold === 'none' ? 'none' : fold === 'open' ? 'open' : 'closed',
    children: content.children as Callout['children'],
    ...(node.position && { position: node.position }),
  };
}
