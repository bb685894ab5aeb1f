/** The references to a page, from its record and from the excerpts of the notes that refer to it. */
import type { Page, ReferenceGroup } from '../garden/page.ts';
import { firstReferences, type ShownReferences, shownReferences } from '../garden/references.ts';
import { readExcerpts } from './records.ts';

/** What a page shows below its text. */
export interface PageReferences {
  readonly tagged: readonly ShownReferences[];
  readonly backlinks: readonly ShownReferences[];
  /** Numbers of notes, shown or not. */
  readonly counts: { readonly tagged: number; readonly backlinks: number };
  /** Whether there are more on a page of their own. */
  readonly isCut: boolean;
}

/** The references to a page; the first `count` of them, where it is a number. */
export function referencesOf(page: Page, count: number | undefined): PageReferences {
  const groups = groupsOf(page);
  const all = [...groups.tagged, ...groups.backlinks];
  const isCut = count !== undefined && all.length > 0;
  const shown = isCut ? firstReferences(lazily(all, count), count) : lazily(all, all.length);
  const tagged = Math.min(groups.tagged.length, shown.length);
  return {
    tagged: shown.slice(0, tagged),
    backlinks: shown.slice(tagged),
    counts: { tagged: groups.tagged.length, backlinks: groups.backlinks.length },
    isCut,
  };
}

/** Notes with excerpts on one page of references: about 130 kB of HTML. */
const notesOfReferencesPage = 140;

/** How much of a page a note without an excerpt takes: it has a line, and its description. */
const lineShare = 1 / 4;

/** How many pages the references of a page take, where they are on pages of their own. */
export function referencesPages(page: Page, size = notesOfReferencesPage): number {
  return startsOf(allGroups(page), size).length;
}

/** The references on one of these pages, counted from 0. */
export function referencesPart(
  page: Page,
  index: number,
  size = notesOfReferencesPage,
): PageReferences {
  const groups = groupsOf(page);
  const starts = startsOf(allGroups(page), size);
  const [start = 0, end = Number.POSITIVE_INFINITY] = starts.slice(index);
  const inTagged = groups.tagged.length;
  return {
    tagged: lazily(groups.tagged.slice(start, end), inTagged),
    backlinks: lazily(
      groups.backlinks.slice(Math.max(0, start - inTagged), Math.max(0, end - inTagged)),
      groups.backlinks.length,
    ),
    counts: { tagged: inTagged, backlinks: groups.backlinks.length },
    isCut: false,
  };
}

/** Where each page begins: with a number among all groups. */
function startsOf(groups: readonly ReferenceGroup[], size: number): number[] {
  const starts = [0];
  let taken = 0;
  for (const [index, { links }] of groups.entries()) {
    const share = links.length === 0 ? lineShare : 1;
    if (taken > 0 && taken + share > size) {
      starts.push(index);
      taken = 0;
    }
    taken += share;
  }
  return starts;
}

function allGroups(page: Page): readonly ReferenceGroup[] {
  const { tagged, backlinks } = groupsOf(page);
  return [...tagged, ...backlinks];
}

/** At most `count` notes: each has a reference, so that no more are needed. */
function lazily(groups: readonly ReferenceGroup[], count: number): ShownReferences[] {
  return groups.slice(0, count).map((group) => shownReferences(group, readExcerpts(group.id)));
}

function groupsOf(page: Page): Record<'tagged' | 'backlinks', readonly ReferenceGroup[]> {
  if (page.kind === 'tag') return { tagged: page.notes, backlinks: [] };
  if (page.kind === 'locked') return { tagged: [], backlinks: [] };
  const tagged = page.kind === 'ghost' ? [] : (page.tag?.notes ?? []);
  return { tagged, backlinks: page.backlinks };
}

/** Permalink of a page, counted from 0, with references to the page at `permalink`. */
export function referencesPath(permalink: string, index = 0): string {
  return `/${referencesFolder(index)}${permalink}`;
}

/** The folder of all first pages of references, of all second ones: so none is called like a note's. */
export function referencesFolder(index: number): string {
  return index === 0 ? '_references' : `_references-${index + 1}`;
}

/** Notes with references in their text, and the others by the key of the property. */
export function byProperty(
  notes: readonly ShownReferences[],
  isTagged: boolean,
): {
  readonly inText: readonly ShownReferences[];
  readonly properties: readonly (readonly [string, readonly ShownReferences[]])[];
} {
  const isCompact = ({ excerpts, properties }: ShownReferences) =>
    !isTagged && excerpts.length === 0 && properties.length > 0;
  const keys = new Map<string, ShownReferences[]>();
  for (const note of notes.filter(isCompact)) {
    for (const key of note.properties) keys.set(key, [...(keys.get(key) ?? []), note]);
  }
  return { inText: notes.filter((note) => !isCompact(note)), properties: [...keys] };
}

/** Number of blocks in the HTML of an excerpt's lower part. */
export function blockCount(html: string): number {
  return html.split('<li').length - 1;
}

/** Whether what is shown of other notes has formulas, which need a stylesheet. */
export function hasFormulas({ tagged, backlinks }: PageReferences): boolean {
  return [...tagged, ...backlinks].some(({ excerpts }) => {
    return excerpts.some(({ html, below, above }) => {
      return [html, below, ...above.map((block) => block.html)].some((part) => {
        return part.includes('class="katex');
      });
    });
  });
}
