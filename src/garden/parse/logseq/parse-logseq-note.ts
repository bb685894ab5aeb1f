/** One Logseq page: source text → note and body. */
import type { Root, RootContent } from 'mdast';
import type { ParsedNote } from '../../body.ts';
import { type Extensions, noExtensions } from '../../extension.ts';
import { journalDate, journalTitle } from '../../journal-dates.ts';
import { languageOf, readLanguage } from '../../language.ts';
import type { Note, Property, SourceFile, Vault } from '../../note.ts';
import { withCards } from '../cards/with-cards.ts';
import { keepUnreferencedFootnotes } from '../markdown/footnotes.ts';
import { isAccessKey, readAccess } from '../properties/access.ts';
import { readDate } from '../properties/date.ts';
import { dateOfKey } from '../properties/date-keys.ts';
import {
  asksToBePublished,
  combineSwitches,
  type SwitchReading,
  visibilityOf,
} from '../properties/switch.ts';
import { textList } from '../properties/text-list.ts';
import { annotationTitle } from './blocks/annotations.ts';
import { contentNodes } from './blocks/content.ts';
import { findCards } from './cards/find-cards.ts';
import type { SourceLine } from './lines/source-lines.ts';
import { LogseqDraft } from './logseq-draft.ts';
import { type RawOutline, readOutline } from './outline/outline.ts';
import { type OutlineReading, readBlocks } from './outline/outline-body.ts';
import { readPageFront, readPageSwitches, readPreamble } from './page/page-head.ts';
import { cleanPageName, pageNameOf } from './page/page-name.ts';
import { withPlugins } from './plugins/with-plugins.ts';
import { markPageTags, propertyText, propertyValue } from './properties/properties.ts';
import { bareName } from './properties/property-lines.ts';

/**
 * Reads a page of a Logseq graph. Never throws for its content: faults become diagnostics of the
 * note ('invalid-frontmatter', 'invalid-property', 'misplaced-property', 'unsupported-syntax',
 * 'foreign-syntax').
 */
export function parseLogseqNote(
  file: SourceFile,
  vault: Vault,
  extensions: Extensions = noExtensions,
): ParsedNote {
  const draft = new LogseqDraft(file.path, vault, extensions);
  const front = readPageFront(file, draft);
  const raw = readOutline(front.lines);
  findFootnotes(front.lines, draft);
  const preamble = readPreamble(raw.preamble, draft);
  const properties = [...front.properties, ...preamble.properties];
  markPageTags(properties, draft);
  const prose = withPlugins(contentNodes(preamble.segments, draft), raw.preamble[0], draft);
  const proseText = draft.addContexts(prose, '').freeText;
  for (const paragraph of propertyParagraphs(properties)) draft.addContexts([paragraph], '');
  const outline = readBlocks(raw.blocks, properties, draft);
  const misplaced = checkFirstBlock(raw, outline, draft);
  const switches = combineSwitches([
    readPageSwitches(properties, draft),
    ...(front.sealed ? [{ visibility: 'unreadable', switchKey: '' } as const] : []),
    ...misplaced.map(misplacedSwitch),
  ]);
  const access = readAccess(properties);
  const text = `${proseText}\n${outline.text}`.trim();
  const facts = pageFacts(file, vault, properties, draft);
  const note = { ...facts, ...switches, ...(access && { access }) };
  const lang = noteLanguage(properties, text, note);
  const parsed = {
    note: { ...note, ...foundIn(outline, draft), text, lang },
    body: bodyOf(prose, outline),
  };
  return withCards(parsed, findCards(outline.roots));
}

function bodyOf(prose: RootContent[], outline: OutlineReading): Root {
  const blocks: RootContent[] =
    outline.roots.length > 0 ? [{ type: 'outline', children: [...outline.roots] }] : [];
  const root: Root = { type: 'root', children: [...prose, ...blocks, ...outline.footnotes] };
  keepUnreferencedFootnotes(root);
  return root;
}

function foundIn(
  outline: OutlineReading,
  draft: LogseqDraft,
): Pick<Note, 'headings' | 'blocks' | 'links' | 'diagrams' | 'hasQueries' | 'diagnostics'> {
  const { links, diagrams, hasQueries, diagnostics } = draft;
  return { ...outlineFacts(outline), links, diagrams, hasQueries, diagnostics };
}

function outlineFacts({ headings, blocks }: OutlineReading): Pick<Note, 'headings' | 'blocks'> {
  return { headings, blocks };
}

type PageFacts = Omit<
  Note,
  | 'visibility'
  | 'switchKey'
  | 'access'
  | 'headings'
  | 'blocks'
  | 'links'
  | 'diagrams'
  | 'hasQueries'
  | 'diagnostics'
  | 'text'
  | 'lang'
>;

function pageFacts(
  file: SourceFile,
  vault: Vault,
  properties: readonly Property[],
  draft: LogseqDraft,
): PageFacts {
  const { name, journal } = pageIdentity(file.path, vault, properties);
  const permalink = propertyText(properties, 'permalink').replace(/^\/+|\/+$/g, '');
  for (const tag of textList(propertyValue(properties, 'tags'))) draft.addTag(bareName(tag));
  const aliases = [
    ...textList(propertyValue(properties, 'alias')),
    ...textList(propertyValue(properties, 'aliases')),
  ];
  return {
    ...{ path: file.path, vault: vault.root, dialect: 'logseq', name, journal },
    title: annotationTitle(name) ?? name,
    aliases: [...new Set(aliases.map(cleanPageName))].filter((alias) => alias !== name),
    tags: [...draft.tags.values()],
    properties: properties.map(withoutOwnRow),
    asksToBePublished: asksToBePublished(properties),
    permalink: permalink === '' ? null : permalink,
    icon: propertyText(properties, 'icon'),
    description: propertyText(properties, 'description', 'summary'),
    image: propertyText(properties, 'image', 'banner', 'cover'),
    classes: textList(propertyValue(properties, 'cssclasses', 'cssclass')),
    created: dateOf('created', properties),
    modified: dateOf('modified', properties),
  };
}

/** Aliases and tags are shown elsewhere on the page, and naming a PDF does not publish it. */
function withoutOwnRow(property: Property): Property {
  const own = /^(?:alias|aliases|tags|file|file-path|permalink|lang)$/.test(property.key);
  return own || isAccessKey(property.key) ? { ...property, shown: false } : property;
}

/** Name and date: `title::` before the file's name, a date in any of the graph's formats. */
function pageIdentity(
  path: string,
  vault: Vault,
  properties: readonly Property[],
): { name: string; journal: string | null } {
  const title = bareName(propertyText(properties, 'title'));
  const inside = vault.root === '' ? path : path.slice(vault.root.length + 1);
  const fromFile = pageNameOf(inside, vault);
  if (title === '' && /^pages\/contents\.\w+$/i.test(inside))
    return { name: 'Contents', journal: null };
  const name = cleanPageName(title) || cleanPageName(fromFile) || fromFile;
  const format = vault.journalFormats[0];
  const inJournals = inside.startsWith(`${vault.journalFolder}/`);
  const plain = inside.slice(inside.lastIndexOf('/') + 1).replace(/\.\w+$/, '');
  const journal =
    journalDate(name, vault.journalFormats) ??
    (inJournals ? journalDate(plain, vault.journalFormats) : null);
  return { name: journal && format ? journalTitle(journal, format) : name, journal };
}

function dateOf(which: 'created' | 'modified', properties: readonly Property[]): string {
  const values = properties.filter(({ key }) => dateOfKey(key) === which);
  const dates = values.map(({ value }) => readDate(Array.isArray(value) ? value[0] : value));
  return dates.find((date) => date !== '') ?? '';
}

/** The title of a journal is in the language of the graph's settings, so it does not count. */
function noteLanguage(
  properties: readonly Property[],
  text: string,
  { name, journal }: Pick<Note, 'name' | 'journal'>,
): string {
  const own = readLanguage(propertyValue(properties, 'lang', 'language'));
  return own || languageOf(text) || (journal === null ? languageOf(name) : '');
}

function propertyParagraphs(properties: readonly Property[]): RootContent[] {
  return properties.map(({ content }) => ({ type: 'paragraph', children: [...content] }));
}

/** Finds definitions of footnotes and references to them, before any block is read. */
function findFootnotes(lines: readonly SourceLine[], draft: LogseqDraft): void {
  for (const { text } of lines) {
    if (!text.includes('[^')) continue;
    const label = /^[\t >-]*\[\^([^\s\]]+)\]:/.exec(text)?.[1];
    if (label) draft.footnotes.add(label);
    for (const [, reference = ''] of text.matchAll(/\[\^([^\s\]]+)\](?!:)/g)) {
      draft.referencedFootnotes.add(reference.toLowerCase());
    }
  }
}

const pageKeys = /^(?:title|alias|aliases|public|private|draft|unlisted|password|icon)$/;

/**
 * Reports and returns page properties in the first bullet, where Logseq ignores them.
 */
function checkFirstBlock(raw: RawOutline, outline: OutlineReading, draft: LogseqDraft): Property[] {
  const bulleted = raw.blocks[0]?.bulleted ?? false;
  if (!bulleted || raw.preamble.some(({ text }) => text.trim() !== '')) return [];
  const misplaced = (outline.blocks[0]?.properties ?? []).filter(({ key }) => pageKeys.test(key));
  for (const property of misplaced) {
    const message = `Logseq ignores “${property.key}::” in a bullet: it is a property of the block.`;
    draft.report(
      'misplaced-property',
      property,
      message,
      'Move it to the first line of the file, without a bullet.',
    );
  }
  return misplaced;
}

/** A misplaced switch cannot publish a page, but it can hide it. */
function misplacedSwitch({ key, value }: Property): SwitchReading {
  const visibility = visibilityOf(key, value);
  return { visibility: visibility === 'public' ? 'unset' : visibility, switchKey: key };
}
