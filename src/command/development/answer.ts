/** Answers the requests of a browser on this machine, from the records as they are. */
import { createReadStream, existsSync, statSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join, posix } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { lookup } from 'mrmime';
import { percentDecoded } from '../../garden/percent-decoding.ts';
import { developmentFiles, pageMarkdownFile, recordFiles } from '../../garden/record-files.ts';
import { digestOf } from '../../system/disk.ts';
import { siteFiles } from '../keep-renderer.ts';
import type { SiteOnDemand } from './site-on-demand.ts';

/** What pages are made of at the moment. */
export interface ServedSite {
  readonly site: SiteOnDemand;
  /** Folder of the renderer. */
  readonly renderer: string;
  /** Folder of the records. */
  readonly garden: string;
  /** Where the site is served, with a slash at both ends. */
  readonly base: string;
  /** Whether notes are served as Markdown, too. */
  readonly copies: boolean;
}

/** Addresses below the base of what only development serves. */
const ownAddress = '@garden/';

/** The script of every page, and what tells it of changes. */
export const scriptAddress = `${ownAddress}page.js`;
export const eventsAddress = `${ownAddress}events`;

/** How long a reader's search waits for the first index. */
const maxWaitMs = 120_000;
const pollMs = 100;

/** Files of the notes run no scripts, as on hosts that read `_headers`. */
const fileHeaders = {
  'content-security-policy': "script-src 'none'; base-uri 'none'; form-action 'none'",
};

/** Answers with a page or file of the site, or its page for what is missing. */
export async function answer(
  served: ServedSite,
  { url = '/' }: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { base, site } = served;
  const [address = '/', query] = url.split(/[?#]/u);
  const path = percentDecoded(address);
  if (!path.startsWith(base)) return moved(response, base);
  const place = posix.normalize(`/${path.slice(base.length)}`).slice(1);
  if (await answerWithFile(served, place, response)) return;
  const isFolder = place === '' || place.endsWith('/');
  if (!isFolder && (await site.has(`${place}/index.html`))) {
    return moved(response, `${base}${place}/`, query);
  }
  const file = isFolder ? `${place}index.html` : place;
  const content = await site.render(file);
  if (content !== null) return sendPage(response, 200, file, content, base);
  const missing = (await site.render('404.html')) ?? new Uint8Array();
  sendPage(response, 404, '404.html', missing, base);
}

/** A page that says why there is no other one, and is loaded again when there is. */
export function answerWithText(
  response: ServerResponse,
  status: number,
  text: string,
  base: string,
): void {
  const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  const page = `<!doctype html>
<html lang="en" style="color-scheme: light dark"><meta charset="utf-8">
<meta name="viewport" content="width=device-width"><title>Garden</title>
<body><pre style="white-space: pre-wrap; margin: 2rem; font: 1rem/1.5 ui-monospace, monospace">${escaped}</pre>
${scriptElement(base, '')}</body></html>`;
  response.writeHead(status, headersOf('error.html')).end(page);
}

/** Answers with a file that is on disk. @returns whether there is one. */
async function answerWithFile(
  { site, renderer, garden, copies }: ServedSite,
  place: string,
  response: ServerResponse,
): Promise<boolean> {
  if (place === '' || place.endsWith('/')) return false;
  const development = join(garden, recordFiles.development);
  if (place === `${ownAddress}${developmentFiles.diagnostics}`) {
    return sendFile(response, join(development, developmentFiles.diagnostics));
  }
  // The page of the search is in a folder of the same name.
  if (developmentFiles.index.some((folder) => place.startsWith(`${folder}/`))) {
    await waitFor(join(development, developmentFiles.indexReady));
    return sendFile(response, join(development, place));
  }
  if (sendFile(response, join(renderer, siteFiles, place))) return true;
  if (sendFile(response, join(garden, recordFiles.files, place), fileHeaders)) return true;
  if (!copies || !place.endsWith('.md')) return false;
  const id = place.slice(0, -'.md'.length);
  // The copy of a page that went may be there still.
  const isServed = await site.has(`${id}/index.html`);
  return isServed && sendFile(response, join(garden, pageMarkdownFile(id)));
}

async function waitFor(location: string): Promise<void> {
  for (let waited = 0; waited < maxWaitMs && !existsSync(location); waited += pollMs) {
    await sleep(pollMs);
  }
}

function sendFile(
  response: ServerResponse,
  location: string,
  headers: Readonly<Record<string, string>> = {},
): boolean {
  if (location.includes('\0')) return false;
  if (!statSync(location, { throwIfNoEntry: false })?.isFile()) return false;
  response.writeHead(200, { ...headersOf(location), ...headers });
  createReadStream(location)
    .on('error', () => response.destroy())
    .pipe(response);
  return true;
}

/** Sends a file with its digest, by which its script finds whether it is another one now. */
function sendPage(
  response: ServerResponse,
  status: number,
  file: string,
  content: Uint8Array,
  base: string,
): void {
  const digest = digestOf(content);
  const headers = { ...headersOf(file), etag: `"${digest}"` };
  response.writeHead(status, headers).end(withScript(content, file, scriptElement(base, digest)));
}

function moved(response: ServerResponse, path: string, query?: string): void {
  const location = encodeURI(path) + (query === undefined ? '' : `?${query}`);
  response.writeHead(302, { location, 'cache-control': 'no-store' }).end();
}

function headersOf(file: string): Readonly<Record<string, string>> {
  const type = lookup(file) ?? 'application/octet-stream';
  const isText = /^text\/|[/+](?:json|xml|javascript)$/u.test(type);
  return {
    'content-type': isText ? `${type}; charset=utf-8` : type,
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  };
}

/** A page with the script of development. One that only leads on runs none. */
function withScript(content: Uint8Array, file: string, script: string): Uint8Array {
  if (!file.endsWith('.html')) return content;
  const page = Buffer.from(content).toString('utf8');
  const end = page.lastIndexOf('</body>');
  if (end < 0 || page.includes('http-equiv="refresh"')) return content;
  return Buffer.from(page.slice(0, end) + script + page.slice(end));
}

function scriptElement(base: string, digest: string): string {
  const source = `${encodeURI(base)}${scriptAddress}`;
  return `<script type="module" src="${source}" data-page="${digest}"></script>`;
}
