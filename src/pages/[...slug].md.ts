import { getCollection } from 'astro:content';
import type { APIRoute } from 'astro';
import { markdownOf } from '../markdown.ts';
import { readPage } from '../records.ts';

export async function getStaticPaths() {
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

/** A note as plain text at its address + '.md'. */
export const GET: APIRoute<{ id: string }> = ({ props }) => {
  const page = readPage(props.id);
  return new Response(page.kind === 'note' || page.kind === 'journal' ? markdownOf(page) : '');
};
