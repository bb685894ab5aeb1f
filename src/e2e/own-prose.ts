/** The garden's own notes as text: their lines of prose, without code, formulas and properties. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

export interface Line {
  /** `Folder/Note.md:12`, below `notes/`. */
  readonly place: string;
  readonly text: string;
}

export interface OwnNote {
  /** Its path below `notes/`. */
  readonly path: string;
  readonly text: string;
  readonly prose: readonly Line[];
}

const fence = /^\s*(?:>\s*)*(?:- )?(?:```|~~~|#\+BEGIN_|#\+END_)/;
const property = /^\s*(?:- )?[a-z-]+:: /;
const pageLink = /(?<![!(])\[\[([^\]|\\]+)(?:\\?\|([^\]]*))?\]\]/g;
const labelledLink = /\[([^\][]*)\]\(\[\[[^\]]*\]\]\)/g;
const webLink = /!?\[([^\][]*)\]\([^)]*\)/g;

/** Code, formulas, comments and commands are no prose: each becomes one letter, or nothing. */
function withoutCode(line: string): string {
  return line
    .replace(/`[^`]*`/g, 'x')
    .replace(/\$\$.*?\$\$|\$[^$]+\$/g, 'x')
    .replace(/%%.*?%%|!\[\[[^\]]*\]\]|\{\{(?:query|embed).*\}\}/g, '');
}

function proseOf(path: string, text: string): Line[] {
  const body = text.replace(/^---\n.*?\n---\n/s, (head) => head.replace(/[^\n]/g, ''));
  let inFence = false;
  return body.split('\n').flatMap((line, index) => {
    if (fence.test(line)) inFence = !inFence;
    const isProse = !inFence && !fence.test(line) && !property.test(line) && line.trim() !== '';
    return isProse ? [{ place: `${path}:${index + 1}`, text: withoutCode(line) }] : [];
  });
}

/** The notes of both vaults; the guide speaks of syntax, and is left out. */
export async function ownNotes(): Promise<OwnNote[]> {
  const files = await readdir('notes', { recursive: true });
  const paths = files.map((path) => path.replaceAll('\\', '/')).sort();
  const notes = paths.filter((path) => /^(?:logseq|obsidian)\/.*\.mdx?$/.test(path));
  return Promise.all(
    notes.map(async (path) => {
      const text = await readFile(join('notes', path), 'utf8');
      return { path, text, prose: proseOf(path, text) };
    }),
  );
}

/** What a reader sees of a line: labels in place of links. */
export function shown(text: string): string {
  return text
    .replace(labelledLink, '$1')
    .replace(pageLink, (_link, page: string, label?: string) => label ?? page)
    .replace(webLink, '$1');
}

/** The links of a line to pages, and the rest of it. */
export function linksOf(text: string): {
  readonly shown: readonly string[];
  readonly rest: string;
} {
  const bare = text.replace(labelledLink, '');
  const labels = [...bare.matchAll(pageLink)].map(([, page, label]) => label ?? page ?? '');
  return {
    shown: labels,
    rest: bare.replace(pageLink, '').replace(webLink, '').replace(/#\S+/g, ''),
  };
}

/** What the links of a note's diagrams show. */
export function diagramLabels(text: string): string[] {
  const diagrams = [...text.matchAll(/```mermaid\n(.*?)```/gs)].map(([, source = '']) => source);
  return diagrams.flatMap((source) =>
    [...source.matchAll(/\[\[([^\]|]+)(?:\|([^\]]*))?\]\]/g)].map(
      ([, page = '', label]) => label ?? page,
    ),
  );
}

/** How many Chinese characters a text has. */
export function chineseIn(text: string): number {
  return text.match(/\p{Script=Han}/gu)?.length ?? 0;
}

/** Whether a text is mostly Chinese: it has more Chinese characters than words in Latin letters. */
export function isChinese(text: string): boolean {
  return chineseIn(text) > (text.match(/[A-Za-z]+/g)?.length ?? 0);
}
