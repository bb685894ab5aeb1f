import type { APIRoute } from 'astro';
import { site } from '../../settings/site.ts';
import { absolute } from '../address.ts';

export const GET: APIRoute = () =>
  new Response(`User-agent: *\nAllow: /\n${site.url && `Sitemap: ${absolute('/sitemap.xml')}\n`}`);
