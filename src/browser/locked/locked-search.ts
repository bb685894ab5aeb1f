/** Search in locked pages of which this tab has the key: their words are encrypted within the pages. */

import type { LockedContent } from '../../garden/locked-content.ts';
import { mark, sectionMatches } from '../../search/query/excerpts.ts';
import { patternOf } from '../../search/query/patterns.ts';
import { readQuery } from '../../search/query/query.ts';
import { fetchPage } from '../fetch-page.ts';
import { hrefOf } from '../search/href.ts';
import type { Result } from '../search/messages.ts';
import { knownKeys } from './known-keys.ts';
import { contentOf, lockIn } from './lock.ts';

/** Sections with excerpts of one page. */
const maxSections = 3;

const opened = new Map<string, Promise<LockedContent | null>>();

/** The open pages with all words of a query. */
export async function findLocked(source: string): Promise<readonly Result[]> {
  const units = readQuery(source).units.filter(({ optional }) => !optional);
  const patterns = units.map((unit) =>
    patternOf({ unit, forms: [unit.words], how: 'typed', hits: new Map() }),
  );
  if (patterns.length === 0) return [];
  const places = knownKeys().flatMap(({ key, pages }) => pages.map((page) => ({ key, page })));
  const found = places.map(async ({ key, page }) => {
    const content = await contentAt(page, key);
    return content && resultOf(content, page, patterns);
  });
  return (await Promise.all(found)).filter((result) => result !== null);
}

function contentAt(permalink: string, key: string): Promise<LockedContent | null> {
  const known = opened.get(permalink) ?? read(permalink, key);
  opened.set(permalink, known);
  return known;
}

async function read(permalink: string, key: string): Promise<LockedContent | null> {
  const page = await fetchPage(new URL(hrefOf(permalink, ''), location.href));
  const lock = page && lockIn(page);
  return lock && contentOf(lock, key);
}

function resultOf(
  content: LockedContent,
  permalink: string,
  patterns: readonly string[],
): Result | null {
  const { title, lang, search } = content;
  const words = [title, ...search.flatMap(({ heading, text }) => [heading, text])].join('\n');
  if (patterns.some((pattern) => mark(words, [pattern]).marks.length === 0)) return null;
  return {
    ...{ permalink, lang, kind: 'locked', tags: [], names: { text: '', marks: [] } },
    title: mark(title, patterns),
    sections: sectionMatches({ sections: search }, patterns, maxSections),
  };
}
