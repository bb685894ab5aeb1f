/** `{{macro arguments}}` as nodes. References count only in embeds, as in Logseq. */
import type { PhrasingContent, RootContent } from 'mdast';
import type { QueryNode } from '../../../body.ts';
import type { Position } from '../../../diagnostic.ts';
import { ownValue } from '../../../own-value.ts';
import type { Filter, QueryTotal } from '../../../query.ts';
import { pluginNode } from '../../draft/plugin-nodes.ts';
import type { InlineMark } from '../inline/marks.ts';
import type { InlineKind } from '../inline/scan-inline.ts';
import { isUuid } from '../inline/uuid.ts';
import type { LogseqDraft } from '../logseq-draft.ts';
import { queryOf, readQuery } from '../query/queries.ts';
import { queryNames, unansweredMessage } from '../query/query-names.ts';
import { secondsOf, seekAddress, timeText, videoOf } from './media-macros.ts';

type Macro = Extract<InlineMark, { kind: 'macro' }>;

/** The reader of inline text, passed in because macros and text contain each other. */
type ReadInline = (
  text: string,
  draft: LogseqDraft,
  positionOf: (offset: number) => Position,
  kind?: InlineKind,
) => PhrasingContent[];

interface MacroPlace {
  readonly draft: LogseqDraft;
  readonly positionOf: (offset: number) => Position;
}

/** Maximum depth of macros inside macros: a template may name itself. */
const maxDepth = 5;

/** Nodes of one macro. Unknown macros are shown as source. */
export function macroNodes(
  macro: Macro,
  source: string,
  place: MacroPlace,
  readInline: ReadInline,
): PhrasingContent[] {
  const { draft } = place;
  const answer = draft.extensions.macro(
    { name: macro.name.toLowerCase(), text: macro.arguments },
    draft.extendedNote,
  );
  const made = pluginNode(answer, source, place.positionOf(macro.start), draft);
  if (made) return [made];
  const own = ownValue(draft.vault.macros, macro.name);
  if (own !== undefined) {
    const text = expandMacro(own, splitArguments(macro.arguments));
    return readUncounted(text, macro, place, readInline);
  }
  switch (macro.name.toLowerCase()) {
    case 'embed':
      return embedNodes(macro, source, place);
    case 'query':
      return [queryNode(macro, source, place)];
    case 'cards':
      return [cardsNode(macro, source, place)];
    case 'function':
      return [functionNode(macro, source, place)];
    case 'namespace':
      return [namespaceNode(macro, source, draft)];
    case 'cloze':
      return clozeNodes(macro, place, readInline);
    case 'youtube-timestamp':
      return [timestampNode(macro.arguments, draft)];
    case 'img':
      return imageNodes(macro.arguments, source);
    default:
      return videoNodes(macro, draft) ?? unknownNodes(macro, source, place, readInline);
  }
}

function readUncounted(
  text: string,
  macro: Macro,
  place: MacroPlace,
  readInline: ReadInline,
): PhrasingContent[] {
  const { draft, positionOf } = place;
  if (draft.macroDepth >= maxDepth) return [{ type: 'inlineCode', value: text }];
  draft.macroDepth += 1;
  const nodes = readInline(text, draft, () => positionOf(macro.start));
  draft.macroDepth -= 1;
  return nodes;
}

/** A template with $1, $2 … replaced by the arguments; missing ones become ''. */
function expandMacro(template: string, given: readonly string[]): string {
  return template.replace(/\$(\d)/g, (_, index: string) => given[Number(index) - 1] ?? '').trim();
}

/** Arguments by commas; commas inside `[[…]]` and quotes do not split. */
function splitArguments(text: string): string[] {
  const parts = text.match(/(?:\[\[(?:[^\]]|\](?!\]))*\]\]|"[^"]*"|[^,])+/g) ?? [];
  return parts.map((part) => part.trim());
}

function embedNodes(
  macro: Macro,
  source: string,
  { draft, positionOf }: MacroPlace,
): PhrasingContent[] {
  const target = macro.arguments;
  const id = /^\(\(([^()]+)\)\)$/.exec(target)?.[1]?.trim();
  const name = /^\[\[(.+)\]\]$/.exec(target)?.[1];
  const facts = { kind: 'embed' as const, label: '', source, ...positionOf(macro.start) };
  if (id !== undefined && isUuid(id)) {
    const anchor = { kind: 'block' as const, id: id.toLowerCase() };
    return [embed(draft.addLink({ ...facts, by: 'block', name: '', anchor }))];
  }
  if (name === undefined) return [{ type: 'inlineCode', value: source }];
  return [embed(draft.addLink({ ...facts, by: 'name', name: draft.pageName(name), anchor: null }))];
}

function embed(link: number): PhrasingContent {
  return { type: 'embed', link, width: null, height: null, alt: '', options: [] };
}

function queryNode(
  macro: Macro,
  source: string,
  { draft, positionOf }: MacroPlace,
): PhrasingContent {
  const query = readQuery(macro.arguments, draft.queryView, queryNames(draft));
  if (!('unread' in query)) return answered({ type: 'query', title: '', query, source }, draft);
  const message = unansweredMessage('', query.unread);
  draft.report('unsupported-syntax', positionOf(macro.start), message);
  return { type: 'notice', kind: 'query', message, source };
}

function answered(node: QueryNode, draft: LogseqDraft): PhrasingContent {
  draft.hasQueries = true;
  draft.query = node;
  return phrasing(node);
}

/** The cards of `{{cards [[page]]}}`: blocks that are cards, and match what is asked for. */
function cardsNode(macro: Macro, source: string, place: MacroPlace): PhrasingContent {
  const { draft } = place;
  const asked = macro.arguments.trim();
  const isCard: Filter = { op: 'card' };
  if (asked === '') return answered(cards(isCard, source, draft), draft);
  const query = readQuery(asked, draft.queryView, queryNames(draft));
  if ('unread' in query) return programNode(macro, source, place);
  return answered(cards({ op: 'and', of: [isCard, query.filter] }, source, draft), draft);
}

function cards(filter: Filter, source: string, { queryView }: LogseqDraft): QueryNode {
  return {
    type: 'query',
    title: '',
    query: { ...queryOf(filter, queryView), of: 'blocks' },
    source,
  };
}

/** `{{function (sum :price)}}` belongs to the query of its block, which shows the value below its rows. */
function functionNode(macro: Macro, source: string, place: MacroPlace): PhrasingContent {
  const { query } = place.draft;
  const [, of, key] =
    /^\(\s*(sum|average|count|min|max)(?:\s+:?([^\s()]+))?\s*\)$/i.exec(macro.arguments.trim()) ??
    [];
  if (query === null || of === undefined) return programNode(macro, source, place);
  const total = { of: of.toLowerCase() as QueryTotal['of'], key: (key ?? '').toLowerCase() };
  query.query = { ...query.query, totals: [...(query.query.totals ?? []), total] };
  return { type: 'text', value: '' };
}

function namespaceNode(macro: Macro, source: string, draft: LogseqDraft): PhrasingContent {
  const name = draft.pageName(macro.arguments.replace(/^\[\[(.*)\]\]$/, '$1'));
  draft.hasQueries = true;
  return phrasing({
    ...{ type: 'query', title: name, source },
    query: {
      ...{
        of: 'notes',
        filter: { op: 'namespace', name },
        sort: [{ key: 'title', descending: false }],
      },
      ...{ limit: null, sample: null, group: null, view: 'list', columns: [] },
    },
  });
}

/** Block nodes are inside phrasing content for a moment; `lift-blocks.ts` moves them out. */
function phrasing(node: RootContent): PhrasingContent {
  return node as PhrasingContent;
}

function clozeNodes(macro: Macro, place: MacroPlace, readInline: ReadInline): PhrasingContent[] {
  const [answer = '', cue = ''] = macro.arguments.split(/\s*\\\\\s*/, 2);
  const children = readUncounted(answer.trim(), macro, place, readInline);
  return [{ type: 'cloze', cue: cue.trim(), children }];
}

function timestampNode(text: string, draft: LogseqDraft): PhrasingContent {
  const seconds = secondsOf(text);
  const shown: PhrasingContent = {
    type: 'text',
    value: seconds === null ? text : timeText(seconds),
  };
  if (seconds === null || draft.video === '') return shown;
  return { type: 'link', url: seekAddress(draft.video, seconds), title: null, children: [shown] };
}

function imageNodes(text: string, source: string): PhrasingContent[] {
  const [url = '', width = ''] = splitArguments(text.replaceAll(/\s+/g, ','));
  if (!/^https?:/.test(url)) return [{ type: 'inlineCode', value: source }];
  const data = /^\d+$/.test(width) ? { data: { hProperties: { width: Number(width) } } } : {};
  return [{ type: 'image', url, alt: '', title: null, ...data }];
}

function videoNodes(macro: Macro, draft: LogseqDraft): PhrasingContent[] | null {
  const media = videoOf(macro.name.toLowerCase(), macro.arguments);
  if (!media) return null;
  if (media.service === 'youtube') draft.video = media.url;
  return [{ type: 'media', ...media, title: '' }];
}

/** The links of the source are looked up, so that no text with it tells the name of a private note. */
function unknownNodes(
  macro: Macro,
  source: string,
  place: MacroPlace,
  readInline: ReadInline,
): PhrasingContent[] {
  readUncounted(macro.arguments, macro, place, readInline);
  return [programNode(macro, source, place)];
}

/** A notice for macros that only plugins or Logseq can show; the source of unknown macros. */
function programNode(
  macro: Macro,
  source: string,
  { draft, positionOf }: MacroPlace,
): PhrasingContent {
  const name = macro.name.toLowerCase();
  if (name === 'renderer' && /^:(?:tocgen|toc)/i.test(macro.arguments))
    return { type: 'text', value: '' };
  if (name !== 'renderer' && name !== 'cards' && name !== 'function') {
    return { type: 'inlineCode', value: source, data: { macro: true } };
  }
  const message =
    name === 'renderer' ? 'Only a Logseq plugin can show this.' : 'Only Logseq can show this.';
  draft.report('unsupported-syntax', positionOf(macro.start), message);
  return { type: 'notice', kind: name, message, source };
}
