import { getCollection } from 'astro:content';
import type { APIRoute } from 'astro';
import { site } from '../../settings/site.ts';
import { isBuild, readMarkdown } from '../records.ts';

export async function getStaticPaths() {
  // A build copies them: ten thousand routes of plain text take longer than their pages.
  if (!site.copies || isBuild()) return [];
  const notes = await getCollection(
    'pages',
    ({ data }) => data.kind === 'note' || data.kind === 'journal',
  );
  return notes.map(({ id }) => ({
    params: { slug: id },
    props: { id },
  }));
}

/** The content of a note as Markdown, at the address of its page with '.md'. */
export const GET: APIRoute<{ id: string }> = ({ props }) => new Response(readMarkdown(props.id));
