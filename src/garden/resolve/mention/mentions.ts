/** Unlinked mentions: names of notes in other notes' plain text. */
import { compareText } from '../../diagnostic.ts';
import type { Mention } from '../../garden.ts';
import type { Note } from '../../note.ts';
import type { LinkedNote } from '../link/backlinks.ts';
import { type NameEnd, NameTrie } from './name-trie.ts';
import { kindOf, kinds, WordBoundaries } from './word-boundary.ts';

/** Limit per note: a name that is also a common word would fill its page. */
const maxMentions = 30;

/** Characters of text shown on each side. */
const contextLength = 80;

/**
 * Whole-word occurrences of a note's title or alias in other notes' text, by id of the named note, in
 * order of id. Each other note counts once, with the first occurrence, and not at all if it links to the
 * named one. Of overlapping names the longest counts.
 */
export function findMentions(
  notes: readonly LinkedNote[],
): ReadonlyMap<string, readonly Mention[]> {
  const names = nameTrie(notes);
  const mentions = new Map<string, Mention[]>();
  for (const note of notes.toSorted((a, b) => compareText(a.id, b.id))) {
    addMentions(note, names, mentions);
  }
  return new Map([...mentions].sort(([a], [b]) => compareText(a, b)));
}

function nameTrie(notes: readonly LinkedNote[]): NameTrie {
  const names = new NameTrie();
  for (const { id, note } of notes) {
    for (const name of new Set(namesOf(note))) if (isDistinct(name)) names.add(name, id);
  }
  return names;
}

function namesOf(note: Note): string[] {
  return [note.title, ...note.aliases].map((name) => lowerCase(name.normalize('NFC').trim()));
}

/** Names specific enough to search for: no numbers, no dates, two Chinese characters or three others. */
function isDistinct(name: string): boolean {
  if (!/\p{L}/u.test(name)) return false;
  return name.length > 2 || (name.length === 2 && /\p{Script=Han}{2}/u.test(name));
}

function addMentions(
  { id: from, note, targets }: LinkedNote,
  names: NameTrie,
  mentions: Map<string, Mention[]>,
): void {
  const counted = new Set([from]);
  for (const target of targets) if ('id' in target) counted.add(target.id);
  for (const { start, end, ids } of findNames(lowerCase(note.text), names)) {
    for (const id of ids) {
      const known = mentions.get(id) ?? [];
      if (counted.has(id) || known.length >= maxMentions) continue;
      counted.add(id);
      known.push({ from, ...contextOf(note.text, start, end) });
      mentions.set(id, known);
    }
  }
}

interface FoundName extends NameEnd {
  readonly start: number;
}

/** Names that occur in a text as whole words, without overlaps. */
function findNames(text: string, names: NameTrie): FoundName[] {
  const found: FoundName[] = [];
  const boundaries = new WordBoundaries(text);
  let before: number = kinds.other;
  for (let start = 0; start < text.length; start++) {
    const unit = text.charCodeAt(start);
    const kind = kindOf(unit);
    const isInsideWord = before === kinds.spaced && kind === kinds.spaced;
    before = kind;
    if (isInsideWord || !names.beginsWith(unit)) continue;
    const name = names.namesAt(text, start).find(({ end }) => boundaries.isWhole(start, end));
    if (!name) continue;
    found.push({ start, ...name });
    start = name.end - 1;
    before = kindOf(text.charCodeAt(start));
  }
  return found;
}

/** Lower case of the same length: 'İ', which would become two units, is kept. */
function lowerCase(text: string): string {
  const lower = text.toLowerCase();
  if (lower.length === text.length) return lower;
  return text.replace(/./gsu, (letter) => {
    const small = letter.toLowerCase();
    return small.length === letter.length ? small : letter;
  });
}

/** The line around a name, cut to a few words. */
function contextOf(text: string, start: number, end: number): Omit<Mention, 'from'> {
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const lineEnd = text.indexOf('\n', end);
  const before = text.slice(Math.max(lineStart, start - contextLength), start);
  const after = text.slice(end, Math.min(lineEnd < 0 ? text.length : lineEnd, end + contextLength));
  return {
    before: start - contextLength > lineStart ? `…${before.replace(/^\S{0,20}\s/, '')}` : before,
    text: text.slice(start, end),
    after:
      end + contextLength < (lineEnd < 0 ? text.length : lineEnd)
        ? `${after.replace(/\s\S{0,20}$/, '')}…`
        : after,
  };
}
