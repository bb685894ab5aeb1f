/** The feeds: of the garden and of its journals as Atom and as JSON, of each tag as Atom. */
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
  /** Address below which the feed is. */
  readonly feeds: string;
  readonly notes: readonly NoteSummary[];
  readonly formats: readonly ('xml' | 'json')[];
}

const bothFormats = ['xml', 'json'] as const;
/** A second file for each tag would be many, and every reader of feeds knows the first. */
const oneFormat = ['xml'] as const;

function feedSources(): readonly FeedSource[] {
  const notes = readNotes();
  const tagged = byTag(notes);
  const journals = notes.filter(({ kind }) => kind === 'journal');
  return [
    { title: site.title, page: '/', feeds: '/', notes, formats: bothFormats },
    {
      title: `${site.title}: ${pageText(site.lang)('journals')}`,
      page: '/journals/',
      feeds: '/journals/',
      notes: journals,
      formats: bothFormats,
    },
    ...readSite().tags.map(({ name, permalink, feeds }) => ({
      title: `${site.title}: #${name}`,
      page: permalink,
      feeds,
      notes: tagged.get(tagKey(name)) ?? [],
      formats: oneFormat,
    })),
  ];
}

export function getStaticPaths() {
  return feedSources().flatMap((feed) => {
    const notes = latest(feed.notes, feedLength);
    return feed.formats.map((format) => ({
      params: { place: feed.feeds.replace(/^\/|\/$/g, '') || undefined, format },
      props: { ...feed, notes },
    }));
  });
}

export const GET: APIRoute<FeedSource> = ({ props, params }) => {
  const { title, page, feeds, notes } = props;
  const self = `${feeds}feed.${params['format']}`;
  const write = params['format'] === 'json' ? jsonFeed : atom;
  return new Response(write({ title, page, self, entries: readNotePages(notes) }));
};
