/** Renders the pages whose keys changed and says what every page's digest is. */
import { join } from 'node:path';
import { createHighlighter } from '../draw/code/highlighter.ts';
import type { Drawings } from '../draw/draw-diagrams.ts';
import type { Diagnostic } from '../garden/diagnostic.ts';
import type { Garden } from '../garden/garden.ts';
import type { FormulaParts, Page } from '../garden/page.ts';
import {
  type PageEntry,
  pageMarkdownFile,
  pageRecordFile,
  recordFiles,
} from '../garden/record-files.ts';
import type { Highlighter } from '../garden/render/highlighter.ts';
import { renderGhost } from '../garden/render/render-ghost.ts';
import { renderNote } from '../garden/render/render-note.ts';
import type { Descriptions } from '../garden/render/render-site.ts';
import { renderTag } from '../garden/render/render-tag.ts';
import { codeVersion } from '../system/code-version.ts';
import { digestOf, readTextIfAny, writeIfChanged } from '../system/disk.ts';
import { counted, type Stage } from '../system/progress.ts';
import type { ParsedGarden } from './parse-notes.ts';
import { type KeySources, renderKey } from './render-key.ts';

export interface RenderedPages {
  readonly entries: readonly PageEntry[];
  readonly rendered: number;
  readonly diagnostics: readonly Diagnostic[];
  /** What each page with formulas needs for them. */
  readonly math: readonly FormulaParts[];
  readonly descriptions: Descriptions;
}

/** What is known of a record besides what it holds. */
interface Rendered {
  readonly description: string;
  readonly diagnostics: readonly Diagnostic[];
  readonly math: FormulaParts | null;
}

/** What was rendered before, by id. */
type Kept = Record<string, Rendered & { readonly key: string }>;

export interface RenderInput {
  readonly parsed: ParsedGarden;
  readonly drawings: Drawings;
  /** Ids of the notes whose body Astro compiles. */
  readonly mdx: ReadonlySet<string>;
  readonly out: string;
  readonly stage: Stage;
}

/** Renders what changed into `out`/pages; `out`/keys.json remembers what is there. */
export async function renderPages(garden: Garden, input: RenderInput): Promise<RenderedPages> {
  const { parsed, out } = input;
  const keysFile = join(out, recordFiles.renderedPages);
  const before = readKept(await readTextIfAny(keysFile));
  // What is published and where the site lies is decided anew in each run.
  const version = digestOf(codeVersion(import.meta.url), JSON.stringify(garden.policy));
  const whole = digestOf(version, ...parsed.digests.values());
  const sources: KeySources = { digests: parsed.digests, version, whole };
  // Loading grammars takes longer than an import in which nothing changed.
  let highlighter: Highlighter | null = null;
  const kept: Kept = {};
  const entries: PageEntry[] = [];
  let rendered = 0;
  for (const [id, { note }] of garden.notes) {
    const key = digestOf(renderKey(garden, id, sources), String(input.mdx.has(id)));
    const same = before[id]?.key === key ? before[id] : undefined;
    if (same) kept[id] = same;
    else {
      highlighter ??= await createHighlighter();
      kept[id] = { key, ...(await renderRecord(garden, id, input, highlighter)) };
      rendered++;
      input.stage.reached(counted(rendered, 'page'));
    }
    const kind = note.journal === null ? 'note' : 'journal';
    entries.push({ id, title: note.title, kind, digest: key });
  }
  const descriptions = new Map(Object.entries(kept).map(([id, page]) => [id, page.description]));
  for (const page of otherPages(garden, descriptions)) {
    const record = JSON.stringify(page);
    await writeIfChanged(join(out, pageRecordFile(page.id)), record);
    entries.push({ id: page.id, title: page.title, kind: page.kind, digest: digestOf(record) });
  }
  await writeIfChanged(keysFile, JSON.stringify(kept));
  const pages = Object.values(kept);
  const diagnostics = pages.flatMap((page) => page.diagnostics);
  const math = pages.flatMap((page) => page.math ?? []);
  return { entries, rendered, diagnostics, math, descriptions };
}

async function renderRecord(
  garden: Garden,
  id: string,
  { parsed, drawings, mdx, out }: RenderInput,
  highlighter: Highlighter,
): Promise<Rendered> {
  const sources = { body: parsed.body, drawing: drawings.of, highlighter };
  const { page, markdown, diagnostics } = renderNote(garden, id, sources);
  const record = JSON.stringify({ ...page, mdx: mdx.has(id) });
  await writeIfChanged(join(out, pageRecordFile(id)), record);
  await writeIfChanged(join(out, pageMarkdownFile(id)), markdown);
  return { diagnostics, math: page.math, description: page.description };
}

function otherPages(garden: Garden, descriptions: Descriptions): Page[] {
  return [
    ...[...garden.ghosts.keys()].map((id) => renderGhost(garden, id)),
    ...[...garden.tags.keys()].map((tag) => renderTag(garden, tag, descriptions)),
  ];
}

function readKept(text: string | null): Kept {
  try {
    return JSON.parse(text ?? '{}') as Kept;
  } catch {
    return {};
  }
}
