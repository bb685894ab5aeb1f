/** A note as Markdown that says nothing but what its page shows. */
import { absolute } from './address.ts';
import type { NotePage } from './garden/page.ts';

/** Title, facts, then the sections' text; made from the public record, never from the source. */
export function markdownOf(page: NotePage): string {
  const depths = new Map(page.contents.map(({ fragment, depth }) => [fragment, depth]));
  const facts = [
    `Source: ${absolute(page.permalink)}`,
    page.modified && `Updated: ${page.modified}`,
    page.tags.length > 0 && `Tags: ${page.tags.map(({ title }) => title).join(', ')}`,
  ];
  const sections = page.search.map(({ fragment, heading, text }) => {
    const marks = '#'.repeat(Math.max(2, depths.get(fragment) ?? 2));
    return heading === '' ? text.trim() : `${marks} ${heading}\n\n${text.trim()}`;
  });
  return `${[`# ${page.title}`, facts.filter(Boolean).join('\n'), ...sections].join('\n\n')}\n`;
}
