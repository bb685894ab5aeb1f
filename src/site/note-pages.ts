/** The list of all notes: whole in a small garden, in a large one by initials, on pages of their own. */
import type { NoteSummary } from '../garden/page.ts';
import { byInitial } from './lists.ts';

/** Notes of one page, each with its description: about 125 kB of HTML where these are Chinese. */
export const notesOfPage = 250;

/** The notes of one initial, or of an initial of very many, some of them. */
export interface NotesPage {
  readonly initial: string;
  readonly permalink: string;
  readonly notes: readonly NoteSummary[];
  /** Position among the pages of the initial, from 0. */
  readonly index: number;
  /** Number of pages of the initial. */
  readonly pages: number;
}

/** Permalink of a page of an initial. */
export function notesPermalink(initial: string, index: number): string {
  const name = initial === '#' ? 'other' : initial.toLowerCase();
  return `/_notes/${name}/${index === 0 ? '' : `${index + 1}/`}`;
}

/** The pages of a garden whose notes are too many for one; none of a smaller one. */
export function notesPages(notes: readonly NoteSummary[], size = notesOfPage): NotesPage[] {
  if (notes.length <= size) return [];
  return byInitial(notes).flatMap(([initial, found]) => {
    const pages = Math.ceil(found.length / size);
    return Array.from({ length: pages }, (_, index) => ({
      ...{ initial, index, pages, permalink: notesPermalink(initial, index) },
      notes: found.slice(index * size, (index + 1) * size),
    }));
  });
}

/** An initial with its notes, or with the first of them where there are too many. */
export interface InitialNotes {
  readonly initial: string;
  readonly shown: readonly NoteSummary[];
  readonly count: number;
  /** Permalink of the page that has all of them; null where all are shown. */
  readonly all: string | null;
}

/** What the page of all notes shows, at most `size` notes if there are more, as many of each initial. */
export function notesByInitial(notes: readonly NoteSummary[], size = notesOfPage): InitialNotes[] {
  const groups = byInitial(notes);
  const each = notes.length <= size ? size : Math.max(1, Math.floor(size / groups.length));
  return groups.map(([initial, found]) => ({
    ...{ initial, shown: found.slice(0, each), count: found.length },
    all: found.length > each ? notesPermalink(initial, 0) : null,
  }));
}
