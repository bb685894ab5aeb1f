/**
 * Parts of the files of the search, which asks for one text or one list of words each. A cache takes no
 * parts: each is kept as a file of its own, under the file's address with the range.
 */
import { open, put } from './keep.ts';
import { base } from './worker-scope.ts';

/** The address under which the part is kept that a request asks for; null for other requests. */
export function partOf(request: Request): string | null {
  const { origin, pathname } = new URL(request.url);
  const range = request.headers.get('range');
  const isOfSearch = origin === location.origin && pathname.startsWith(`${base}search/`);
  return range !== null && isOfSearch ? `${origin}${pathname}?${range}` : null;
}

/** Answers with the part that is kept at an address, or fetches and keeps it: files never change. */
export async function answerPart(request: Request, address: string): Promise<Response> {
  const kept = await (await open('files')).match(address);
  if (kept) return new Response(kept.body, { status: 206 });
  const fresh = await fetch(request);
  if (fresh.status === 206) {
    const copy = new Response(fresh.clone().body);
    // A full disk must not keep the response from being shown.
    await put('files', address, copy).catch(() => null);
  }
  return fresh;
}
