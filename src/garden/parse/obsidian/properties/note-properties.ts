/** The facts in a note's properties, and how the properties are shown. */

import { descriptionKeys } from '../../../description-keys.ts';
import { readLanguage } from '../../../language.ts';
import type { Note, Property, PropertyValue, Visibility } from '../../../note.ts';
import { accessOf, isAccessKey, readAccess, unclearAccess } from '../../properties/access.ts';
import { readDate } from '../../properties/date.ts';
import { dateOfKey } from '../../properties/date-keys.ts';
import type { FrontMatter, FrontMatterEntry } from '../../properties/front-matter.ts';
import {
  combineSwitches,
  isSwitch,
  type SwitchReading,
  visibilityOf,
} from '../../properties/switch.ts';
import { mayHoldSwitch } from '../../properties/switch-words.ts';
import { textList, textOf } from '../../properties/text-list.ts';
import { isTag, tidyTag } from '../inline/tags.ts';
import type { ObsidianDraft } from '../obsidian-draft.ts';
import { contentOf, imageContent, imageOf } from './property-content.ts';

export type PropertyFacts = Pick<
  Note,
  | 'aliases'
  | 'properties'
  | 'visibility'
  | 'switchKey'
  | 'access'
  | 'permalink'
  | 'lang'
  | 'icon'
  | 'description'
  | 'image'
  | 'classes'
  | 'created'
  | 'modified'
> & { readonly title: string };

/** Keys that describe the page and are not shown on it. */
const builtIn = new Set(
  ['title', 'aliases', 'alias', 'tags', 'tag', 'cssclasses', 'cssclass', 'permalink', 'lang']
    .concat(['description', 'image', 'cover', 'icon', 'published', 'publish', 'position'])
    .concat(['comments', 'obsidianuimode', 'layout', 'redirect_from', 'abbrlink', 'slug'])
    .concat(['kanban-plugin', 'excalidraw-plugin', 'mindmap-plugin']),
);

/**
 * Reads the front matter into the draft (tags, links, diagnostics) and returns the facts about the
 * note. Diagnostics: `invalid-property` for switches, dates, languages, permalinks, tags and
 * pictures that cannot be read.
 */
export function readProperties(front: FrontMatter, draft: ObsidianDraft): PropertyFacts {
  const values = new Map<string, FrontMatterEntry>();
  for (const entry of front.entries) {
    const key = entry.key.toLowerCase();
    if (!values.has(key)) values.set(key, entry);
  }
  const first = (...keys: string[]): PropertyValue | undefined =>
    keys
      .map((key) => values.get(key)?.value)
      .find((value) => value !== undefined && value !== null);
  const date = (which: 'created' | 'modified'): string => {
    const dates = front.entries.filter(({ key }) => dateOfKey(key) === which);
    return dates.map(({ value }) => readDate(value)).find((found) => found !== '') ?? '';
  };
  readTags(values, draft);
  return {
    title: textOf(first('title')),
    aliases: [...textList(first('aliases')), ...textList(first('alias'))],
    properties: front.entries.map((entry) => property(entry, draft)),
    ...readSwitches(front, draft),
    permalink: readPermalink(values.get('permalink') ?? values.get('dg-permalink'), draft),
    lang: readLang(values.get('lang'), draft),
    icon: textOf(first('icon')),
    description: textOf(first(...descriptionKeys)),
    image: imageOf(first('image', 'cover', 'banner')),
    classes: textList(first('cssclasses', 'cssclass'), /[\s,]/u).filter((name) =>
      /^[\w-]+$/u.test(name),
    ),
    created: date('created'),
    modified: date('modified'),
  };
}

function readSwitches(
  front: FrontMatter,
  draft: ObsidianDraft,
): SwitchReading & Pick<Note, 'access'> {
  if (front.state === 'invalid') {
    return { visibility: suspectedVisibility(front, draft), switchKey: '' };
  }
  // Where Obsidian reads text, `unlisted` hides the note like any other switch.
  const access = front.state === 'misplaced' ? null : readAccess(front.entries);
  const switches = combineSwitches(readings(front, draft));
  return access === null ? switches : { ...switches, access };
}

function readings(front: FrontMatter, draft: ObsidianDraft): SwitchReading[] {
  return front.entries.map((entry) => {
    const { key, value, line, column } = entry;
    const access = front.state === 'misplaced' ? null : accessOf(entry);
    if (access === 'unclear') {
      const { message, hint } = unclearAccess(key);
      draft.report('invalid-property', entry, message, hint);
      return { visibility: 'unclear', switchKey: key };
    }
    if (access !== null) return { visibility: 'unset', switchKey: key };
    if (visibilityOf(key, value) === 'unclear') {
      const message = `“${key}” must be true or false, so the note is not published.`;
      draft.report(
        'invalid-property',
        { line, column },
        message,
        `Write “${key}: true” or remove it.`,
      );
    }
    const visibility = visibilityOf(key, value);
    // Where Obsidian reads text, a switch cannot publish, but it can hide.
    const isText = front.state === 'misplaced' && visibility === 'public';
    return { visibility: isText ? 'unset' : visibility, switchKey: key };
  });
}

/** Properties that do not parse may say that the note is private. */
function suspectedVisibility(front: FrontMatter, draft: ObsidianDraft): Visibility {
  if (!mayHoldSwitch(front.source)) return 'unset';
  const [fault = { line: 1, column: 1 }] = front.diagnostics;
  const message = 'The broken properties may say that the note is private, so it is not published.';
  draft.report('invalid-property', fault, message, 'Repair the properties to publish the note.');
  return 'unreadable';
}

function readTags(values: ReadonlyMap<string, FrontMatterEntry>, draft: ObsidianDraft): void {
  for (const key of ['tags', 'tag']) {
    const entry = values.get(key);
    for (const text of textList(entry?.value, /[\s,]/u)) {
      const name = tidyTag(text.replace(/^#+/u, ''));
      if (isTag(name)) draft.addTag(name);
      else if (entry) {
        const hint = 'Tags consist of letters, digits, “_”, “-” and “/”, and not only of digits.';
        draft.report('invalid-property', entry, `“${text}” cannot be a tag.`, hint);
      }
    }
  }
}

function readPermalink(entry: FrontMatterEntry | undefined, draft: ObsidianDraft): string | null {
  if (!entry || entry.value === null) return null;
  const written = textOf(entry.value);
  // A pattern of Jekyll, such as “/:year/:title/”: the former address of the note.
  if (/(?:^|\/):[a-z_]+/u.test(written)) return null;
  // Pages have no extension: an address with one is kept as a redirect.
  const permalink = written.replace(/^\/+|\/+$/gu, '').replace(/\.html?$/iu, '');
  const isPath =
    permalink !== '' && !/^[a-z][a-z0-9+.-]*:|[\\?#\s]|(?:^|\/)\.{0,2}(?:\/|$)/iu.test(permalink);
  if (isPath) return permalink;
  if (written !== '/') {
    draft.report(
      'invalid-property',
      entry,
      `“${entry.source}” is not an address.`,
      'A permalink is a path such as “guide/start”.',
    );
  }
  return null;
}

function readLang(entry: FrontMatterEntry | undefined, draft: ObsidianDraft): string {
  const lang = readLanguage(entry?.value);
  if (entry && lang === '' && textOf(entry.value) !== '') {
    draft.report(
      'invalid-property',
      entry,
      `“${entry.source}” is not a language code.`,
      'Write a code such as “en” or “zh-CN”.',
    );
  }
  return lang;
}

function property(entry: FrontMatterEntry, draft: ObsidianDraft): Property {
  const { key, value, line, column } = entry;
  const name = key.toLowerCase();
  const isSetting =
    builtIn.has(name) || isSwitch(key) || isAccessKey(key) || name.startsWith('dg-');
  // Of a clipped page, the day of the page.
  const hidden = isSetting && !(name === 'published' && readDate(value) !== '');
  const isDate = dateOfKey(key) !== null && isReadDate(entry, draft);
  const content =
    name === 'image' || name === 'cover'
      ? imageContent(entry, draft)
      : contentOf(value, entry, draft);
  return { key, value, line, column, content, shown: !hidden && !isDate && content.length > 0 };
}

/** Whether a date can be read; one that cannot is reported and shown. An unfilled template is neither. */
function isReadDate(entry: FrontMatterEntry, draft: ObsidianDraft): boolean {
  const { value, source } = entry;
  if (value === null || value === '' || readDate(value) !== '') return true;
  if (/\{\{|<%/u.test(source)) return false;
  const message = `“${source}” cannot be read as a date.`;
  draft.report('invalid-property', entry, message, 'Write a date such as “2026-05-01”.');
  return false;
}
