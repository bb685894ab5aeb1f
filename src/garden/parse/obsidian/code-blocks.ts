/** Fences that are more than code: diagrams, queries of plugins, admonitions. */
import type { Code, RootContent } from 'mdast';
import type { Parent } from 'unist';
import type { Notice } from '../../body.ts';
import { readDiagram } from '../diagram/read-diagram.ts';
import { type Draft, type Place, placeOf } from './draft.ts';

type ReadChildren = (parent: Parent) => void;

/** What a fence becomes. `readChildren` reads blocks that were written inside of one. */
export function readFence(
  node: Code,
  draft: Draft,
  place: Place,
  _readChildren: ReadChildren,
): RootContent[] {
  const language = (node.lang ?? '').toLowerCase();
  if (language === 'mermaid') return [diagram(node, draft, place)];
  const plugin = programs[language];
  if (plugin === undefined) return [node];
  draft.report('unsupported-syntax', placeOf(node), plugin);
  return [notice(node, language, plugin)];
}

const programs: Readonly<Record<string, string>> = {
  dataviewjs: 'A script of the Dataview plugin runs only in Obsidian.',
  query: 'A search of Obsidian is shown only in Obsidian.',
  tasks: 'A query of the Tasks plugin is shown only in Obsidian.',
};

function notice(node: Code, kind: string, message: string): Notice {
  return {
    type: 'notice',
    kind,
    message,
    source: node.value,
    ...(node.position && { position: node.position }),
  };
}

function diagram(node: Code, draft: Draft, place: Place): Code {
  const { source, links } = readDiagram(node.value);
  const { line } = placeOf(node);
  const heading = draft.headings.find(({ fragment }) => fragment === place.fragment)?.text ?? '';
  const indexes = links.map((link) => {
    const before = node.value.slice(0, link.offset).split('\n');
    return draft.addLink({
      kind: 'diagram',
      by: 'path',
      name: link.name,
      anchor: link.anchor,
      label: link.label,
      source: link.source,
      line: line + before.length,
      column: (before.at(-1)?.length ?? 0) + 1,
    });
  });
  for (const index of indexes) draft.place(index, place);
  draft.diagrams.push({
    language: 'mermaid',
    source,
    original: node.value,
    links: indexes,
    heading,
    ...placeOf(node),
  });
  node.data = { ...node.data, diagram: draft.diagrams.length - 1 };
  return node;
}
