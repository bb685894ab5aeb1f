/** A post of WordPress as a note. Pure. */
import { stringify } from 'yaml';
import { addressDecoded } from '../../garden/percent-decoding.ts';
import { noteFileName } from '../new-note/template.ts';
import { htmlMarkdown } from './html-markdown.ts';
import { postHtml, remainingShortcodes } from './post-html.ts';
import type { ExportedItem, WordPressExport } from './read-export.ts';

export interface ConvertedNote {
  /** Path below the folder that is written. */
  readonly path: string;
  readonly text: string;
  /** Names of shortcodes that are left in it. */
  readonly shortcodes: readonly string[];
}

/** The notes of an export: posts below `posts/`, pages at the top, each with a path of its own. */
export function convertedNotes(exported: WordPressExport): ConvertedNote[] {
  const items = exported.items.filter(becomesNote);
  const paths = pathsOf(items);
  const files = new Map(exported.items.map(({ id, file }) => [id, file]));
  const fileOf = (id: string) => files.get(id) ?? '';
  const addressOf = addressIn(exported.site, paths);
  return items.map((item) => {
    const html = postHtml(item.content, fileOf);
    const picture = addressOf(fileOf(item.picture));
    const head = stringify(frontMatter(item, exported.site, picture), { lineWidth: 0 });
    const text = `---\n${head}---\n\n${htmlMarkdown(html, addressOf)}`;
    return { path: paths.get(item) ?? '', text, shortcodes: remainingShortcodes(html) };
  });
}

/** Whether an item is a post or page that is not in the bin. */
export function becomesNote({ type, status }: ExportedItem): boolean {
  return (type === 'post' || type === 'page') && status !== 'trash' && status !== 'auto-draft';
}

function pathsOf(items: readonly ExportedItem[]): ReadonlyMap<ExportedItem, string> {
  const taken = new Set<string>();
  return new Map(
    items.map((item) => {
      const folder = item.type === 'post' ? 'posts/' : '';
      const name = noteFileName(item.title || `Untitled ${item.id}`).replace(/\.md$/u, '');
      let path = `${folder}${name}.md`;
      for (let number = 2; taken.has(path.toLowerCase()); number++) {
        path = `${folder}${name} ${number}.md`;
      }
      taken.add(path.toLowerCase());
      return [item, path];
    }),
  );
}

/** Addresses of the site in the garden: of a post its note, of a file its path; others stay. */
function addressIn(
  site: string,
  paths: ReadonlyMap<ExportedItem, string>,
): (address: string) => string {
  const notes = new Map<string, string>();
  for (const [{ link, id }, path] of paths) {
    notes.set(addressKey(link, site), path);
    notes.set(`/?p=${id}`, path);
    notes.set(`/?page_id=${id}`, path);
  }
  return (address) => {
    const key = addressKey(address, site);
    if (!key.startsWith('/')) return address;
    const note = notes.get(key);
    if (note !== undefined) return `/${note}`;
    return /\/wp-content\/uploads\//u.test(key)
      ? addressDecoded(key.replace(/[?#].*$/u, ''))
      : address;
  };
}

/** An address of the site as a path, without a slash at its end and a fragment; others as they are. */
function addressKey(address: string, site: string): string {
  const host = site.replace(/^https?:/iu, '');
  const plain = address.replace(/^https?:/iu, '');
  const path = host !== '' && plain.startsWith(host) ? plain.slice(host.length) : address;
  return path === '' || /^[/?]/u.test(path)
    ? `/${path.replace(/^\//u, '').replace(/#.*$/u, '').replace(/\/$/u, '')}`
    : address;
}

/** The properties: what holds the note back comes from its state in WordPress. */
function frontMatter(
  item: ExportedItem,
  site: string,
  picture: string,
): Readonly<Record<string, unknown>> {
  const { title, status, categories, tags, excerpt, author } = item;
  const permalink = addressKey(item.link, site);
  const isFixed = /^\/[^?]+$/u.test(permalink);
  return {
    title,
    ...(isFixed && { permalink: addressDecoded(permalink) }),
    ...(isoDate(item.date) && { date: isoDate(item.date) }),
    ...(isoDate(item.modified) > isoDate(item.date) && { updated: isoDate(item.modified) }),
    ...(author && { author }),
    ...(categories.length > 0 && { categories }),
    ...(tags.length > 0 && {
      tags: tags.map((tag) => tag.replace(/[^\p{L}\p{M}\p{N}_/-]+/gu, '-')),
    }),
    ...(excerpt && { description: excerpt.replace(/<[^>]*>/gu, '').replace(/\s+/gu, ' ') }),
    ...(picture && { image: picture.replace(/^\//u, '') }),
    ...((status === 'draft' || status === 'pending') && { draft: true }),
    ...(status === 'future' && { publishDate: `${isoDate(item.dateUtc)}Z` }),
    ...((status === 'private' || item.hasPassword || !known.has(status)) && { private: true }),
  };
}

/** A state of another plugin may hold a post back. */
const known = new Set(['publish', 'draft', 'pending', 'future', 'private']);

/** `2024-05-01 12:00:00` as ISO; '' for a date that is not set (`0000-00-00 …`). */
function isoDate(date: string): string {
  return /^(?!0000)\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/u.test(date) ? date.replace(' ', 'T') : '';
}
