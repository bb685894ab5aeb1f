import type { APIRoute } from 'astro';
import { escapeXml } from '../../garden/escape.ts';
import { absolute } from '../address.ts';
import { dayOf } from '../lists.ts';
import { readNotes, readSite } from '../records.ts';

/** Every page that search engines should know: no ghosts, no redirects. */
export const GET: APIRoute = () => {
  const notes = readNotes().filter(({ kind }) => kind !== 'ghost');
  const lists = ['/', '/notes/', '/journals/', '/tags/', '/graph/', '/recent/'];
  const places = [
    ...lists.map((permalink) => [permalink, '']),
    ...notes.map((note) => [note.permalink, dayOf(note)]),
    ...readSite().tags.map(({ permalink }) => [permalink, '']),
  ] as const;
  const lines = places.map(([permalink = '', day]) => {
    const address = escapeXml(absolute(permalink));
    return `<url><loc>${address}</loc>${day && `<lastmod>${day}</lastmod>`}</url>\n`;
  });
  const schema = 'http://www.sitemaps.org/schemas/sitemap/0.9';
  return new Response(
    `<?xml version="1.0" encoding="utf-8"?>\n<urlset xmlns="${schema}">\n${lines.join('')}</urlset>\n`,
  );
};
