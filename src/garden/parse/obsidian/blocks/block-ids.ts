/** `^id` at the end of a paragraph, or on a line of its own below a list, quote or table. */
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
  const isGlued = match.index === 0 && match[0].startsWith('^') && children.length > 1;
  if (isGlued && children.at(-2)?.type !== 'break') return '';
  children.pop();
  if (match.index > 0) children.push(piece(last, 0, match.index));
  else if (children.at(-1)?.type === 'break') children.pop();
  return match[1] ?? '';
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
