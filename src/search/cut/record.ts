/** What search knows of a page: a part of the record that the import wrote. */
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

/** What of a page is searched; null for tag pages, which are found by their name alone. */
export function searchRecordOf(page: Page): SearchRecord | null {
  if (page.kind === 'tag') return null;
  const { permalink, title, lang, kind } = page;
  const bare = { permalink, title, lang, kind, aliases: [], tags: [], sections: [] };
  return page.kind === 'ghost' ? bare : { ...bare, ...textOf(page) };
}

function textOf({ aliases, tags, search }: NotePage) {
  return { aliases, tags: tags.map((tag) => tag.title.replace(/^#/, '')), sections: search };
}
