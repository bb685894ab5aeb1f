/** Whether an edit leaves everything as it was that decides on names, addresses, publishing and other notes. */
import type { GardenNote } from '../../garden.ts';
import type { Note } from '../../note.ts';

/** Facts of a note that only its own page and its references show, or that are compared on their own. */
type OwnFact =
  | 'description'
  | 'modified'
  | 'headings'
  | 'blocks'
  | 'links'
  | 'diagrams'
  | 'text'
  | 'diagnostics';

/**
 * Whether two versions of a note differ in nothing but what is its own. `isAnchored`: another note names a
 * heading or block of it, so that these must be as they were.
 */
export function isSameBeside(before: Note, now: Note, isAnchored: boolean): boolean {
  return (
    factsOf(before) === factsOf(now) &&
    anchorsOf(before, isAnchored) === anchorsOf(now, isAnchored) &&
    drawnBy(before) === drawnBy(now)
  );
}

/** All facts but those that are its own: also such as are added to notes later. */
function factsOf(note: Note): string {
  const {
    description: _,
    modified: _modified,
    headings: _headings,
    blocks: _blocks,
    links: _links,
    diagrams: _diagrams,
    text: _text,
    diagnostics: _diagnostics,
    ...rest
  } = note;
  const facts: Omit<Note, OwnFact> = rest;
  return JSON.stringify(facts);
}

/** What links of other notes may name: in Logseq the id of a block is one of the whole garden. */
function anchorsOf({ dialect, headings, blocks }: Note, isAnchored: boolean): string {
  const named = blocks.flatMap(({ id, fragment }) => (id === '' ? [] : [[id, fragment]]));
  if (!isAnchored) return dialect === 'logseq' ? JSON.stringify(named) : '';
  const titles = headings.map(({ line: _, column: _column, ...heading }) => heading);
  return JSON.stringify([named, titles]);
}

function drawnBy({ diagrams }: Note): string {
  return JSON.stringify(diagrams.map(({ language, source }) => [language, source]));
}

/**
 * What is kept secret of a note wherever it is shown: names in its links to notes that are not published, and
 * the headings that have them. '' for a note without such links.
 */
export function secretsOf({ note, targets }: Pick<GardenNote, 'note' | 'targets'>): string {
  const secret = note.links.filter((_, index) => targets[index]?.kind === 'private');
  if (secret.length === 0) return '';
  const lines = new Set(secret.map(({ line }) => line));
  const headings = note.headings.map(({ line, text, fragment, hidden }) => {
    return [text, fragment, hidden, lines.has(line)];
  });
  const names = secret.map(({ kind, name, label, source, uncounted, context }) => {
    return [kind, name, label, source, uncounted, context.text];
  });
  return JSON.stringify([names, headings, note.diagrams.length]);
}
