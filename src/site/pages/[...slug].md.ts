import { getCollection } from 'astro:content';
import type { APIRoute } from 'astro';
import { site } from '../../settings/site.ts';
import { readMarkdown } from '../records.ts';

export async function getStaticPaths() {
  if (!site.copies) return [];
  const notes = await getCollection(
    'pages',
    ({ data }) => data.kind === 'note' || data.kind === 'journal',
  );
  return notes.map(({ id, data }) => ({
    params: { slug: id },
    props: { id },
    cacheKey: data.digest,
  }));
}

/** The content of a note as Markdown, at the address of its page with '.md'. */
export const GET: APIRoute<{ id: string }> = ({ props }) => new Response(readMarkdown(props.id));
