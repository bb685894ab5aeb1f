import type { APIRoute } from 'astro';
import { withBase } from '../address.ts';
import { readNotes } from '../records.ts';

/** Permalinks for “Random note”: all of a small garden, an even sample of a large one. */
export const GET: APIRoute = () => {
  const notes = readNotes().filter(({ kind }) => kind === 'note');
  const step = Math.max(1, Math.ceil(notes.length / 250));
  return Response.json(
    notes.filter((_, index) => index % step === 0).map(({ permalink }) => withBase(permalink)),
  );
};
