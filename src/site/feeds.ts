/** Feeds as text: Atom 1.0 (RFC 4287) and JSON Feed 1.1. */

import { escapeXml } from '../garden/escape.ts';
import { sha1Hex } from '../garden/hash.ts';
import { momentOf } from '../garden/moment.ts';
import type { NotePage } from '../garden/page.ts';
import { sourceSetCandidates } from '../garden/source-set.ts';
import { site } from '../settings/site.ts';
import { absolute, withBase } from './address.ts';

export interface Feed {
  readonly title: string;
  /** Permalink of the page that the feed is for, and of the feed itself. */
  readonly page: string;
  readonly self: string;
  readonly entries: readonly NotePage[];
}

/** Most entries of a feed. */
export const feedLength = 20;

/** An RFC 3339 date-time. */
function instant(iso: string): string {
  return new Date(momentOf(iso) || 0).toISOString();
}

function changed(page: NotePage): string {
  return instant(page.modified || page.journal || page.created);
}

/** Permanent id of a page or feed: its URL, or a UUID made from it if the settings name no `url`. */
function identity(permalink: string): string {
  if (site.url !== '') return absolute(permalink);
  const hex = sha1Hex(`${site.title}\n${withBase(permalink)}`);
  const parts = [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `5${hex.slice(13, 16)}`,
    `8${hex.slice(17, 20)}`,
  ];
  return `urn:uuid:${[...parts, hex.slice(20, 32)].join('-')}`;
}

/** A start tag of finished HTML, in which every value stands between double quotes. */
const startTag = /<[a-z](?:[^>"]|"[^"]*")*>/gi;

/** The HTML of pages with full URLs: Atom and JSON hold the same. */
const withUrls = new WeakMap<NotePage, string>();

/** The HTML of a note with full URLs, as feed readers need them. Text, such as code, stays as it is. */
function withFullUrls(page: NotePage): string {
  const known = withUrls.get(page);
  if (known !== undefined) return known;
  const html = fullUrlsIn(page);
  withUrls.set(page, html);
  return html;
}

function fullUrlsIn(page: NotePage): string {
  return page.html.replace(startTag, (tag) =>
    tag
      .replace(/ (href|src|poster|data)="(\/(?!\/))/g, ` $1="${site.url}$2`)
      .replace(/ href="#/g, ` href="${absolute(page.permalink)}#`)
      .replace(/ srcset="([^"]*)"/g, (_, set: string) => ` srcset="${fullSet(set)}"`),
  );
}

function fullSet(set: string): string {
  const full = (address: string) => (/^\/(?!\/)/.test(address) ? site.url + address : address);
  return sourceSetCandidates(set)
    .map(({ address, descriptors }) => [full(address), ...descriptors].join(' '))
    .join(', ');
}

/** The feed as Atom. */
export function atom({ title, page, self, entries }: Feed): string {
  const newest = entries.map(changed).toSorted().at(-1) ?? instant('');
  const items = entries.map(
    (entry) => `  <entry xml:lang="${escapeXml(entry.lang)}">
    <id>${escapeXml(identity(entry.permalink))}</id>
    <title>${escapeXml(entry.title)}</title>
    <link href="${escapeXml(absolute(entry.permalink))}"/>
    <updated>${changed(entry)}</updated>
${entry.tags.map((tag) => `    <category term="${escapeXml(tag.title)}"/>\n`).join('')}    <summary>${escapeXml(entry.description)}</summary>
    <content type="html">${escapeXml(withFullUrls(entry))}</content>
  </entry>
`,
  );
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${site.lang}">
  <id>${escapeXml(identity(self))}</id>
  <title>${escapeXml(title)}</title>
  <updated>${newest}</updated>
  <author><name>${escapeXml(site.author || site.title)}</name></author>
  <link href="${escapeXml(absolute(page))}"/>
  <link rel="self" href="${escapeXml(absolute(self))}"/>
${items.join('')}</feed>
`;
}

/** The feed as JSON. */
export function jsonFeed({ title, page, self, entries }: Feed): string {
  return JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title,
    language: site.lang,
    ...(site.url && {
      home_page_url: absolute(page),
      feed_url: absolute(self),
      icon: absolute('/favicon.svg'),
    }),
    ...(site.author && { authors: [{ name: site.author }] }),
    items: entries.map((entry) => ({
      id: identity(entry.permalink),
      url: absolute(entry.permalink),
      title: entry.title,
      language: entry.lang,
      summary: entry.description,
      content_html: withFullUrls(entry),
      date_modified: changed(entry),
      tags: entry.tags.map((tag) => tag.title),
    })),
  });
}
