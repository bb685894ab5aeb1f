import type { APIRoute } from 'astro';
import { atom, feedLength } from '../../../feeds.ts';
import { byTag, latest } from '../../../lists.ts';
import { readNotePages, readNotes, readSite } from '../../../records.ts';
import { site } from '../../../site.ts';

export function getStaticPaths() {
  const notes = byTag(readNotes());
  return readSite().tags.map(({ name, permalink }) => ({
    params: { tag: permalink.replace(/^\/tags\/|\/$/g, '') },
    props: { name, permalink, notes: notes.get(name.toLowerCase()) ?? [] },
  }));
}

export const GET: APIRoute<ReturnType<typeof getStaticPaths>[number]['props']> = ({ props }) => {
  const { name, permalink, notes } = props;
  const entries = readNotePages(latest(notes, feedLength));
  const self = `${permalink}feed.xml`;
  return new Response(atom({ title: `${site.title}: #${name}`, page: permalink, self, entries }));
};
