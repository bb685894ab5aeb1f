/** Renders the pages whose keys changed and says what every page's digest is. */
import { join } from 'node:path';
import type { Diagnostic } from '../../src/garden/diagnostic.ts';
import type { Garden } from '../../src/garden/garden.ts';
import type { FormulaParts, Page } from '../../src/garden/page.ts';
import { createHighlighter, type Highlighter } from '../../src/garden/render/highlighter.ts';
import { renderGhost } from '../../src/garden/render/render-ghost.ts';
import { renderNote } from '../../src/garden/render/render-note.ts';
import type { Descriptions } from '../../src/garden/render/render-site.ts';
import { renderTag } from '../../src/garden/render/render-tag.ts';
import { digestOf, fileNameOf, readTextIfAny, writeIfChanged } from '../disk.ts';
import { counted, type Stage } from '../progress.ts';
import type { Drawings } from './draw-diagrams.ts';
import type { ParsedGarden } from './parse-notes.ts';
import { type KeySources, renderKey } from './render-key.ts';

/** One line of `.garden/index.json`: all that Astro's collection holds of a page. */
export interface PageEntry {
  readonly id: string;
  readonly title: string;
  readonly kind: Page['kind'];
  /** Changes when anything that the page shows changes. */
  readonly digest: string;
  /** File name of the picture that other sites show of it; none where it has its own. */
  readonly picture?: string;
}

export interface RenderedPages {
  readonly entries: readonly PageEntry[];
  readonly rendered: number;
  readonly diagnostics: readonly Diagnostic[];
  /** What each page with formulas needs for them. */
  readonly math: readonly FormulaParts[];
  readonly descriptions: Descriptions;
}

/** File name of a page's record in `.garden/pages/`. */
export function recordName(id: string): string {
  return `${fileNameOf(id)}.json`;
}

/** File name of a note's Markdown beside its record. */
export function markdownName(id: string): string {
  return `${fileNameOf(id)}.md`;
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
  /** Digest of the code that renders. */
  readonly version: string;
  readonly out: string;
  readonly stage: Stage;
}

/** Renders what changed into `out`/pages; `out`/keys.json remembers what is there. */
export async function renderPages(garden: Garden, input: RenderInput): Promise<RenderedPages> {
  const { parsed, out } = input;
  const keysFile = join(out, 'keys.json');
  const before = readKept(await readTextIfAny(keysFile));
  // What is published and where the site lies is decided anew in each run.
  const version = digestOf(input.version, JSON.stringify(garden.policy));
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
    await writeIfChanged(join(out, 'pages', recordName(page.id)), record);
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
  await writeIfChanged(join(out, 'pages', recordName(id)), record);
  await writeIfChanged(join(out, 'pages', markdownName(id)), markdown);
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
