import { markLabel, readAddress } from '../../garden/parse/diagram/marks.ts';
import { decodeEntities } from './entities.ts';
import type { MermaidDiagram } from './mermaid.ts';

/** Plain text of a label: markup and line breaks are spaces. */
function plainText(label: unknown, labelType = ''): string {
  const text = Array.isArray(label) ? label.join(' ') : String(label ?? '');
  const isMarkdown = labelType === 'markdown' || /^\s*`[\s\S]*`\s*$/u.test(text);
  const bare = text.replace(/<[^>]*>|\bfa[bklrs]?:fa-[\w-]+/gu, ' ').replace(/[`*]{1,2}/gu, '');
  const plain = isMarkdown
    ? bare.replace(/(?<![\p{L}\p{N}])(_{1,2})(?=\S)(.*?\S)\1(?![\p{L}\p{N}])/gu, '$2')
    : bare;
  return decodeEntities(plain).replace(/\s+/gu, ' ').trim();
}

/**
 * What a diagram says, in words: its relations where mermaid knows them (“A → B: label”), followed
 * by the texts of the drawing that no relation has named. Marks of references stay in the text.
 */
export function describeDiagram(diagram: MermaidDiagram, drawn: readonly string[]): string[] {
  const relations = [...new Set(readRelations(diagram.db))];
  const said = relations.join('\n');
  const labels = [...new Set(drawn.map((text) => plainText(text)))].filter(
    (text) => /[\p{L}\p{N}]{2}|\p{Script=Han}/u.test(text) && !said.includes(text),
  );
  return [...relations, ...labels];
}

type Reader = 'getVertices' | 'getEdges' | 'getSubGraphs' | 'getActors' | 'getMessages' | 'getData';
type Database = Readonly<Partial<Record<Reader, unknown>>>;
type Call = (...input: unknown[]) => unknown;

function call(db: Database, name: Reader): unknown {
  const method = db[name];
  return typeof method === 'function' ? (method as Call).call(db) : undefined;
}

function readRelations(database: unknown): string[] {
  const db = database as Database;
  try {
    return flowRelations(db) ?? messages(db) ?? graphRelations(db) ?? [];
  } catch {
    // A type whose database looks different has its labels as text alternative.
    return [];
  }
}

function flowRelations(db: Database): string[] | null {
  const vertices = call(db, 'getVertices');
  const edges = call(db, 'getEdges');
  if (!(vertices instanceof Map) || !Array.isArray(edges)) return null;
  const groups = (call(db, 'getSubGraphs') ?? []) as { id: string; title: string }[];
  const name = (id: string): string => {
    const group = groups.find((candidate) => candidate.id === id);
    const vertex = vertices.get(id);
    const text = plainText(group?.title) || plainText(vertex?.text, vertex?.labelType) || id;
    const reference = readAddress(vertex?.link ?? '');
    return reference?.kind === 'name' ? markLabel(reference.index, text) : text;
  };
  return edges
    .filter((edge) => edge.stroke !== 'invisible')
    .map((edge) =>
      relation(name(edge.start), name(edge.end), plainText(edge.text, edge.labelType)),
    );
}

function messages(db: Database): string[] | null {
  const actors = call(db, 'getActors');
  const list = call(db, 'getMessages');
  if (!(actors instanceof Map) || !Array.isArray(list)) return null;
  const name = (id: string): string => plainText(actors.get(id)?.description) || id;
  return list.flatMap((item) => {
    const text = plainText(item.message);
    if (!item.to || !item.from || text === '') return [];
    return [
      item.from === item.to && item.placement !== undefined
        ? text
        : relation(name(item.from), name(item.to), text),
    ];
  });
}

interface LayoutData {
  readonly nodes: readonly { id: string; label?: unknown; shape?: string }[];
  readonly edges: readonly { start?: string; end?: string; label?: unknown }[];
}

function graphRelations(db: Database): string[] | null {
  const data = call(db, 'getData') as LayoutData | undefined;
  if (!data?.nodes || !data.edges) return null;
  const names = new Map(
    data.nodes.map((node) => {
      const isPoint = /^state(?:Start|End)$/u.test(node.shape ?? '');
      return [node.id, isPoint ? '●' : plainText(node.label) || node.id];
    }),
  );
  return data.edges.map((edge) =>
    relation(
      names.get(edge.start ?? '') ?? '',
      names.get(edge.end ?? '') ?? '',
      plainText(edge.label),
    ),
  );
}

function relation(from: string, to: string, label: string): string {
  return `${from} → ${to}${label === '' ? '' : `: ${label}`}`;
}
