/** Finds the heading or block of a note that the part after '#' in a link refers to. */
import type { Anchor, Heading, Note } from '../../note.ts';

/** The fragment on the note's page, or null when the note has no such heading or block. */
export function findAnchor(note: Note, anchor: Anchor): string | null {
  if (anchor.kind === 'block') return findBlock(note, anchor.id);
  const path = anchor.path.filter((part) => part.trim() !== '');
  if (path.length === 0) return '';
  return findHeadingPath(note.headings, path.map(headingKey)) ?? findFragment(note, path);
}

function findBlock(note: Note, id: string): string | null {
  const wanted = id.toLowerCase();
  return note.blocks.find((block) => block.id.toLowerCase() === wanted)?.fragment ?? null;
}

// What Obsidian removes from headings to compare them (`stripHeading` in its API).
const stripped = /[!"#$%&()*+,.:;<=>?@^`{|}~/[\]\\\s]+/g;

/** Headings are compared by their words: no punctuation, single spaces, no case. */
export function headingKey(text: string): string {
  return text.normalize('NFC').replace(stripped, ' ').trim().toLowerCase();
}

/** Each further part of a path is searched for below the part before it. */
function findHeadingPath(headings: readonly Heading[], path: readonly string[]): string | null {
  const [first, ...rest] = path;
  for (const [index, heading] of headings.entries()) {
    if (!isCalled(heading, first ?? '')) continue;
    if (rest.length === 0) return heading.fragment;
    const found = findHeadingPath(sectionOf(headings, index), rest);
    if (found !== null) return found;
  }
  return null;
}

/** Obsidian writes a link to a heading by the heading's source, which may hold links. */
function isCalled({ text, source }: Heading, key: string): boolean {
  return headingKey(text) === key || (source !== undefined && headingKey(source) === key);
}

function sectionOf(headings: readonly Heading[], index: number): readonly Heading[] {
  const depth = headings[index]?.depth ?? 6;
  const end = headings.findIndex((heading, other) => other > index && heading.depth <= depth);
  return headings.slice(index + 1, end < 0 ? headings.length : end);
}

/** Markdown links of other programs use the heading's id, as on GitHub or on our pages. */
function findFragment({ headings }: Note, path: readonly string[]): string | null {
  const wanted = path.at(-1)?.normalize('NFC').toLowerCase() ?? '';
  const heading =
    headings[headingIds(headings).indexOf(wanted)] ??
    headings.find(({ fragment }) => fragment.toLowerCase() === wanted);
  return heading?.fragment ?? null;
}

/** Heading ids as GitHub makes them: of equal ones the second ends in `-1`, the third in `-2`. */
function headingIds(headings: readonly Heading[]): string[] {
  const counts = new Map<string, number>();
  return headings.map(({ text }) => {
    const slug = headingSlug(text);
    const count = counts.get(slug) ?? 0;
    counts.set(slug, count + 1);
    return count === 0 ? slug : `${slug}-${count}`;
  });
}

/** `How it works!` → `how-it-works`. */
function headingSlug(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}\p{Pc}\- ]/gu, '')
    .replaceAll(' ', '-');
}
