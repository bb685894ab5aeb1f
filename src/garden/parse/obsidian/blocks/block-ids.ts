/** `^id` at the end of a paragraph, quote or formula, or on a line of its own below any block. */
import type { PhrasingContent, RootContent, Table } from 'mdast';
import type { Parent } from 'unist';
import { plainText } from '../../context/plain-text.ts';
import { isEscaped, piece } from '../../markdown/text.ts';

// Chinese text needs no space before it: several plugins write none.
const atEnd = /(?:^|\s+|(?<=[\p{Script=Han}\u3000-\u303f\uff00-\uffef”’]))\^([A-Za-z0-9-]+)\s*$/u;
const alone = /^\^([A-Za-z0-9-]+)$/u;

/** Removes the id from the end of inline content and returns it; '' when there is none. */
export function takeBlockId(children: PhrasingContent[]): string {
  const last = children.at(-1);
  if (last?.type !== 'text') return '';
  const match = atEnd.exec(last.value);
  if (!match || isEscaped(last, last.value.lastIndexOf('^'))) return '';
  // Directly after other content, such as code, it needs a space before it.
  const before = children.at(-2);
  const isGlued = match.index === 0 && match[0].startsWith('^') && before !== undefined;
  if (isGlued && before.type !== 'break' && !isEmbed(before)) return '';
  children.pop();
  if (match.index > 0) children.push(piece(last, 0, match.index));
  else if (children.at(-1)?.type === 'break') children.pop();
  return match[1] ?? '';
}

/** Obsidian writes the id of a picture right after it. */
function isEmbed(node: PhrasingContent): boolean {
  return node.type === 'image' || (node.type === 'wikiLink' && node.embed);
}

/**
 * Removes the id from the end of a quote, callout, formula or HTML and returns it; '' when there is
 * none. The id of a quote's last line is the quote's: Obsidian links to no part of it.
 */
export function takeIdAtEnd(node: RootContent, source: string): string {
  if (node.type === 'math') {
    const written = source.slice(node.position?.start.offset ?? 0, node.position?.end.offset ?? 0);
    return /\$\$[ \t]*\^([\w-]+)\s*$/u.exec(written)?.[1] ?? '';
  }
  if (node.type === 'html') {
    const match = /\n[ \t]*\^([A-Za-z0-9-]+)\s*$/u.exec(node.value);
    if (match) node.value = node.value.slice(0, match.index);
    return match?.[1] ?? '';
  }
  const last = node.type === 'blockquote' ? node.children.at(-1) : undefined;
  if (node.type !== 'blockquote' || last?.type !== 'paragraph') return '';
  const id = takeBlockId(last.children);
  if (last.children.length === 0) node.children.pop();
  return id;
}

/** Removes the ids on lines of their own from a parent and returns them by the block above. */
export function takeIdsBelow(parent: Parent): Map<RootContent, string> {
  const ids = new Map<RootContent, string>();
  const children: RootContent[] = [];
  for (const child of parent.children as RootContent[]) {
    const before = children.at(-1);
    const id = before ? idAlone(child) : undefined;
    if (before && id !== undefined) ids.set(before, id);
    else children.push(child);
    if (child.type === 'table') {
      const own = takeTableId(child);
      if (own !== undefined) ids.set(child, own);
    }
  }
  parent.children = children;
  return ids;
}

function idAlone(node: RootContent): string | undefined {
  if (node.type !== 'paragraph') return undefined;
  return alone.exec(plainText(node.children))?.[1];
}

/** Without a blank line between them Markdown reads the id as the table's last row. */
function takeTableId(table: Table): string | undefined {
  const row = table.children.at(-1);
  if (!row || table.children.length < 2 || row.children.length !== 1) return undefined;
  const id = alone.exec(plainText(row.children))?.[1];
  if (id !== undefined) table.children.pop();
  return id;
}
