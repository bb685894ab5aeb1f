import { escapePattern } from '../../escape.ts';
import { markLabel, withoutMarks } from '../diagram/marks.ts';
import { nodeText } from '../diagram/node-text.ts';

/** The words around a reference: the diagram's title and the relation that the node is part of. */
export interface ReferenceContext {
  readonly before: string;
  readonly text: string;
  readonly after: string;
}

const arrow =
  /\s*[<ox]?(?:--+|==+|-\.+-?|-+(?=>))(?:\s+"?([^"|>\n]+?)"?\s+(?:--+|==+|\.+-+))?[>ox)]*[+-]?(?:\|"?([^|\n]*?)"?\|)?\s*/gu;

const noRelation =
  /^\s*(?:%%|click\b|class\b|classDef\b|style\b|linkStyle\b|subgraph\b|acc\w+\s*[:{])/u;

/**
 * The context of reference `index`, which shows `shown`, in a marked source. `node` is the node that
 * leads to the note, where the reference is not in a label. Read from the source alone,
 * because the drawing is made later.
 */
export function referenceContext(
  marked: string,
  index: number,
  shown: string,
  node: string | null,
): ReferenceContext {
  const lines = marked.split('\n');
  const mark = markLabel(index, shown);
  const sought = node === null ? mark : node;
  const line = lines.find((text) => (node === null ? text.includes(mark) : relates(text, node)));
  const name = node === null ? mark : nodeText(marked, node);
  const sentence = line === undefined ? name : readLine(marked, line);
  const at = sentence.indexOf(node === null ? sought : name);
  const title = titleOf(marked);
  const before = at < 0 ? '' : withoutMarks(sentence.slice(0, at));
  return {
    before: (title === '' ? '' : `${title}: `) + before,
    text: withoutMarks(name),
    after: at < 0 ? '' : withoutMarks(sentence.slice(at + name.length)),
  };
}

function relates(line: string, node: string): boolean {
  const named = new RegExp(`(?<![\\p{L}\\p{N}_-])${escapePattern(node)}(?![\\p{L}\\p{N}_])`, 'u');
  return !noRelation.test(line) && named.test(line) && line.search(arrow) >= 0;
}

/** A line in words: node texts for nodes, ' → ' for arrows, their labels at the end. */
function readLine(source: string, line: string): string {
  const labels: string[] = [];
  const { relation, message } = splitMessage(line.trim());
  const nodes = relation
    .replace(arrow, (_, inside: string | undefined, after: string | undefined) => {
      labels.push(inside ?? after ?? '');
      return '\n';
    })
    .split('\n')
    .map((part) => partText(source, part.trim()));
  const shown = [...labels, message].map((text) => text.trim()).filter((text) => text !== '');
  const sentence = nodes.filter((text) => text !== '').join(' → ');
  return shown.length === 0 ? sentence : `${sentence}: ${shown.join(', ')}`;
}

/** The message after the last colon, as in `A->>B: words`; a colon inside of a label is none. */
function splitMessage(line: string): { relation: string; message: string } {
  const at = /:\s+[^:]*$/u.exec(line)?.index ?? -1;
  const relation = line.slice(0, at);
  const isLabel = (relation.split('"').length - 1) % 2 === 1 || /[[({][^\])}]*$/u.test(relation);
  if (at < 0 || isLabel) return { relation: line, message: '' };
  return { relation, message: line.slice(at + 1) };
}

function partText(source: string, part: string): string {
  const bare = /^[\p{L}\p{N}_-]+$/u.test(part) ? nodeText(source, part) : part;
  const label =
    /^[\p{L}\p{N}_-]*[ \t]*[[({>]+[/\\]?"?(.*?)"?[/\\]?[\])}]+$/u.exec(bare)?.[1] ?? bare;
  return label
    .replace(/<[^>]*>/gu, ' ')
    .replace(/["`]/gu, '')
    .replace(/\s+/gu, ' ')
    .trim();
}

function titleOf(source: string): string {
  const title = /^[ \t]*(?:accTitle[ \t]*:|title:?[ \t])[ \t]*(.+)$/mu.exec(source)?.[1] ?? '';
  return withoutMarks(title.trim());
}
