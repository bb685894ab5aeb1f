import type { APIRoute } from 'astro';
import { site } from '../../settings/site.ts';
import { readNotes, readSite } from '../records.ts';
import { sitemapXml } from '../sitemap.ts';

/** A sitemap holds whole addresses: there is none where the owner names no host. */
export function getStaticPaths() {
  return site.url === '' ? [] : [{ params: { format: 'xml' } }];
}

export const GET: APIRoute = async () =>
  new Response(await sitemapXml(readNotes(), readSite().tags));
