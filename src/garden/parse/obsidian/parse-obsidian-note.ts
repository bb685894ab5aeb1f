/** Reads one note, canvas or base of an Obsidian vault. */
import type { Root } from 'mdast';
import type { ParsedNote } from '../../body.ts';
import { type Extensions, noExtensions } from '../../extension.ts';
import { type PostName, readPostName } from '../../former-tool.ts';
import { journalDate } from '../../journal-dates.ts';
import { languageOf } from '../../language.ts';
import type { Note, SourceFile, Vault } from '../../note.ts';
import { withCards } from '../cards/with-cards.ts';
import { transformed } from '../draft/plugin-nodes.ts';
import { noFrontMatter, readFrontMatter } from '../properties/front-matter.ts';
import { asksToBePublished } from '../properties/switch.ts';
import { readTomlFrontMatter } from '../properties/toml-front-matter.ts';
import { readBody } from './blocks/read-body.ts';
import { Decks } from './cards/deck-tags.ts';
import { findCards } from './cards/find-cards.ts';
import { drawScene } from './drawing/draw-scene.ts';
import { isDrawing, previewOf, showDrawing } from './drawing/excalidraw.ts';
import { isKanban, readKanban } from './drawing/kanban.ts';
import { readCanvas } from './drawing/read-canvas.ts';
import { readScene } from './drawing/scene.ts';
import { ObsidianDraft } from './obsidian-draft.ts';
import { type PropertyFacts, readProperties } from './properties/note-properties.ts';
import { baseNodes } from './query/query-nodes.ts';
import { type Cut, findComments } from './source/comments.ts';
import { readVisible, type VisibleTree } from './source/read-visible.ts';
import { reportTemplateTags } from './source/template-tags.ts';
import { VisibleSource } from './source/visible-source.ts';

/**
 * Reads a note as Obsidian shows it. What is wrong with it becomes diagnostics of the note:
 * `invalid-frontmatter`, `invalid-property`, `duplicate-block`, `unsupported-syntax`, `invalid-mdx`,
 * `template-tag`. Never throws for
 * a note's content.
 */
export function parseObsidianNote(
  file: SourceFile,
  vault: Vault,
  extensions: Extensions = noExtensions,
): ParsedNote {
  if (/\.canvas$/iu.test(file.path)) return parseCanvas(file, vault, extensions);
  if (/\.base$/iu.test(file.path)) return parseBase(file, vault);
  return parseMarkdownNote(file, vault, extensions);
}

function parseMarkdownNote(
  { path, source }: SourceFile,
  vault: Vault,
  extensions: Extensions,
): ParsedNote {
  const front = readTomlFrontMatter(path, source) ?? readFrontMatter(path, source);
  const from = front.end;
  const cuts: Cut[] = [{ start: 0, end: from }, ...findComments(source, from)];
  const breaks = !vault.strictLineBreaks;
  const { visible, root, flaw } = readVisible({ path, source }, { cuts, from, breaks });
  const draft = new ObsidianDraft(path, source, visible, extensions);
  draft.diagnostics.push(...front.diagnostics);
  reportUnclosed(cuts, draft);
  if (flaw) noticeFlaw(flaw, root, draft);
  const facts = readProperties(front, draft);
  if (!/\.mdx$/iu.test(path)) reportTemplateTags(root, cuts, draft);
  const body = transformed(root, draft);
  if (isDrawing(front)) {
    const preview = previewOf(path, vault.previews ?? []);
    const scene = preview === null ? readScene(source) : null;
    const drawing = scene && drawScene(scene);
    showDrawing(body, draft, { preview: preview && pathInVault(preview, vault.root), drawing });
  } else if (isKanban(front)) readKanban(body);
  const decks = new Decks(path, vault);
  readBody(body, draft, decks.mayCutLines(draft));
  const cards = findCards(body, draft.tags.values(), decks);
  return withCards({ note: noteOf(path, vault, draft, facts), body }, cards);
}

function reportUnclosed(cuts: readonly Cut[], draft: ObsidianDraft): void {
  const unclosed = cuts.find(({ isUnclosed }) => isUnclosed);
  if (!unclosed) return;
  const place = draft.positionAt(unclosed.start);
  const message = `The comment that starts in line ${place.line} is never closed and hides the rest of the note.`;
  draft.report('unclosed-comment', place, message, 'Add “%%” where the comment ends.');
}

/** Says on the page and in a diagnostic that a note cannot be read as MDX. */
function noticeFlaw(
  { message, place }: NonNullable<VisibleTree['flaw']>,
  root: Root,
  draft: ObsidianDraft,
): void {
  draft.report('invalid-mdx', place, message, 'The note is shown as plain Markdown.');
  const said = 'The components of this page cannot be shown.';
  root.children.unshift({ type: 'notice', kind: 'mdx', message: said, source: '' });
}

function parseCanvas(
  { path, source }: SourceFile,
  vault: Vault,
  extensions: Extensions,
): ParsedNote {
  const draft = new ObsidianDraft(path, source, new VisibleSource(source, []), extensions);
  const facts = readProperties(noFrontMatter, draft);
  const canvas = readCanvas(source, !vault.strictLineBreaks);
  const faults = canvas?.faults ?? ['The file is not a JSON canvas.'];
  for (const fault of faults) draft.report('unsupported-syntax', start, fault);
  const message = 'This canvas cannot be read.';
  const body: Root = canvas?.body ?? {
    type: 'root',
    children: [{ type: 'notice', kind: 'canvas', message, source }],
  };
  readBody(body, draft);
  return { note: noteOf(path, vault, draft, facts), body };
}

function parseBase({ path, source }: SourceFile, vault: Vault): ParsedNote {
  const draft = new ObsidianDraft(path, source, new VisibleSource(source, []));
  const facts = readProperties(noFrontMatter, draft);
  const body: Root = { type: 'root', children: baseNodes(source, draft, start, true) };
  return { note: noteOf(path, vault, draft, facts), body };
}

const start = { line: 1, column: 1 };

function noteOf(path: string, vault: Vault, draft: ObsidianDraft, facts: PropertyFacts): Note {
  const name = nameOf(path, vault.root);
  const base = name.slice(name.lastIndexOf('/') + 1);
  const post = readPostName(pathInVault(path, vault.root));
  const text = draft.texts.filter((line) => line !== '').join('\n');
  const properties = [...facts.properties, ...draft.fields];
  return {
    path,
    vault: vault.root,
    dialect: 'obsidian',
    ...facts,
    title: facts.title || titleOf(post, base),
    created: facts.created || (post?.day ?? ''),
    name,
    tags: [...draft.tags.values()],
    properties,
    asksToBePublished: asksToBePublished(properties),
    journal: dayOf(base),
    lang: facts.lang || languageOf(text) || languageOf(base),
    headings: draft.headings,
    blocks: draft.blocks,
    links: draft.links,
    diagrams: draft.diagrams,
    hasQueries: draft.hasQueries,
    text,
    diagnostics: draft.diagnostics,
  };
}

/** A post without a title is called as its file is, as in Jekyll: `2024-05-01-hello-world` → Hello World. */
function titleOf(post: PostName | null, base: string): string {
  if (post === null || post.day === '') return base.replace(/\.(?:canvas|base)$/iu, '');
  const name = post.name.replace(/^.*\//u, '').replaceAll('-', ' ');
  return name.replace(/(?<=^| )\p{Ll}/gu, (letter) => letter.toUpperCase());
}

/** Path in the vault without `.md`; boards and bases keep their extension, as links must name it. */
function nameOf(path: string, root: string): string {
  return pathInVault(path, root).replace(/\.(?:md|mdx|markdown)$/iu, '');
}

/** A daily note is named by its date; notes that come from Logseq may be called as it calls days. */
function dayOf(base: string): string | null {
  return journalDate(base, ['yyyy-MM-dd', 'MMM do, yyyy', 'MMMM do, yyyy']);
}

function pathInVault(path: string, root: string): string {
  return root === '' ? path : path.slice(root.length + 1);
}
