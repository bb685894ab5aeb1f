/** Renders the page of a note: its body as HTML, and the record's other fields. */
import type { ElementContent } from 'hast';
import type { Root } from 'mdast';
import type { Notice } from '../body.ts';
import { type Diagnostic, failedNote } from '../diagnostic.ts';
import type { Garden, GardenNote } from '../garden.ts';
import type { NoteExcerpts, NotePage } from '../page.ts';
import { translationsKey } from '../resolve/page/translations.ts';
import { excerptsOf } from './excerpt/excerpts.ts';
import { formulaParts } from './formula-parts.ts';
import type { ShownNodes } from './markdown/page-markdown.ts';
import { propertyValue } from './node/block-properties.ts';
import { partAboveMore } from './page/above-more.ts';
import { firstSentence, ownDescription, readingMinutes, summaryText } from './page/description.ts';
import { finish } from './page/finish.ts';
import './hast-data.ts';
import { noteTextsFor } from '../interface-texts/note-texts.ts';
import { failureNotice, reportFailure } from './node/guard.ts';
import { highestDepth, repeatedTitle } from './node/headings.ts';
import { keepRenderable } from './page/keep-renderable.ts';
import { moduleOf, withoutCode } from './page/mdx-module.ts';
import { nearPages } from './page/near.ts';
import { pageCards } from './page/page-cards.ts';
import {
  ancestorLinks,
  imageAddress,
  pageLink,
  pageLinks,
  tagLinks,
  translationLinks,
} from './page/page-links.ts';
import { contentsOf, searchSections } from './page/page-text.ts';
import { backlinkGroups, mentionGroups } from './page/references.ts';
import { relatedPages } from './page/related.ts';
import { shownAliases } from './page/shown-aliases.ts';
import { tagOfNote } from './page/tagged.ts';
import { renderPart } from './part.ts';
import { publicSources } from './privacy.ts';
import { contextFor, type RenderContext, type Rendering, type Sources } from './render-context.ts';
import { serialise } from './serialise.ts';

export interface RenderedNote {
  readonly page: NotePage;
  /** The page as Markdown; empty where the sources make none. */
  readonly markdown: string;
  /** The same with other addresses of pictures, where `picture` gives one. */
  readonly markdownWith: (picture: (address: string) => string | null) => string;
  /** What other pages show of its references; null where it refers to no page. */
  readonly excerpts: NoteExcerpts | null;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * The page of the note with this id, which must be in the garden. Diagnostics: `embed-cycle`,
 * `embed-depth`, at the embed that is not followed (the same fact may come from several pages);
 * `failed-note` where rendering itself fails.
 */
export function renderNote(garden: Garden, id: string, sources: Sources): RenderedNote {
  const entry = garden.notes.get(id);
  if (entry === undefined) throw new Error(`No note with the id ${id} is in the garden.`);
  const shown = publicSources(garden, sources);
  try {
    return renderBody(garden, entry, shown, shown.body(entry.note.path));
  } catch (error) {
    return unrendered(garden, entry, shown, error);
  }
}

/** A page with only a notice: nothing of a note that failed is known to be safe to show. */
function unrendered(
  garden: Garden,
  entry: GardenNote,
  sources: Sources,
  error: unknown,
): RenderedNote {
  const message = noteTextsFor(garden.policy.lang).failed;
  const notice: Notice = { type: 'notice', kind: 'failed-note', message, source: '' };
  const bare = { ...entry, backlinks: [], note: { ...entry.note, properties: [] } };
  const rendered = renderBody(garden, bare, sources, { type: 'root', children: [notice] });
  return {
    ...rendered,
    excerpts: null,
    diagnostics: [failedNote(entry.note.path, 'rendering', error)],
  };
}

function renderBody(garden: Garden, entry: GardenNote, sources: Sources, body: Root): RenderedNote {
  const rendering = renderingOf(garden, entry, sources);
  const title = repeatedTitle(entry.note.title, body);
  const shown = body.children.filter((node) => node !== title);
  const shift = Math.max(0, 2 - highestDepth(shown));
  const context = contextFor(rendering, entry, { trail: [`${entry.id}#`], shift, title });
  const nodes = renderPart(context, body);
  const properties = propertyNodes(context);
  const summary = summaryOf(garden, entry, sources, body);
  const outside = around(garden, entry);
  const cards = pageCards(entry.id, body.data?.cards ?? [], (side) => {
    return renderPart(partContext(garden, entry, sources, shift), side);
  });
  const read = (whole: ElementContent[]): Omit<RenderedNote, 'diagnostics'> => {
    finish(whole);
    const shown = withoutCode(whole);
    const page = {
      ...outside,
      ...inside(context, shown, properties, summary),
      mdx: moduleOf(whole),
      ...(cards.length > 0 && { cards }),
    };
    const excerpts = excerptsOf(garden, entry, shown, page.description);
    const markdownWith: RenderedNote['markdownWith'] = (picture) => {
      return sources.copy?.(page, { body: shown, properties, picture }, garden) ?? '';
    };
    return { page, markdown: markdownWith(() => null), markdownWith, excerpts };
  };
  return { ...readWhatCanBeRead(context, nodes, read), diagnostics: rendering.diagnostics };
}

/** What `read` makes of the nodes; those that it cannot read are replaced by notices. */
function readWhatCanBeRead<Result>(
  context: RenderContext,
  nodes: ElementContent[],
  read: (nodes: ElementContent[]) => Result,
): Result {
  try {
    return read(nodes);
  } catch {
    const notice = (error: unknown): ElementContent => {
      reportFailure(context, null, error);
      return failureNotice(context);
    };
    return read(keepRenderable(nodes, (part) => read(structuredClone(part)), notice));
  }
}

function renderingOf(garden: Garden, entry: GardenNote, sources: Sources): Rendering {
  const { lang } = entry.note;
  return {
    garden,
    sources,
    lang,
    texts: noteTextsFor(garden.policy.lang),
    diagnostics: [],
    embeds: 0,
    diagrams: 0,
    formulas: [],
    part: renderPart,
  };
}

/** The context of a part that is rendered apart from the page. */
function partContext(
  garden: Garden,
  entry: GardenNote,
  sources: Sources,
  shift: number,
): RenderContext {
  return contextFor(renderingOf(garden, entry, sources), entry, { trail: [`${entry.id}#`], shift });
}

/** The text above `<!--more-->`, rendered apart so that nothing is reported twice; '' without it. */
function summaryOf(garden: Garden, entry: GardenNote, sources: Sources, body: Root): string {
  const above = partAboveMore(body);
  if (above === null) return '';
  const context = {
    ...partContext(garden, entry, sources, 0),
    title: repeatedTitle(entry.note.title, body),
  };
  try {
    return summaryText(renderPart(context, above));
  } catch {
    return '';
  }
}

type Body = Inside | 'mdx';
type Inside = 'html' | 'contents' | 'search' | 'minutes' | 'math' | 'properties' | 'description';

/** The fields that come from the note's body. */
function inside(
  context: RenderContext,
  nodes: ElementContent[],
  properties: ShownNodes['properties'],
  summary: string,
): Pick<NotePage, Inside> {
  const search = searchSections(nodes);
  const html = serialise(nodes);
  return {
    html,
    contents: contentsOf(nodes),
    search,
    properties: properties.map(({ key, nodes: value }) => ({ key, html: serialise(value) })),
    minutes: readingMinutes(search.map(({ heading, text }) => `${heading}\n${text}`).join('\n')),
    math: formulaParts(context.rendering.formulas),
    description: ownDescription(context) || summary || firstSentence(nodes),
  };
}

/** The fields that come from the note's properties and links. */
function around(garden: Garden, entry: GardenNote): Omit<NotePage, Body> {
  const { note, permalink } = entry;
  const { title, lang, path, icon, classes, created, modified, journal } = note;
  return {
    id: entry.id,
    kind: journal === null ? 'note' : 'journal',
    permalink,
    title,
    lang,
    path,
    icon,
    image: imageAddress(garden, entry),
    aliases: shownAliases(note),
    classes,
    created,
    modified,
    ...(note.history && { history: note.history }),
    journal,
    tags: tagLinks(garden, note.tags),
    backlinks: backlinkGroups(garden, entry.backlinks, entry.id),
    mentions: mentionGroups(garden, garden.mentions.get(entry.id) ?? []),
    ...relatedPages(garden, entry.id),
    ...nearPages(garden, entry.id),
    tag: tagOfNote(garden, entry),
    ancestors: ancestorLinks(garden, entry.ancestors),
    children: pageLinks(garden, entry.children),
    translations: translationLinks(garden, entry),
    ...neighbours(garden, entry),
  };
}

/** The journals before and after this one; `garden.journals` is newest first. */
function neighbours(garden: Garden, entry: GardenNote): Pick<NotePage, 'previous' | 'next'> {
  const at = entry.note.journal === null ? -1 : garden.journals.indexOf(entry.id);
  if (at < 0) return { previous: null, next: null };
  const older = garden.journals[at + 1];
  const newer = garden.journals[at - 1];
  return {
    previous: older === undefined ? null : pageLink(garden, older),
    next: newer === undefined ? null : pageLink(garden, newer),
  };
}

function propertyNodes(context: RenderContext): ShownNodes['properties'] {
  // The page's head says them as links with their languages.
  const isTranslated = (context.entry.translations ?? []).length > 0;
  return context.entry.note.properties
    .filter(({ key, shown }) => shown && !(isTranslated && key.toLowerCase() === translationsKey))
    .map((property) => {
      const nodes = propertyValue(context, property);
      finish(nodes);
      return { key: property.key, nodes };
    });
}
