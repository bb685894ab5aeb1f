import type { APIRoute } from 'astro';
import { atom, feedLength } from '../../feeds.ts';
import { latest } from '../../lists.ts';
import { readNotePages, readNotes } from '../../records.ts';
import { site } from '../../site.ts';
import { say } from '../../words.ts';

export const GET: APIRoute = () => {
  const journals = readNotes().filter(({ kind }) => kind === 'journal');
  const title = `${site.title}: ${say(site.lang)('journals')}`;
  const entries = readNotePages(latest(journals, feedLength));
  return new Response(atom({ title, page: '/journals/', self: '/journals/feed.xml', entries }));
};
