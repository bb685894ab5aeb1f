import type { APIRoute } from 'astro';
import { absolute } from '../address.ts';
import { compareTitles } from '../lists.ts';
import { readNotes } from '../records.ts';
import { site } from '../site.ts';

/** The garden for language models, see llmstxt.org: what there is, each as plain text. */
export const GET: APIRoute = () => {
  const lines = readNotes()
    .filter(({ kind }) => kind === 'note')
    .toSorted(compareTitles)
    .map(({ id, title, description }) => {
      const name = title.replaceAll(/[[\]]/g, '\\$&');
      return `- [${name}](${absolute(`/${id}.md`)})${description && `: ${description}`}`;
    });
  return new Response(
    `# ${site.title}\n\n> ${site.description}\n\n## Notes\n\n${lines.join('\n')}\n`,
  );
};
