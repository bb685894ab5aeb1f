/** The content of a block as mdast: segments become nodes, their text goes through `inline.ts`. */
import type {
  BlockContent,
  Blockquote,
  DefinitionContent,
  ListItem as ListItemNode,
  PhrasingContent,
} from 'mdast';
import { displayFormula } from '../../markdown/formula/formula-nodes.ts';
import { htmlNode } from '../inline/html.ts';
import { readInline } from '../inline/inline.ts';
import type { ListItem } from '../lines/lists.ts';
import { readSegments, type Segment } from '../lines/segments.ts';
import { cutLine, positionIn, type SourceLine, textOf } from '../lines/source-lines.ts';
import type { LogseqDraft } from '../logseq-draft.ts';
import { containerNodes } from './containers.ts';
import { fenceNodes } from './fences.ts';
import { liftBlocks } from './lift-blocks.ts';
import { readTable } from './tables.ts';

export type Content = BlockContent | DefinitionContent;

/** Reads the lines inside a quote, list item or admonition. */
function readInside(lines: readonly SourceLine[], draft: LogseqDraft): Content[] {
  if (draft.depth >= maxDepth) {
    return [{ type: 'code', lang: null, meta: null, value: textOf(lines) }];
  }
  draft.depth += 1;
  const nodes = contentNodes(readSegments(lines, 'inside'), draft);
  draft.depth -= 1;
  return nodes;
}

/** Maximum depth of quotes and lists inside each other; deeper content is shown as source. */
const maxDepth = 50;

/** Nodes of segments. Properties and planning lines have none; they are read with the block's head. */
export function contentNodes(segments: readonly Segment[], draft: LogseqDraft): Content[] {
  return segments.flatMap((segment) => segmentNodes(segment, draft));
}

function inlineNodes(lines: readonly SourceLine[], draft: LogseqDraft): PhrasingContent[] {
  return readInline(textOf(lines), draft, (offset) => positionIn(lines, offset));
}

function segmentNodes(segment: Segment, draft: LogseqDraft): Content[] {
  switch (segment.kind) {
    case 'paragraph':
      return liftBlocks(inlineNodes(segment.lines, draft), draft);
    case 'heading':
      return [headingNode(segment.depth, segment.line, draft)];
    case 'fence':
      return fenceNodes(segment, draft);
    case 'container':
      return containerNodes(segment, draft, readInside);
    case 'math':
      return [displayFormula(segment.value)];
    case 'html':
      return [htmlNode(segment.value, segment.opening, draft)];
    case 'table':
      return [readTable(segment.rows, draft)];
    case 'list':
      return listNodes(segment.items, draft);
    case 'quote':
      return [quoteNode(segment.lines, draft)];
    case 'rule':
      return [{ type: 'thematicBreak' }];
    case 'footnote':
      return [footnoteNode(segment.label, segment.lines, draft)];
    default:
      return [];
  }
}

function headingNode(depth: number, line: SourceLine, draft: LogseqDraft): Content {
  const size = depth as 1 | 2 | 3 | 4 | 5 | 6;
  return { type: 'heading', depth: size, children: inlineNodes([line], draft) };
}

function footnoteNode(label: string, lines: readonly SourceLine[], draft: LogseqDraft): Content {
  const identifier = label.toLowerCase();
  return { type: 'footnoteDefinition', identifier, label, children: readInside(lines, draft) };
}

function listNodes(items: readonly ListItem[], draft: LogseqDraft): Content[] {
  const lists: Content[] = [];
  for (let from = 0; from < items.length; ) {
    const ordered = items[from]?.ordered ?? false;
    let end = from;
    while (end < items.length && items[end]?.ordered === ordered) end += 1;
    const run = items.slice(from, end);
    const start = ordered ? (run[0]?.number ?? 1) : null;
    const children = run.map((item) => itemNode(item, draft));
    lists.push({ type: 'list', ordered, start, spread: false, children });
    from = end;
  }
  return lists;
}

function itemNode(item: ListItem, draft: LogseqDraft): ListItemNode {
  const children = [...readInside(item.lines, draft), ...listNodes(item.items, draft)];
  return { type: 'listItem', checked: item.checked, spread: false, children };
}

/** A quote, or a callout where it starts with `[!NOTE]`, which Logseq shows as text. */
function quoteNode(lines: readonly SourceLine[], draft: LogseqDraft): Content {
  const first = lines[0];
  const head = /^(\[!([\w-]+)\]([+-]?)[\t ]*).*$/.exec(first?.text ?? '');
  if (!head || !first) {
    return { type: 'blockquote', children: readInside(lines, draft) as Blockquote['children'] };
  }
  const title = inlineNodes([cutLine(first, head[1]?.length ?? 0)], draft);
  const fold = head[3] === '+' ? 'open' : head[3] === '-' ? 'closed' : 'none';
  const children = readInside(lines.slice(1), draft);
  return { type: 'callout', kind: (head[2] ?? '').toLowerCase(), title, fold, children };
}
