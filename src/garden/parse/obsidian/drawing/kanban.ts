/** Boards of the Kanban plugin: headings as lanes side by side, without the archive. */
import type { BlockContent, Blockquote, Root, RootContent, Text } from 'mdast';
import { visit } from 'unist-util-visit';
import { plainText } from '../../context/plain-text.ts';
import type { FrontMatter } from '../../properties/front-matter.ts';

/** Whether the note is a board: the plugin marks it in the properties. */
export function isKanban(front: FrontMatter): boolean {
  return front.entries.some(
    ({ key, value }) => key.toLowerCase() === 'kanban-plugin' && value !== false,
  );
}

/**
 * Puts each heading with what is below it into a lane, in place. What the plugin keeps below `***` and
 * `## Archive` is not on the board, and is left out before anything of it is read.
 */
export function readKanban(body: Root): void {
  const shown = withoutArchive(body.children).filter((node) => !isCompleteMark(node));
  const first = shown.findIndex(isLaneHeading);
  if (first < 0) {
    body.children = shown;
    return;
  }
  const lanes: BlockContent[][] = [];
  for (const node of shown.slice(first)) {
    if (isLaneHeading(node)) lanes.push([]);
    lanes.at(-1)?.push(node as BlockContent);
  }
  const board = box(
    'div',
    { className: ['lanes'], tabIndex: 0, role: 'group', ariaLabel: 'Kanban' },
    lanes.map((lane) => box('section', { className: ['lane'] }, lane)),
  );
  visit(board, 'text', showDates);
  body.children = [...shown.slice(0, first), board];
}

function isLaneHeading(node: RootContent): boolean {
  return node.type === 'heading' && node.depth <= 2;
}

function withoutArchive(nodes: readonly RootContent[]): RootContent[] {
  const end = nodes.findIndex((node, index) => {
    const next = nodes[index + 1];
    return node.type === 'thematicBreak' && next?.type === 'heading' && isArchive(next.children);
  });
  return nodes.slice(0, end < 0 ? nodes.length : end);
}

/** The plugin's heading, in the languages of its interface that are known to occur. */
function isArchive(children: Parameters<typeof plainText>[0]): boolean {
  return /^(?:Archive|归档|已归档|存档|Archiv|Archives|Archivo|Arquivo|アーカイブ)$/iu.test(
    plainText(children),
  );
}

/** `**Complete**` marks the lane whose cards are done. */
function isCompleteMark(node: RootContent): boolean {
  if (node.type !== 'paragraph') return false;
  const [only, ...others] = node.children;
  return only?.type === 'strong' && others.length === 0 && plainText(only.children) === 'Complete';
}

/** `@{2026-01-01}` and `@@{10:00}` are a card's date and time. */
function showDates(node: Text): void {
  if (node.value.includes('@')) node.value = node.value.replace(/@@?\{([^{}\n]*)\}/gu, '$1');
}

/** A box that only groups its blocks, as an element of its own name. */
function box(
  hName: string,
  hProperties: NonNullable<NonNullable<Blockquote['data']>['hProperties']>,
  children: BlockContent[],
): Blockquote {
  return { type: 'blockquote', children, data: { hName, hProperties } };
}
