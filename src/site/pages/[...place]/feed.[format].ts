/** The feeds: of the garden, of its journals, of each tag; each as Atom and as JSON. */
import type { APIRoute } from 'astro';
import { pageText } from '../../../garden/interface-texts/page-texts.ts';
import type { NoteSummary } from '../../../garden/page.ts';
import { tagKey } from '../../../garden/tag-key.ts';
import { site } from '../../../settings/site.ts';
import { atom, feedLength, jsonFeed } from '../../feeds.ts';
import { byTag, latest } from '../../lists.ts';
import { readNotePages, readNotes, readSite } from '../../records.ts';

interface FeedSource {
  readonly title: string;
  /** Permalink of the page that the feed is for. */
  readonly page: string;
  readonly notes: readonly NoteSummary[];
}

function feedSources(): readonly FeedSource[] {
  const notes = readNotes();
  const tagged = byTag(notes);
  const journals = notes.filter(({ kind }) => kind === 'journal');
  return [
    { title: site.title, page: '/', notes },
    {
      title: `${site.title}: ${pageText(site.lang)('journals')}`,
      page: '/journals/',
      notes: journals,
    },
    ...readSite().tags.map(({ name, permalink }) => ({
      title: `${site.title}: #${name}`,
      page: permalink,
      notes: tagged.get(tagKey(name)) ?? [],
    })),
  ];
}

export function getStaticPaths() {
  return feedSources().flatMap(({ notes, ...feed }) =>
    ['xml', 'json'].map((format) => ({
      params: { place: feed.page.replace(/^\/|\/$/g, '') || undefined, format },
      props: { ...feed, notes: latest(notes, feedLength) },
    })),
  );
}

export const GET: APIRoute<FeedSource> = ({ props, params }) => {
  const { title, page, notes } = props;
  const self = `${page}feed.${params['format']}`;
  const write = params['format'] === 'json' ? jsonFeed : atom;
  return new Response(write({ title, page, self, entries: readNotePages(notes) }));
};
