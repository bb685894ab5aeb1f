/** A text with Logseq's inline syntax as phrasing content; its references go into the draft. */
import type { PhrasingContent } from 'mdast';
import type { Position } from '../../../diagnostic.ts';
import { escapeHtml } from '../../../escape.ts';
import { inlineFormula } from '../../markdown/formula/formula-nodes.ts';
import type { LogseqDraft } from '../logseq-draft.ts';
import { macroNodes } from '../macro/macros.ts';
import { readDestinationLink } from './destinations.ts';
import type { InlineMark } from './marks.ts';
import { readMasked } from './masked-markdown.ts';
import { type InlineKind, scanInline } from './scan-inline.ts';

/** Where a character of the text stands in the file. */
type PositionOf = (offset: number) => Position;

/** Reads a text (its blocks are cut off already) and adds its references to the draft. */
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

interface MarkPlace {
  readonly text: string;
  readonly draft: LogseqDraft;
  readonly positionOf: PositionOf;
  /** Types of the nodes around the mark. */
  readonly inside: readonly string[];
}

function markNodes(mark: InlineMark, place: MarkPlace): PhrasingContent[] {
  const source = place.text.slice(mark.start, mark.end);
  switch (mark.kind) {
    case 'page':
      return pageNodes(mark.name, mark.start, source, place);
    case 'tag':
      return tagNodes(mark.name, mark.start, source, place);
    case 'block':
      return [blockReference(mark.id, '', [], mark.start, source, place)];
    case 'macro':
      return macroNodes(mark, source, place, readInline);
    case 'labelled':
      return labelledNodes(mark, source, place);
    case 'footnote':
      return place.draft.footnotes.has(mark.label)
        ? [{ type: 'footnoteReference', identifier: mark.label.toLowerCase(), label: mark.label }]
        : [{ type: 'text', value: source }];
    case 'address':
      return [
        {
          type: 'link',
          url: mark.url,
          title: null,
          children: [{ type: 'text', value: mark.label }],
        },
      ];
    default:
      return verbatimNodes(mark, source);
  }
}

function verbatimNodes(mark: InlineMark, source: string): PhrasingContent[] {
  switch (mark.kind) {
    case 'code':
      return [{ type: 'inlineCode', value: mark.value }];
    case 'math':
      return [inlineFormula(mark.value, mark.display)];
    case 'html':
      return mark.value === '' ? [] : [{ type: 'html', value: mark.value }];
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

/**
 * `[[name]]`; references inside the name are links of their own, side by side with the outer one.
 * `[[card]]` only says that the block is a flashcard.
 */
function pageNodes(
  name: string,
  start: number,
  source: string,
  place: MarkPlace,
): PhrasingContent[] {
  if (name.toLowerCase() === 'card') return [];
  if (/^draws\/.+\.excalidraw$/i.test(name)) return [drawingNotice(start, source, place)];
  const alias = obsidianAlias(name);
  const target = alias?.name ?? name;
  if (alias) {
    place.draft.report(
      'foreign-syntax',
      place.positionOf(start),
      `Logseq takes “${name}” for the whole name of a page; it is read as “${alias.name}” with a label.`,
      `Write [${alias.label}]([[${alias.name}]]).`,
    );
  }
  const facts = { kind: 'link', by: 'name', anchor: null, source } as const;
  const link = place.draft.addLink(
    {
      ...{ ...facts, ...place.positionOf(start), label: alias?.label ?? '' },
      name: place.draft.pageName(target),
    },
    !(place.draft.inProperty && place.inside.length > 0),
  );
  const shown = alias?.label ?? name;
  return nestedParts(shown, start + 2, place).map((part) =>
    typeof part === 'string'
      ? { type: 'noteLink', link, children: [{ type: 'text', value: part }] }
      : part,
  );
}

function drawingNotice(start: number, source: string, place: MarkPlace): PhrasingContent {
  const message = 'Logseq shows a drawing here.';
  place.draft.report('unsupported-syntax', place.positionOf(start), message);
  return { type: 'notice', kind: 'drawing', message, source };
}

/** `[[a|b]]` without blanks around the bar is Obsidian's way to give a label. */
function obsidianAlias(name: string): { name: string; label: string } | null {
  const match = /^([^|\s](?:[^|]*[^|\s])?)\|([^|\s](?:[^|]*[^|\s])?)$/.exec(name);
  return match ? { name: match[1] ?? '', label: match[2] ?? '' } : null;
}

function nestedParts(name: string, start: number, place: MarkPlace): (string | PhrasingContent)[] {
  if (!name.includes('[[')) return [name];
  const parts: (string | PhrasingContent)[] = [];
  let from = 0;
  for (const mark of scanInline(name)) {
    if (mark.kind !== 'page') continue;
    if (mark.start > from) parts.push(name.slice(from, mark.start));
    parts.push(
      ...pageNodes(mark.name, start + mark.start, name.slice(mark.start, mark.end), place),
    );
    from = mark.end;
  }
  if (from < name.length) parts.push(name.slice(from));
  return parts;
}

/** A tag; inside of emphasis Logseq reads none. `#card` only says that the block is a flashcard. */
function tagNodes(
  name: string,
  start: number,
  source: string,
  place: MarkPlace,
): PhrasingContent[] {
  const { draft } = place;
  if (name.toLowerCase() === 'card') return [];
  const isPlain = place.inside.length > 0 && !source.startsWith('#[[');
  if (isPlain) return [{ type: 'text', value: source }];
  const link = draft.addLink({
    ...{ kind: 'tag', by: 'name', anchor: null, label: '', source, ...place.positionOf(start) },
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
  place: MarkPlace,
): PhrasingContent {
  const link = place.draft.addLink({
    ...{ kind: 'block', by: 'block', name: '', anchor: { kind: 'block', id }, label, source },
    ...place.positionOf(start),
  });
  return { type: 'blockReference', link, children };
}

/** `[label](destination)` and images. In labels emphasis counts, references do not. */
function labelledNodes(
  mark: Extract<InlineMark, { kind: 'labelled' }>,
  source: string,
  place: MarkPlace,
): PhrasingContent[] {
  const { draft, positionOf } = place;
  const labelAt = (offset: number): Position => positionOf(mark.labelStart + offset);
  const children = mark.image ? [] : readInline(mark.label, draft, labelAt, 'label');
  return readDestinationLink(mark, children, source, positionOf(mark.start), draft);
}
