/** The sitemap (sitemaps.org, protocol 0.9): every page that search engines should list. */
import { Readable } from 'node:stream';
import { SitemapStream, streamToPromise } from 'sitemap';
import type { NoteSummary, SiteRecord } from '../garden/page.ts';
import { absolute } from './address.ts';
import { dayOf } from './lists.ts';

/** Overview pages, by permalink. */
const overviews = ['/', '/notes/', '/journals/', '/tags/', '/graph/', '/recent/'];

const namespaces = { news: false, xhtml: false, image: false, video: false };

/** The sitemap as XML: overviews, notes with the day of their last change, and tags. No ghosts. */
export async function sitemapXml(
  notes: readonly NoteSummary[],
  tags: SiteRecord['tags'],
): Promise<string> {
  const written = notes.filter(({ kind }) => kind !== 'ghost');
  // A note may be the page of a tag.
  const addresses = new Set(written.map(({ permalink }) => permalink));
  const entries = [
    ...overviews.map((permalink) => ({ permalink, day: '' })),
    ...written.map((note) => ({ permalink: note.permalink, day: dayOf(note) })),
    ...tags
      .filter(({ permalink }) => !addresses.has(permalink))
      .map(({ permalink }) => ({ permalink, day: '' })),
  ].map(({ permalink, day }) => ({
    url: absolute(permalink),
    // An invalid date is left out, so that the sitemap stays valid.
    ...(Number.isNaN(Date.parse(day)) ? {} : { lastmod: day }),
  }));
  const stream = new SitemapStream({ xmlns: namespaces, lastmodDateOnly: true });
  return String(await streamToPromise(Readable.from(entries).pipe(stream)));
}
