import type { APIRoute } from 'astro';
import { readNotes, readSite } from '../records.ts';
import { sitemapXml } from '../sitemap.ts';

export const GET: APIRoute = async () =>
  new Response(await sitemapXml(readNotes(), readSite().tags));
