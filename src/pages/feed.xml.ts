import type { APIRoute } from 'astro';
import { atom, feedLength } from '../feeds.ts';
import { latest } from '../lists.ts';
import { readNotePages, readNotes } from '../records.ts';
import { site } from '../site.ts';

export const GET: APIRoute = () => {
  const entries = readNotePages(latest(readNotes(), feedLength));
  return new Response(atom({ title: site.title, page: '/', self: '/feed.xml', entries }));
};
