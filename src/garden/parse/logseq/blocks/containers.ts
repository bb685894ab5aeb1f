/** `#+BEGIN_X … #+END_X`: admonitions, quotes, code, queries and other containers of Logseq. */
import type { BlockContent, Blockquote, DefinitionContent } from 'mdast';
import { displayFormula } from '../../markdown/formula/formula-nodes.ts';
import { ednEntry, readEdn } from '../edn/edn.ts';
import { hiccupHtml } from '../edn/hiccup.ts';
import { htmlNode } from '../inline/html.ts';
import { type SourceLine, textOf } from '../lines/source-lines.ts';
import type { LogseqDraft } from '../logseq-draft.ts';
import { readQueryMap } from '../query/queries.ts';
import { queryNames, unansweredMessage } from '../query/query-names.ts';
import { fenceNodes } from './fences.ts';

type Content = BlockContent | DefinitionContent;

interface Container {
  /** Lower case: 'note', 'quote', 'query' … */
  readonly name: string;
  readonly argument: string;
  readonly opening: SourceLine;
  readonly lines: readonly SourceLine[];
}

/** Reads the lines of a container, which may be any blocks. */
type ReadInside = (lines: readonly SourceLine[], draft: LogseqDraft) => Content[];

/** Nodes of a container. One with an unknown name is replaced by its content. */
export function containerNodes(
  container: Container,
  draft: LogseqDraft,
  readInside: ReadInside,
): Content[] {
  const { name, argument, lines } = container;
  switch (name) {
    case 'quote':
      return [{ type: 'blockquote', children: readInside(lines, draft) as Blockquote['children'] }];
    case 'src':
      return fenceNodes({ ...container, info: argument }, draft);
    case 'example':
      return [{ type: 'code', lang: null, meta: null, value: textOf(lines) }];
    case 'query':
      return [blockQuery(container, draft)];
    case 'export':
      return exportNodes(argument.toLowerCase(), lines, draft);
    case 'note':
    case 'tip':
    case 'important':
    case 'caution':
    case 'warning':
    case 'pinned': {
      const children = readInside(lines, draft);
      return [{ type: 'callout', kind: name, title: [], fold: 'none', children }];
    }
    default:
      return readInside(lines, draft);
  }
}

function exportNodes(format: string, lines: readonly SourceLine[], draft: LogseqDraft): Content[] {
  const [first] = lines;
  if (format === 'html' && first) return [htmlNode(textOf(lines), first, draft)];
  if (format === 'latex') return [displayFormula(textOf(lines))];
  return [];
}

/** A query that the page answers; of one that needs Logseq's database a notice with its title. */
function blockQuery({ opening, lines }: Container, draft: LogseqDraft): Content {
  const source = textOf(lines);
  const title = ednEntry(readEdn(source).value, 'title');
  const html = title ? hiccupHtml(title).replace(/<[^>]*>/g, '') : '';
  const name = title?.kind === 'string' ? title.text : html;
  const query = readQueryMap(source, draft.queryView, queryNames(draft));
  if (!('unread' in query)) {
    draft.hasQueries = true;
    return { type: 'query', title: name, query, source };
  }
  const message = unansweredMessage(name, query.unread);
  draft.report('unsupported-syntax', opening, message);
  return { type: 'notice', kind: 'query', message, source };
}
