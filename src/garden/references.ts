/** What a page shows of the notes that refer to it: put together from its record and their excerpts. */
import type { Excerpt, NoteExcerpts, PageLink, ReferenceGroup } from './page.ts';

/** A note with its excerpts for one page. */
export interface ShownReferences extends PageLink {
  readonly lang: string;
  /** Stands in where the references say nothing but the page's name. */
  readonly description: string;
  readonly properties: readonly string[];
  readonly excerpts: readonly Excerpt[];
}

/**
 * The excerpts of a note that show its references to a page, each once. A block that is shown below
 * another one is not repeated, as in Logseq. `excerpts` is null where the note has none.
 */
export function shownReferences(
  group: ReferenceGroup,
  excerpts: NoteExcerpts | null,
): ShownReferences {
  const { title, permalink, lang, properties, links } = group;
  const indexes = new Set(links.map((link) => excerpts?.of[link] ?? -1));
  const found = [...indexes].map((index) => excerpts?.excerpts[index]).filter(isExcerpt);
  const shown = found.filter((excerpt) => !found.some((other) => isBelow(excerpt, other)));
  const description = excerpts?.description ?? '';
  return { title, permalink, lang, description, properties, excerpts: shown };
}

function isExcerpt(excerpt: Excerpt | undefined): excerpt is Excerpt {
  return excerpt !== undefined;
}

function isBelow(excerpt: Excerpt, other: Excerpt): boolean {
  const { fragment, below } = other;
  return (
    fragment !== '' &&
    excerpt.above.some((block) => block.fragment === fragment) &&
    below.includes(excerpt.html)
  );
}

/** The first references of a list: `count` excerpts, where a note without one counts as one. */
export function firstReferences(
  notes: readonly ShownReferences[],
  count: number,
): readonly ShownReferences[] {
  let left = count;
  return notes.flatMap((note) => {
    if (left <= 0) return [];
    const excerpts = note.excerpts.slice(0, left);
    left -= Math.max(1, note.excerpts.length);
    return [{ ...note, excerpts }];
  });
}
