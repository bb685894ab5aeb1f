/** Renders one note and writes its files into the folder of records. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createHighlighter } from '../draw/code/highlighter.ts';
import type { Drawings } from '../draw/draw-diagrams.ts';
import { createFormulaSetter } from '../draw/formula/mathjax.ts';
import { drawingKey } from '../draw/mermaid/drawing-key.ts';
import { type Garden, gardenOf } from '../garden/garden.ts';
import type { NotePage, UnlistedPage } from '../garden/page.ts';
import { pageExcerptsFile, pageMarkdownFile, pageRecordFile } from '../garden/record-files.ts';
import { pageMarkdown } from '../garden/render/markdown/page-markdown.ts';
import type { Sources } from '../garden/render/render-context.ts';
import { type RenderedNote, renderNote } from '../garden/render/render-note.ts';
import { digestOf, inFolder, writeBytes, writeIfChanged } from '../system/disk.ts';
import { withPath } from '../system/with-path.ts';
import { excerptKeys } from './excerpt-keys.ts';
import type { FactNumbers } from './read-set/fact-numbers.ts';
import type { FreshPage } from './read-set/kept-pages.ts';
import { recordReads } from './read-set/recording-garden.ts';
import { mayNameRemote } from './remote-pictures/remote-addresses.ts';
import { onlyOwn, type RemotePictures } from './remote-pictures/remote-pictures.ts';

export interface NoteInput {
  /** Ids of the notes whose body Astro compiles. */
  readonly mdx: ReadonlySet<string>;
  readonly out: string;
  readonly remote: RemotePictures;
  /**
   * Whether anybody may read records meanwhile. If not, a half written one counts for nothing: the import has
   * announced that it writes it (`announceChanges`).
   */
  readonly isRead: boolean;
}

export interface NoteWriting {
  readonly sources: Sources;
  /** Numbers of the facts that pages read. */
  readonly read: FactNumbers;
}

/** What notes are rendered from, with these drawings and bodies. */
export async function sourcesOf(
  { of }: Pick<Drawings, 'of'>,
  body: Sources['body'],
): Promise<Sources> {
  const highlighter = await createHighlighter();
  return { body, highlighter, drawing: of, copy: pageMarkdown, formulas: createFormulaSetter() };
}

/** Renders a note and writes its record, its copy, and its excerpts for other pages. */
export async function writeNote(
  garden: Garden,
  id: string,
  { remote, mdx, out, isRead }: NoteInput,
  { sources, read }: NoteWriting,
): Promise<FreshPage> {
  const reads = recordReads(gardenOf(garden, id), sources, drawingKey, read);
  const { diagnostics, ...rendered } = renderNote(reads.garden, id, reads.sources);
  const written = garden.unlisted.has(id) ? withoutTraces(rendered) : rendered;
  const found = { page: written.page, excerpts: written.excerpts };
  const texts = recordsOf(found, mdx.has(id));
  // Few pages show anything of other hosts, and a walk through all of their HTML takes longer than this question.
  const isOwn = written.page.mdx === null && !texts.some(mayNameRemote);
  const { value, use, local } = isOwn ? onlyOwn(found) : await remote.localise(found);
  const { page, excerpts } = value;
  const copy = use.files.length === 0 ? written.markdown : written.markdownWith(local);
  const [record, cut] = value === found ? texts : recordsOf(value, mdx.has(id));
  const write = isRead ? writeBytes : writeUnread;
  await write(join(out, pageRecordFile(id)), record);
  if (copy !== '') await write(join(out, pageMarkdownFile(id)), copy);
  const writeExcerpts = isRead ? writeIfChanged : writeUnread;
  if (cut !== '') await writeExcerpts(join(out, pageExcerptsFile(id)), cut);
  return {
    facts: Uint32Array.from([...reads.facts, read.numberOf('mdx', '-', id)]),
    digest: digestOf(record, copy, cut),
    sizes: [record, copy, cut].map((text) => Buffer.byteLength(text)),
    description: page.description,
    diagnostics,
    math: page.math,
    remote: use,
    excerpts: excerpts && excerptKeys(excerpts),
  };
}

interface WrittenNote extends Pick<RenderedNote, 'markdown' | 'markdownWith' | 'excerpts'> {
  readonly page: NotePage | UnlistedPage;
}

/** The record of a page and that of its excerpts, as they are written; '' for none. */
function recordsOf(
  { page, excerpts }: Pick<WrittenNote, 'page' | 'excerpts'>,
  isMdx: boolean,
): readonly [record: string, cut: string] {
  const record = JSON.stringify({ ...page, mdx: isMdx ? page.mdx : null });
  return [record, excerpts === null ? '' : JSON.stringify(excerpts)];
}

/** Writes a file without a draft: half of it may be there for a while, or after the import was killed. */
async function writeUnread(location: string, content: string): Promise<void> {
  inFolder(location, () => withPath(location, () => writeFileSync(location, content)));
}

/** A note in no list: no copy, nothing for other pages, and nothing of what other notes say of it. */
function withoutTraces({ page }: WrittenNote): WrittenNote {
  const own = { ...page, kind: 'unlisted', mentions: [], tag: null, translations: [] } as const;
  return { page: own, markdown: '', markdownWith: () => '', excerpts: null };
}
