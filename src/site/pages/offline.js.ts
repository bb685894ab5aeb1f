import type { APIRoute } from 'astro';
import { site } from '../../settings/site.ts';
import { offlineWorker } from '../offline.ts';

/** The service worker; where reading offline is off, one that takes an earlier one away. */
export const GET: APIRoute = async () => new Response(await offlineWorker(site.offline === true));
