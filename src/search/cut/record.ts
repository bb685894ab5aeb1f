/** The part of a page's record that search uses. */
import type { NotePage, Page, SearchSection } from '../../garden/page.ts';

export interface SearchRecord {
  readonly permalink: string;
  readonly title: string;
  readonly kind: 'note' | 'journal' | 'ghost';
  readonly lang: string;
  readonly aliases: readonly string[];
  /** Names without '#', as first written. */
  readonly tags: readonly string[];
  readonly sections: readonly SearchSection[];
}

/** The searchable part of a page; null for tag pages, which are found by name only, and for notes in no list. */
export function searchRecordOf(page: Page): SearchRecord | null {
  if (page.kind === 'tag' || page.kind === 'unlisted' || page.kind === 'locked') return null;
  const { permalink, title, lang, kind } = page;
  const bare = { permalink, title, lang, kind, aliases: [], tags: [], sections: [] };
  return page.kind === 'ghost' ? bare : { ...bare, ...textOf(page) };
}

function textOf({ aliases, tags, search }: NotePage) {
  return { aliases, tags: tags.map((tag) => tag.title.replace(/^#/, '')), sections: search };
}
