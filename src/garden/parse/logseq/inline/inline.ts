/** Reads Logseq's inline syntax as phrasing content and collects its references. */
import type { PhrasingContent } from 'mdast';
import type { Position } from '../../../diagnostic.ts';
import { escapeHtml } from '../../../escape.ts';
import { inlineFormula } from '../../markdown/formula/formula-nodes.ts';
import type { LogseqDraft } from '../logseq-draft.ts';
import { macroNodes } from '../macro/macros.ts';
import { pageLinkNodes } from '../wiki-link/page-link.ts';
import { readDestinationLink } from './destinations.ts';
import { htmlNode } from './html.ts';
import type { MarkContext, PositionOf } from './mark-context.ts';
import type { InlineMark } from './marks.ts';
import { readMasked } from './masked-markdown.ts';
import { type InlineKind, scanInline } from './scan-inline.ts';

/** Reads the text of one segment and adds its references to the draft. */
export function readInline(
  text: string,
  draft: LogseqDraft,
  positionOf: PositionOf,
  kind: InlineKind = 'text',
): PhrasingContent[] {
  const marks = scanInline(text, kind);
  return readMasked(text, marks, (mark, inside) =>
    markNodes(mark, { text, draft, positionOf, inside }),
  );
}

function markNodes(mark: InlineMark, context: MarkContext): PhrasingContent[] {
  const source = context.text.slice(mark.start, mark.end);
  switch (mark.kind) {
    case 'page':
      return pageLinkNodes(mark.name, mark.start, source, context);
    case 'tag':
      return tagNodes(mark.name, mark.start, source, context);
    case 'block':
      return [blockReference(mark.id, '', [], mark.start, source, context)];
    case 'macro':
      return macroNodes(mark, source, context, readInline);
    case 'labelled':
      return labelledNodes(mark, source, context);
    case 'footnote':
      return context.draft.footnotes.has(mark.label)
        ? [{ type: 'footnoteReference', identifier: mark.label.toLowerCase(), label: mark.label }]
        : [{ type: 'text', value: source }];
    case 'citation':
      return [{ ...mark.citation, ...placeOf(mark, context) }];
    case 'address':
      return [
        {
          type: 'link',
          url: mark.url,
          title: null,
          children: [{ type: 'text', value: mark.label }],
        },
      ];
    case 'html':
      return mark.value === ''
        ? []
        : [htmlNode(mark.value, context.positionOf(mark.start), context.draft)];
    default:
      return verbatimNodes(mark, source, context);
  }
}

function verbatimNodes(mark: InlineMark, source: string, context: MarkContext): PhrasingContent[] {
  switch (mark.kind) {
    case 'code':
      return [{ type: 'inlineCode', value: mark.value }];
    case 'math':
      return [{ ...inlineFormula(mark.value, mark.display), ...placeOf(mark, context) }];
    case 'script':
      return [
        { type: 'html', value: `<${mark.element}>${escapeHtml(mark.value)}</${mark.element}>` },
      ];
    case 'date':
      return [{ type: 'text', value: mark.text }];
    case 'text':
      return [{ type: 'text', value: mark.value }];
    default:
      return [{ type: 'text', value: source }];
  }
}

/** Where a mark begins, for the diagnostics of what is rendered for it. */
function placeOf({ start }: InlineMark, { positionOf }: MarkContext) {
  const place = positionOf(start);
  return { position: { start: place, end: place } };
}

/** A tag; inside emphasis Logseq reads none. `#card` only makes the block a flashcard. */
function tagNodes(
  name: string,
  start: number,
  source: string,
  context: MarkContext,
): PhrasingContent[] {
  const { draft } = context;
  if (name.toLowerCase() === 'card') return [];
  const isPlain = context.inside.length > 0 && !source.startsWith('#[[');
  if (isPlain) return [{ type: 'text', value: source }];
  const link = draft.addLink({
    ...{ kind: 'tag', by: 'name', anchor: null, label: '', source, ...context.positionOf(start) },
    name: draft.pageName(name),
  });
  if (draft.macroDepth === 0) draft.addTag(name);
  return [{ type: 'tag', name, link }];
}

function blockReference(
  id: string,
  label: string,
  children: PhrasingContent[],
  start: number,
  source: string,
  context: MarkContext,
): PhrasingContent {
  const link = context.draft.addLink({
    ...{ kind: 'block', by: 'block', name: '', anchor: { kind: 'block', id }, label, source },
    ...context.positionOf(start),
  });
  return { type: 'blockReference', link, children };
}

/** `[label](destination)` and images. In labels emphasis counts, references do not. */
function labelledNodes(
  mark: Extract<InlineMark, { kind: 'labelled' }>,
  source: string,
  context: MarkContext,
): PhrasingContent[] {
  const { draft, positionOf } = context;
  const labelAt = (offset: number): Position => positionOf(mark.labelStart + offset);
  const children = mark.image ? [] : readInline(mark.label, draft, labelAt, 'label');
  return readDestinationLink(mark, children, source, positionOf(mark.start), draft);
}
