/** Table cells as Markdown, which allows one line of phrasing content in them. */
import { defaultHandlers, type Handle } from 'hast-util-to-mdast';
import type { Nodes, PhrasingContent } from 'mdast';
import 'mdast-util-math';
import { text, verbatim } from './elements.ts';

/** Handlers of cells. */
export const tableHandlers: Readonly<Record<string, Handle>> = { td: cell, th: cell };

function cell(...[state, node]: Parameters<Handle>): ReturnType<Handle> {
  const result = defaultHandlers.td(state, node);
  result.children = inOneLine(result.children);
  return result;
}

const blocks = new Set(
  [
    'blockquote',
    'code',
    'footnoteDefinition',
    'heading',
    'list',
    'listItem',
    'math',
    'paragraph',
  ].concat(['table', 'tableRow', 'thematicBreak']),
);

/** Nodes as one line of phrasing content; blocks are separated by breaks. */
export function inOneLine(nodes: readonly Nodes[]): PhrasingContent[] {
  const line: PhrasingContent[] = [];
  let isAfterBlock = false;
  for (const node of nodes) {
    const isPhrasing = !blocks.has(node.type);
    if (line.length > 0 && (isAfterBlock || !isPhrasing)) line.push(verbatim('<br>'));
    line.push(...phrasingIn(node));
    isAfterBlock = !isPhrasing;
  }
  return line;
}

function phrasingIn(node: Nodes): PhrasingContent[] {
  if (node.type === 'break') return [verbatim('<br>')];
  if (node.type === 'inlineMath' || node.type === 'math') {
    return [{ type: 'inlineMath', value: withoutBars(node.value) }];
  }
  if (node.type === 'code' || node.type === 'inlineCode') return codeLines(node.value);
  if (node.type === 'listItem') return [text('• '), ...inOneLine(node.children)];
  if (!blocks.has(node.type)) return [node as PhrasingContent];
  return 'children' in node ? inOneLine(node.children) : [];
}

function codeLines(code: string): PhrasingContent[] {
  const lines = code.split('\n').filter((line) => line.trim() !== '');
  return lines.flatMap((value, at): PhrasingContent[] => {
    const line: PhrasingContent = { type: 'inlineCode', value };
    return at === 0 ? [line] : [verbatim('<br>'), line];
  });
}

/** A bar in a formula would end the cell, and an escaped one has another meaning. */
function withoutBars(formula: string): string {
  return formula.replace(/\\?\|/g, (bar) => (bar === '|' ? '\\vert ' : '\\Vert ')).trimEnd();
}
