import type { APIRoute } from 'astro';
import { site } from '../../settings/site.ts';
import { offlineWorker } from '../offline.ts';

/** The service worker; if offline reading is off, one that removes an earlier one. */
export const GET: APIRoute = async () => new Response(await offlineWorker(site.offline === true));
